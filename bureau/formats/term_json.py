"""A term request and its answer as JSON, the contract of `bureau term compute`."""

from datetime import date
from typing import Any

from bureau.errors import N_, Invalid
from bureau.formats import guard_json
from bureau.formats.guard import Limits, shorten
from bureau.formats.json_fields import Fields, as_day, fields, missing, wrong
from bureau.rules.deadlines import Begins, Deadline, deadlines
from bureau.rules.suspension import Suspension, suspension_rules
from bureau.rules.terms import TermAnswer, TermRequest
from bureau.rules.vocabulary import Language

_LIMITS = Limits(size=256 * 1024, depth=6, digits=12)
_MOST_WEEKS = 520
_MOST_ITEMS = 200
_KNOWN = frozenset(
    (
        *("term", "received", "start", "weeks", "suspensions", "designated_days"),
        *("today", "extended", "committee"),
    )
)
_KNOWN_SUSPENSION = frozenset(("rule", "from", "until", "extended", "term_end"))


def read(content: bytes) -> TermRequest:
    """The request in `content`; raises Invalid whose `where` names the path."""
    body = fields(guard_json.parse(content, _LIMITS), _KNOWN)
    term = body.text("term")
    start, row = _start(body, term)
    today = body.day("today")
    return TermRequest(
        term=row.code,
        start=start,
        weeks=body.count("weeks", 1, _MOST_WEEKS),
        suspensions=_suspensions(body, today),
        designated_days=_designated(body),
        today=today,
        extended=body.flag("extended", default=False),
        committee=body.flag("committee", default=False),
    )


def write(answer: TermAnswer, language: Language = Language.EN) -> dict[str, Any]:
    """The answer as JSON values; `notes` tells the steps that are no suspension."""
    found: dict[str, Any] = {
        "raw": answer.raw.isoformat(),
        "suspended_days": answer.suspended_days,
        "before_extension": answer.before_extension.isoformat(),
        "due": answer.due.isoformat(),
        "explanation": [
            {
                "from": row.start.isoformat(),
                "until": row.until.isoformat(),
                "days": row.days,
                "rule": row.rule,
                "basis": row.basis,
                "text": row.text.in_(language),
            }
            for row in answer.explanation
        ],
        "notes": [
            {"rule": note.rule, "basis": note.basis, "text": note.text.in_(language)}
            for note in answer.remarks
        ],
        "provisional": answer.provisional,
    }
    if answer.first_day and answer.penalty:
        found["first_day"] = answer.first_day.isoformat()
        found["maximum"] = {"amount": answer.penalty.text(), "currency": answer.penalty.currency}
    return found


def _start(body: Fields, term: str) -> tuple[date, Deadline]:
    """The day the term starts from, and its row on that day."""
    if term not in deadlines().codes():
        what, hint = N_("cannot be {value}"), N_("Known terms: {names}.")
        names = ", ".join(deadlines().codes())
        raise wrong("term", what, hint, value=shorten(term, 20), names=names)
    received, start = body.day("received"), body.day("start")
    if received and start:
        raise wrong("start", N_("stands beside received"), N_("Give one of the two."))
    day = received or start
    if day is None:
        usual = next(row for row in deadlines() if row.code == term).begins
        raise missing(usual.value)
    row = deadlines().find(term, day)
    if row is None:
        what, hint = N_("has no rule on {day}"), N_("Check the year of the date.")
        raise wrong("term", what, hint, day=day.isoformat())
    if start and row.begins is Begins.RECEIVED:
        what, hint = N_("does not begin {term}"), N_("Give received, the day of receipt.")
        raise wrong("start", what, hint, term=term)
    return day, row


def _suspensions(body: Fields, today: date | None) -> tuple[Suspension, ...]:
    rows = body.items("suspensions")
    if len(rows) > _MOST_ITEMS:
        raise _too_long("suspensions")
    return tuple(
        _suspension(fields(row, _KNOWN_SUSPENSION, f"suspensions[{position}]"), today)
        for position, row in enumerate(rows)
    )


def _suspension(row: Fields, today: date | None) -> Suspension:
    rule = row.text("rule")
    start, until, term_end = row.needed_day("from"), row.day("until"), row.day("term_end")
    if suspension_rules().find(rule, start) is None:
        what, hint = N_("cannot be {value} then"), N_("Known rules: {names}.")
        names = ", ".join(suspension_rules().codes())
        raise wrong(row.at("rule"), what, hint, value=shorten(rule, 20), names=names)
    for name, day in (("until", until), ("term_end", term_end)):
        if day and day < start:
            what, hint = N_("lies before from"), N_("Exchange the two, or correct one.")
            raise wrong(row.at(name), what, hint)
    if until is None and today is None:
        raise Invalid(
            "The suspension at {path} still runs, so today is needed.",
            where={"path": "today"},
            hint="Give today as a date, or until for the suspension.",
            path=row.path,
        )
    if until is None and today and today < start:
        what, hint = N_("lies after today"), N_("Give the day on which it really began.")
        raise wrong(row.at("from"), what, hint)
    extended = row.flag("extended", default=False)
    return Suspension(rule, start, until, extended, term_end)


def _too_long(path: str) -> Invalid:
    return wrong(path, N_("is too long"), N_("At most {most} are read."), most=_MOST_ITEMS)


def _designated(body: Fields) -> frozenset[date]:
    days = body.items("designated_days")
    if len(days) > _MOST_ITEMS:
        raise _too_long("designated_days")
    return frozenset(as_day(day, f"designated_days[{n}]") for n, day in enumerate(days))
