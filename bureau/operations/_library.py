"""The conditions that can be proposed: those of the house, and what a municipality added."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from bureau.model import OwnCondition
from bureau.rules import conditions
from bureau.rules.conditions import ConditionRow
from bureau.rules.tables import Texts


@dataclass(frozen=True, slots=True)
class LibraryLine:
    """One condition of the library; `number` is 0 for one of the house, else its version."""

    code: str
    name: Texts
    text: Texts
    evidence: Texts
    scopes: tuple[str, ...]
    grounds: tuple[str, ...]
    days: int
    again: int
    basis: str = ""
    number: int = 0
    withdrawn: bool = False
    history: tuple[OwnCondition, ...] = ()

    def fits(self, scope: str) -> bool:
        """Whether it can be proposed for this kind of decision."""
        return not self.withdrawn and (not self.scopes or scope in self.scopes)


def lines(session: Session, organisation_id: UUID, on: date) -> tuple[LibraryLine, ...]:
    """The whole library: first the rows of the house, then the newest version of each own one."""
    found = select(OwnCondition).where(OwnCondition.organisation_id == organisation_id)
    by_code: dict[str, list[OwnCondition]] = {}
    for row in session.scalars(found.order_by(OwnCondition.code, OwnCondition.number)):
        by_code.setdefault(row.code, []).append(row)
    house = (_house(row) for row in conditions.on(on))
    return (*house, *(_own(rows) for rows in by_code.values()))


def known(rows: Iterable[LibraryLine]) -> dict[str, LibraryLine]:
    """The lines by their code."""
    return {row.code: row for row in rows}


def _house(row: ConditionRow) -> LibraryLine:
    same = ("code", "name", "text", "evidence", "scopes", "grounds", "days", "again", "basis")
    return LibraryLine(**{name: getattr(row, name) for name in same})


def _own(rows: list[OwnCondition]) -> LibraryLine:
    last = rows[-1]
    return LibraryLine(
        code=last.code,
        name=Texts(last.name_nl, last.name_en or last.name_nl),
        text=Texts(last.text_nl, last.text_en or last.text_nl),
        evidence=Texts(last.evidence_nl, last.evidence_en or last.evidence_nl),
        scopes=tuple(last.scopes),
        grounds=tuple(last.grounds),
        days=last.days,
        again=last.again,
        number=last.number,
        withdrawn=last.withdrawn,
        history=tuple(rows),
    )
