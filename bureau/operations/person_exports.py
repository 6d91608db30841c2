"""Everything held about one person, to give to that person (inzage, AVG 15)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from bureau.errors import NotAllowed
from bureau.model import Company, Entity, Person
from bureau.operations import _person_file, _person_parts
from bureau.policy import Permission
from bureau.rules import access, letters
from bureau.rules.access import ExportLimit
from bureau.rules.events import EventKind
from bureau.rules.letters import LetterLimit
from bureau.rules.tables import Texts
from bureau.rules.vocabulary import Language
from bureau.work import Work

SCHEMA = "bureau-person-1"


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A rule that kept something out of an export, and how often."""

    code: str
    name: Texts
    basis: str
    count: int


@dataclass(frozen=True, slots=True)
class PersonExport:
    """What the case holds about one person; nobody else can be recognised in it."""

    reference: str
    authority: str
    made_on: date
    name: str
    content: dict[str, Any]
    held: tuple[HeldBack, ...]

    def plain(self, language: Language | str) -> dict[str, Any]:
        """The export as plain values, for a program to read."""
        return {
            "schema": SCHEMA,
            "case": self.reference,
            "authority": self.authority,
            "made_on": self.made_on.isoformat(),
            "basis": "AVG 15",
            **self.content,
            "held_back": [
                {
                    "rule": row.code,
                    "name": row.name.in_(language),
                    "basis": row.basis,
                    "count": row.count,
                }
                for row in self.held
            ],
        }


def export_person(work: Work, case_id: UUID, entity_id: UUID) -> PersonExport:
    """Everything held about a person or company, third parties removed, gaps counted by rule.

    Raises NotAllowed for a thing: real estate, an address or an account has no rights.
    """
    case = work.case(case_id, Permission.PERSON_EXPORT)
    entity = work.within(Entity, entity_id, case)
    if not isinstance(entity, Person | Company):
        raise NotAllowed(
            "Only a person or a company can be given what is held about them.",
            where={"guard": "data_subject", "basis": "AVG 15"},
            hint="Choose the person to whom this belongs.",
        )
    file = _person_file.read(work, case, entity)
    content = {name: part(file) for name, part in _person_parts.PARTS.items()}
    file.held["third_persons"] += file.out.count
    held = _held(file.held, work.today)
    work.record(
        EventKind.PERSON_EXPORTED, entity, party=entity.kind, held=sum(row.count for row in held)
    )
    screening = file.rows.screening
    return PersonExport(
        reference=case.reference,
        authority=screening.authority if screening else case.organisation.name,
        made_on=work.today,
        name=entity.label,
        content=content,
        held=held,
    )


def _held(counts: Mapping[str, int], today: date) -> tuple[HeldBack, ...]:
    own = access.export_limits().on(today)
    merged = {code for row in own for code in row.merges}
    open_ones = [row for row in letters.limits().on(today) if row.code not in merged]
    found = (
        *(_counted(row, counts, ()) for row in open_ones),
        *(_counted(row, counts, row.merges) for row in own),
    )
    return tuple(row for row in found if row.count)


def _counted(
    row: LetterLimit | ExportLimit, counts: Mapping[str, int], merges: tuple[str, ...]
) -> HeldBack:
    number = sum(counts.get(code, 0) for code in (row.code, *merges))
    return HeldBack(row.code, row.name, row.basis, number)
