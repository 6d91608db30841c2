"""The clocks of a case: which terms run on a day, until when, and why, from its stored rows."""

from collections.abc import Iterator
from datetime import date, timedelta

from bureau.model import (
    Advice,
    Assessment,
    Decision,
    DelayLetter,
    Hearing,
    Move,
    Partnership,
    Questionnaire,
    Supplement,
    Suspension,
)
from bureau.operations import _phases, _review_clocks
from bureau.operations._clock import CaseClock, computed, fixed, lapsing
from bureau.operations._rows import Rows
from bureau.rules import suspension
from bureau.rules.delay import Delay
from bureau.rules.regimes import MUNICIPAL
from bureau.rules.scope import scope
from bureau.rules.terms import TermRequest
from bureau.rules.vocabulary import Danger

UNTREATED, WITHDRAWN = "ST42", "ST130"
SUPPLEMENTING, ASKING_BUREAU = "ST41", ("ST70", "ST71")
CONSIDERING = ("ST51",)
CLOSED = "ST199"


def clocks(rows: Rows, today: date) -> tuple[CaseClock, ...]:
    """Every clock of the case, the decision term first, the others by their end."""
    if rows.screening is None:
        return tuple(_joint(rows, today))
    main = _decision(rows, today)
    others = [
        *_delay(rows, today, main),
        *_letters(rows, today),
        *_untreated(rows, today),
        *_advice(rows, today),
        *_after_decision(rows, today),
        *_review_clocks.review(rows, today),
    ]
    return (main, *sorted(others, key=lambda each: (not each.open, each.due)))


def _joint(rows: Rows, today: date) -> Iterator[CaseClock]:
    """The five years of data that are processed together (WGS 1.8(7)).

    A municipal case has the term of its own row, and a closed one that of its ending: both stand
    under retention, and are no term of the act.
    """
    kept: Partnership | None = rows.last(Partnership)
    if rows.case.regime == MUNICIPAL or rows.case.state == CLOSED:
        return
    if kept is not None:
        start = kept.first_processing_at.date()
        yield fixed(_phases.JOINT, start, _phases.until(kept), today, None)


def held(rows: Rows, day: date) -> tuple[suspension.Suspension, ...]:
    """The suspensions of the case up to `day` as the rules count them."""
    return tuple(
        suspension.Suspension(row.rule, row.from_on, row.until_on, row.extended, row.ends_on)
        for row in rows.all(Suspension)
        if row.from_on <= day
    )


def _moved(rows: Rows, *targets: str) -> date | None:
    """The day on which the case first came into one of these states."""
    return next((move.taken_on for move in rows.all(Move) if move.target in targets), None)


def main_request(rows: Rows, day: date) -> TermRequest:
    """The decision term of the case: the term of its kind of decision, as the law then was."""
    screening = rows.screening
    assert screening is not None  # noqa: S101 - whoever asks has looked
    term = scope(screening.scope, screening.law_date).term
    return TermRequest(term, screening.received_on, screening.weeks, held(rows, day), today=day)


def told(rows: Rows) -> tuple[Delay, ...]:
    """The letters of delay of the case as the rules count them, in the order they were sent."""
    return tuple(Delay(row.sent_on, row.until_on, row.statutory) for row in rows.all(DelayLetter))


def _decision(rows: Rows, today: date) -> CaseClock:
    decisions: list[Decision] = rows.all(Decision)
    finished = decisions[0].decided_on if decisions else _moved(rows, UNTREATED, WITHDRAWN)
    return computed(main_request(rows, finished or today), finished, delays=told(rows))


def _delay(rows: Rows, today: date, main: CaseClock) -> Iterator[CaseClock]:
    """Awb 4:14: in the deep investigation, the letter to think of; once sent, its date."""
    letter: DelayLetter | None = rows.last(DelayLetter)
    ended = None if main.open else main.finished_on
    if letter:
        until = letter.until_on if letter.statutory else max(letter.until_on, main.due)
        yield fixed("DL05", letter.sent_on, until, today, ended)
    elif main.open and rows.case.state in CONSIDERING:
        begun = _taken(rows, "T13") or main.started_on
        yield fixed("DL05", min(begun, main.due), main.due, today, None)


