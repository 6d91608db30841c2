"""A term request and its answer as JSON, the contract of `bureau term compute`."""

from datetime import date
from typing import Any

from bureau.errors import Invalid
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
        hint = "Known terms: " + ", ".join(deadlines().codes())
        raise wrong("term", f"cannot be {shorten(term, 20)}", hint)
    received, start = body.day("received"), body.day("start")
    if received and start:
        raise wrong("start", "stands beside received", "Give one of the two.")
    day = received or start
    if day is None:
        usual = next(row for row in deadlines() if row.code == term).begins
        raise missing(usual.value)
    row = deadlines().find(term, day)
    if row is None:
        raise wrong("term", f"has no rule on {day.isoformat()}", "Check the year of the date.")
    if start and row.begins is Begins.RECEIVED:
        raise wrong("start", f"does not begin {term}", "Give received, the day of receipt.")
    return day, row


def _suspensions(body: Fields, today: date | None) -> tuple[Suspension, ...]:
    rows = body.items("suspensions")
    if len(rows) > _MOST_ITEMS:
        raise wrong("suspensions", "is too long", f"At most {_MOST_ITEMS} are read.")
    return tuple(
        _suspension(fields(row, _KNOWN_SUSPENSION, f"suspensions[{position}]"), today)
        for position, row in enumerate(rows)
    )


def _suspension(row: Fields, today: date | None) -> Suspension:
    rule = row.text("rule")
    start, until, term_end = row.needed_day("from"), row.day("until"), row.day("term_end")
    if suspension_rules().find(rule, start) is None:
        hint = "Known rules: " + ", ".join(suspension_rules().codes())
        raise wrong(row.at("rule"), f"cannot be {shorten(rule, 20)} then", hint)
    for name, day in (("until", until), ("term_end", term_end)):
        if day and day < start:
            raise wrong(row.at(name), "lies before from", "Exchange the two, or correct one.")
    if until is None and today is None:
        raise Invalid(
            "The suspension at {path} still runs, so today is needed.",
            where={"path": "today"},
            hint="Give today as a date, or until for the suspension.",
            path=row.path,
        )
    if until is None and today and today < start:
        raise wrong(row.at("from"), "lies after today", "Give the day on which it really began.")
    extended = row.flag("extended", default=False)
    return Suspension(rule, start, until, extended, term_end)


def _designated(body: Fields) -> frozenset[date]:
    days = body.items("designated_days")
    if len(days) > _MOST_ITEMS:
        raise wrong("designated_days", "is too long", f"At most {_MOST_ITEMS} are read.")
    return frozenset(as_day(day, f"designated_days[{n}]") for n, day in enumerate(days))
