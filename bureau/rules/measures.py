"""Administrative measures: which there are, what has to be weighed, and how far one may go."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bureau.errors import NotAllowed
from bureau.rules.tables import Row, Table, Texts, table
from bureau.rules.terms import TermRequest, compute

HARM_MONTHS = (0, 3, 12)
# What a harm form counts; never a name (EV-15).
HARM_COUNTS = (
    "homeless",
    "minors",
    "tenants_barred",
    "staff_laid_off",
    "victims_lost",
    "complaints",
)


class MeasureState(StrEnum):
    """Where a measure stands."""

    PROPOSED = "proposed"
    INVITED = "invited"
    DECIDED = "decided"
    EXECUTED = "executed"
    DROPPED = "dropped"


class MeasureOutcome(StrEnum):
    """What became of a measure that was objected to or appealed."""

    UPHELD = "upheld"
    CHANGED = "changed"
    LOST = "lost"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureKind(Row):
    """A measure that the law offers: who takes it, what is tested first, its steps and terms.

    `view`: the addressee is heard first (Awb 4:8); `objection`: weeks to object, 0 where none is
    open; `heaviest`: lighter means are named before it is taken.
    """

    name: Texts
    who: Texts
    test: Texts
    steps: Texts
    view: bool
    objection: int
    heaviest: bool


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """What is established when somebody wants to decide on a measure."""

    invited_on: date | None
    view_until: date | None
    view_on: date | None
    view_answer: str
    urgent: str
    open: tuple[Texts, ...]


def measure_kinds() -> Table[MeasureKind]:
    """The measures of the administrative track."""
    return table("measures", MeasureKind)


def insist_decidable(kind: MeasureKind, facts: MeasureFacts, on: date) -> None:
    """Stop a decision without proportionality or without hearing the addressee; raises NotAllowed.

    A view may be left out for a stated urgency (Awb 4:11).
    """
    if facts.open:
        raise NotAllowed(
            "Not weighed yet: {question}.",
            where={"guard": "weighed", "basis": "Awb 3:2, 3:4, 3:46"},
            hint="Answer it first: suitable, necessary and balanced, each on its own.",
            question=facts.open[0],
        )
    if kind.view and not facts.urgent:
        _insist_heard(facts, on)


def _insist_heard(facts: MeasureFacts, on: date) -> None:
    if facts.invited_on is None:
        raise NotAllowed(
            "The addressee was not asked for a view.",
            where={"guard": "view", "basis": "Awb 4:8"},
            hint="Ask for the view, or write down why urgency forbids it (Awb 4:11).",
        )
    if facts.view_on is None and (facts.view_until is None or on <= facts.view_until):
        raise NotAllowed(
            "The term for the view has not ended.",
            where={"guard": "view", "basis": "Awb 4:8"},
            hint="Wait for the view or for the end of its term.",
        )
    if facts.view_on is not None and not facts.view_answer:
        raise NotAllowed(
            "The view was not answered.",
            where={"guard": "view", "basis": "Awb 3:46, 3:50"},
            hint="Say point by point what the view changed, or why it did not.",
        )


def objection_until(kind: MeasureKind, known_on: date | None) -> date | None:
    """The last day to object: six weeks after it was made known (Awb 6:7, 6:8); None where none."""
    if not kind.objection or known_on is None:
        return None
    return compute(TermRequest("DL11", known_on)).due
