"""Figures about what measures and searches did: decisions, objections, harm, false alarms."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from bureau.operations import _harm
from bureau.operations._came import Came
from bureau.operations._partner_rows import PartnerRows
from bureau.rules import evaluation as law
from bureau.rules.evaluation import FEWEST_PEOPLE, FEWEST_VICTIMS, Figure, Unit
from bureau.rules.measures import HARM_COUNTS, MeasureOutcome
from bureau.rules.reckoning import tally

VICTIMS = "victims_lost"


def decided(rows: PartnerRows, year: int) -> tuple[Figure, ...]:
    """EV-07: measures decided and carried out in the year, by kind."""
    made = [m for m in rows.measures if m.decided_on and m.decided_on.year == year]
    done = [m for m in rows.measures if m.executed_on and m.executed_on.year == year]
    return (
        law.count("measures_decided", len(made)),
        law.count("measures_executed", len(done)),
        *(law.count("decided_of", number, code) for code, number in tally(m.code for m in made)),
    )


def objections(rows: PartnerRows, year: int) -> tuple[Figure, ...]:
    """EV-08: objections of the year and what became of them."""
    filed = [m for m in rows.measures if m.objection_on and m.objection_on.year == year]
    return (
        law.count("objections_filed", len(filed)),
        *(
            law.count(f"objections_{outcome}", sum(m.outcome == outcome for m in filed))
            for outcome in MeasureOutcome
        ),
        law.count("objections_running", sum(not m.outcome for m in filed)),
    )


def harm(rows: PartnerRows, year: int, today: date) -> tuple[Figure, ...]:
    """EV-15: harm forms that were due and filled, and what they count, the highest of a measure."""
    due = [
        month in {form.month for form in measure.harm}
        for measure in rows.measures
        for month, day in _harm.due(measure).items()
        if day <= today and day.year == year
    ]
    worst: dict[str, int] = defaultdict(int)
    for measure in rows.measures:
        forms = [form for form in measure.harm if form.at.year == year]
        for name in HARM_COUNTS:
            worst[name] += max((form.counts.get(name, 0) for form in forms), default=0)
    return (
        law.share("harm_filled", due),
        *(law.people(f"harm_{name}", worst[name], _fewest(name)) for name in HARM_COUNTS),
    )


def _fewest(name: str) -> int:
    return FEWEST_VICTIMS if name == VICTIMS else FEWEST_PEOPLE


def costs(rows: PartnerRows, year: int) -> tuple[Figure, ...]:
    """EV-18: what measures cost that were carried out in the year, where that was recorded."""
    told = [
        m.costs
        for m in rows.measures
        if m.costs is not None and m.executed_on and m.executed_on.year == year
    ]
    if not told:
        return ()
    return (Figure("costs", "", sum(told), Unit.CENTS, len(told)),)


def false_alarms(found: Iterable[tuple[str, Came]]) -> tuple[Figure, ...]:
    """EV-16: the share of judged leads that was explained, where the catalogue may tell it."""
    told = [(code, came) for code, came in found if came.hits and came.false_alarms is not None]
    parts = [
        (code, came.explained or 0, (came.retained or 0) + (came.refuted or 0))
        for code, came in told
    ]
    total = [True] * sum(yes for _, yes, _ in parts) + [False] * sum(no for *_, no in parts)
    return (
        law.share("explained", total),
        *(law.share("explained_of", [True] * yes + [False] * no, code) for code, yes, no in parts),
    )


def requests(rows: PartnerRows, year: int, today: date) -> tuple[Figure, ...]:
    """EV-19: requests of data subjects, days until the answer, and how many were late."""
    came = [row for row in rows.requests if row.received_on.year == year]
    late = [row for row in came if (row.answered_on or today) > row.due_on]
    spans = ((row.answered_on - row.received_on).days for row in came if row.answered_on)
    return (
        law.people("requests", len(came)),
        law.median("requests_days", spans, fewest=FEWEST_PEOPLE),
        law.people("requests_late", len(late)),
    )
