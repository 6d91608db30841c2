"""The clocks after a decision: objection, appeal, repair, and what a late decision costs."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from bureau.model import Appeal, Decision, DefaultNotice, Move, Objection
from bureau.operations._clock import CaseClock, computed, fixed, lapsing
from bureau.operations._rows import Rows
from bureau.rules.dates import in_words
from bureau.rules.lateness import Lateness, lateness
from bureau.rules.phrases import phrase
from bureau.rules.scope import LegalForm, scope
from bureau.rules.tables import Texts
from bureau.rules.terms import TermRequest, compute
from bureau.rules.vocabulary import Language

DISTRICT, COUNCIL = "district", "council"
OBJECTION, WITHDRAWN = "objection", "ST130"


def review(rows: Rows, today: date) -> Iterator[CaseClock]:
    """Every clock of the dispute over the last decision that was made known."""
    yield from _objection(rows, today)
    yield from _appeal(rows, today)
    for notice in rows.all(DefaultNotice):
        yield late(rows, notice, today)


def known(rows: Rows) -> Decision | None:
    """The last decision that was made known."""
    found: list[Decision] = [row for row in rows.all(Decision) if row.made_known_on]
    return found[-1] if found else None


def objection_until(rows: Rows) -> date | None:
    """The last day on which an objection to that decision is in time."""
    decision = known(rows)
    if decision is None or decision.made_known_on is None or before_court(rows, decision):
        return None
    return compute(TermRequest("DL11", decision.made_known_on)).due


def before_court(rows: Rows, decision: Decision) -> bool:
    """Whether a pending appeal covers the decision, as a repair of an earlier one (Awb 6:19)."""
    appeals: list[Appeal] = rows.all(Appeal)
    return any(_repairs(decision, row) for row in appeals)


def _repairs(decision: Decision, found: Appeal) -> bool:
    begun, judged, day = found.repair_ordered_on, found.judged_on, decision.made_known_on
    if begun is None or day is None or decision.decided_on < begun:
        return False
    return judged is None or day <= judged


def disputable(rows: Rows, on: date) -> bool:
    """Whether the decision is one of public law, against which an objection lies (Awb 7:1)."""
    screening = rows.screening
    return bool(screening and scope(screening.scope, on).form is not LegalForm.PRIVATE)


def objection(rows: Rows) -> Objection | None:
    """The objection to the last decision that was made known, if there is one."""
    last: Objection | None = rows.last(Objection)
    decision = known(rows)
    return last if last and decision and last.decision_id == decision.id else None


def answer_until(found: Objection) -> date:
    """The last day of the decision on an objection."""
    return compute(_answer_term(found)).due


def _answer_term(found: Objection, today: date | None = None) -> TermRequest:
    made_known = found.decision.made_known_on
    start = compute(TermRequest("DL11", made_known)).due if made_known else found.received_on
    extended = found.postponed_on is not None
    return TermRequest("DL13", start, today=today, committee=found.committee, extended=extended)


def _objection(rows: Rows, today: date) -> Iterator[CaseClock]:
    decision = known(rows)
    if decision is None or decision.made_known_on is None:
        return
    made_known, found = decision.made_known_on, objection(rows)
    if disputable(rows, made_known) and not before_court(rows, decision):
        lodged = found.received_on if found else None
        yield lapsing(TermRequest("DL11", made_known, today=today), lodged)
    if found:
        ended = found.made_known_on or found.withdrawn_on
        yield computed(_answer_term(found, today), ended)


def _appeal(rows: Rows, today: date) -> Iterator[CaseClock]:
    last: Objection | None = rows.last(Objection)
    first, second = appeal(rows, DISTRICT), appeal(rows, COUNCIL)
    if last and last.made_known_on:
        lodged = first.lodged_on if first else None
        yield lapsing(TermRequest("DL14", last.made_known_on, today=today), lodged)
    if first and first.judged_on:
        further = second.lodged_on if second else None
        yield lapsing(TermRequest("DL15", first.judged_on, today=today), further)
    ordered = pending(rows)
    if ordered and ordered.repair_ordered_on and ordered.repair_until:
        begun = ordered.repair_ordered_on
        yield fixed("DL19", begun, ordered.repair_until, today, repaired_on(rows, ordered))


def appeal(rows: Rows, instance: str) -> Appeal | None:
    """The last appeal in an instance."""
    found: list[Appeal] = [row for row in rows.all(Appeal) if row.instance == instance]
    return found[-1] if found else None


def pending(rows: Rows) -> Appeal | None:
    """The appeal on which no judgment was given yet."""
    return next((row for row in reversed(rows.all(Appeal)) if row.judged_on is None), None)


def repaired_on(rows: Rows, ordered: Appeal) -> date | None:
    """The day on which the decision that a court ordered to repair was made known anew."""
    begun, decision = ordered.repair_ordered_on, known(rows)
    day = decision.made_known_on if decision else None
    return day if begun and day and decision and decision.decided_on >= begun else None


def late(rows: Rows, notice: DefaultNotice, today: date) -> CaseClock:
    """The clock of a notice of default: until when a decision costs nothing, and what it costs."""
    finished = met_on(rows, notice)
    cost = lateness(notice.received_on, notice.overdue_since, today, finished)
    last_free = cost.first_day - timedelta(days=1)
    found = fixed("DL17", notice.received_on, last_free, today, finished)
    return replace(found, remarks=(_cost_words(cost),))


def met_on(rows: Rows, notice: DefaultNotice) -> date | None:
    """The day on which what the notice is about was made known, or was withdrawn."""
    ends = _answered if notice.about == OBJECTION else _decided
    return min((day for day in ends(rows) if day and day >= notice.overdue_since), default=None)


def _answered(rows: Rows) -> list[date | None]:
    found: list[Objection] = rows.all(Objection)
    return [row.made_known_on or row.withdrawn_on for row in found]


def _decided(rows: Rows) -> list[date | None]:
    moves: list[Move] = rows.all(Move)
    decisions: list[Decision] = rows.all(Decision)
    withdrawn = [move.taken_on for move in moves if move.target == WITHDRAWN]
    return [*(row.made_known_on for row in decisions), *withdrawn]


def _cost_words(cost: Lateness) -> Texts:
    def told(name: str) -> Texts:
        amount = getattr(cost, name)
        return Texts(amount.display(Language.NL), amount.display(Language.EN))

    return phrase(
        "clock.penalty",
        first=in_words(cost.first_day),
        last=in_words(cost.last_day),
        days=cost.days,
        amount=told("amount"),
        most=told("most"),
    )