def _letters(rows: Rows, today: date) -> Iterator[CaseClock]:
    """The terms that the authority sets in its own letters."""
    form: Questionnaire | None = rows.last(Questionnaire)
    if form:
        yield fixed("DL02", form.sent_on, form.due_on, today, form.returned_on)
    asked: Supplement | None = rows.last(Supplement)
    if asked:
        ended = None if rows.case.state == SUPPLEMENTING else _left(rows, SUPPLEMENTING)
        yield fixed("DL03", asked.sent_on, asked.until_on, today, asked.completed_on or ended)
    sent: Hearing | None = rows.last(Hearing)
    if sent:
        over = sent.until_on if today > sent.until_on else None
        yield fixed("DL09", sent.sent_on, sent.until_on, today, sent.received_on or over)


def _left(rows: Rows, state: str) -> date | None:
    """The day on which the case last left `state`."""
    return next((m.taken_on for m in reversed(rows.all(Move)) if m.source == state), None)


def _untreated(rows: Rows, today: date) -> Iterator[CaseClock]:
    """How long the application may still be left untreated (Awb 4:5 lid 4)."""
    asked: Supplement | None = rows.last(Supplement)
    since = untreated_since(asked, today)
    if since and rows.case.state in (SUPPLEMENTING, UNTREATED):
        finished = _moved(rows, UNTREATED)
        yield computed(TermRequest("DL04", since, today=today), finished)


def untreated_since(asked: Supplement | None, today: date) -> date | None:
    """The day 0 of the four weeks: the supplement came in, or its term lapsed unused."""
    if asked is None:
        return None
    lapsed = asked.until_on if today > asked.until_on else None
    return asked.completed_on or lapsed


def questions(rows: Rows, advice: Advice, day: date) -> tuple[suspension.Suspension, ...]:
    """The questions of the Bureau that were open while `advice` was pending."""
    return tuple(
        each for each in held(rows, day) if each.rule == "SUS6" and each.start >= advice.asked_on
    )


def cap_end(rows: Rows, advice: Advice, today: date) -> date:
    """The last day on which waiting for `advice` can suspend the decision term."""
    asked = questions(rows, advice, today)
    open_days: frozenset[date] = frozenset().union(
        *(stretch.days() for stretch in suspension.stretches("DL06", asked, today))
    )
    extended = advice.extended_on is not None
    days = suspension.cap_days(advice.asked_on, extended=extended, open_days=open_days)
    return advice.asked_on + timedelta(days=days - 1)


def _advice(rows: Rows, today: date) -> Iterator[CaseClock]:
    advice: Advice | None = rows.last(Advice)
    if advice is None:
        return
    finished = advice.received_on or advice.declined_on
    extended = advice.extended_on is not None
    request = TermRequest(
        "DL06",
        advice.asked_on,
        suspensions=questions(rows, advice, today),
        today=finished or today,
        extended=extended,
    )
    yield computed(request, finished, "DL07" if extended else "DL06")
    if rows.case.state in ASKING_BUREAU:
        end = cap_end(rows, advice, today)
        yield fixed("DL08", advice.asked_on, end, today, end if today > end else None)
    if advice.received_on:
        yield lapsing(TermRequest("DL16", advice.received_on, today=today), None)


def _after_decision(rows: Rows, today: date) -> Iterator[CaseClock]:
    decision: Decision | None = rows.last(Decision)
    if decision:
        known = decision.made_known_on
        yield fixed("DL10", decision.decided_on, decision.decided_on, today, known)
        yield from _report(rows, today, known if owes_report(rows) else None)
    else:
        yield from _report(rows, today, _taken(rows, "T39"))


def _report(rows: Rows, today: date, since: date | None) -> Iterator[CaseClock]:
    """The report to the register without delay, and how long its entry may be used."""
    screening = rows.screening
    if screening and since:
        yield computed(TermRequest("DL12", since, today=today), screening.register_reported_on)
    advised = any(advice.received_on for advice in rows.all(Advice))
    if screening and screening.register_entities and screening.register_reported_on and not advised:
        yield lapsing(TermRequest("DL16", screening.register_reported_on, today=today), None)


def owes_report(rows: Rows) -> bool:
    """Whether an own conclusion on danger, without an advice, must go to the register."""
    advised = any(advice.received_on for advice in rows.all(Advice))
    concluded = (Danger.LESSER, Danger.SERIOUS)
    return not advised and any(row.danger in concluded for row in rows.all(Assessment))


def _taken(rows: Rows, transition: str) -> date | None:
    return next((m.taken_on for m in rows.all(Move) if m.transition == transition), None)
