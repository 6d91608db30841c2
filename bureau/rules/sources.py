"""Which information source may be asked, by whom, in which phase and about whom."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bureau.rules.phrases import phrase
from bureau.rules.tables import Row, Table, Texts, table


class Inquiry(StrEnum):
    """How far an investigation is: nothing opened yet, own light, own deep, or the Bureau's."""

    NONE = "none"
    LIGHT = "light"
    DEEP = "deep"
    BUREAU = "bureau"


class Relation(StrEnum):
    """How a person stands to the decision: concerned, in the circle of art. 3 lid 4, or not."""

    APPLICANT = "applicant"
    RELATED = "related"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationSource(Row):
    """A register or body that holds information, and its limits."""

    name: Texts
    gives: Texts
    phases: tuple[Inquiry, ...]
    relations: tuple[Relation, ...]
    limits: Texts


@dataclass(frozen=True, slots=True)
class Consultation:
    """Whether a look-up is allowed, and why or why not."""

    allowed: bool
    reason: Texts
    basis: str


def sources() -> Table[InformationSource]:
    """The information sources, BR01 to BR15."""
    return table("data_sources", InformationSource)


def may_consult(source: str, stage: Inquiry, relation: Relation, on: date) -> Consultation:
    """Whether `source` may be asked about such a person at this stage; raises NotFound."""
    row = sources().row(source, on)
    if stage is Inquiry.NONE:
        return Consultation(False, phrase("source.no_power"), "Wet Bibob 26")
    if relation not in row.relations:
        narrow = Relation.RELATED in row.relations
        text = phrase("source.outside_circle" if narrow else "source.applicant_only")
        return Consultation(False, text, row.basis)
    if stage not in row.phases:
        return Consultation(False, phrase("source.wrong_stage") + row.limits, row.basis)
    return Consultation(True, row.limits, row.basis)
