"""The kinds of organisation in a partnership and what the law lets each give and receive."""

from dataclasses import dataclass
from datetime import date

from bureau.rules.tables import Row, Table, Texts, table


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerKind(Row):
    """A kind of organisation; `first_phase` is when its person data may first be used."""

    name: Texts
    participant: bool
    first_phase: int
    gateway: Texts
    may_receive: Texts
    limits: Texts


def partners() -> Table[PartnerKind]:
    """The kinds of organisation, by code."""
    return table("partners", PartnerKind)


def may_join_person_items(code: str, on: date) -> bool:
    """Whether this kind may sit at an agenda item about persons (WGS 2.19 is a closed list)."""
    return partners().row(code, on).participant


def may_give_in_phase(code: str, phase: int, on: date) -> bool:
    """Whether person data of this kind of organisation may be used in a phase (1, 2 or 3)."""
    row = partners().row(code, on)
    return row.participant and 0 < row.first_phase <= phase
