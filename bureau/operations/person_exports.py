"""Everything held about one person, to give to that person (inzage, AVG 15)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from bureau.errors import NotAllowed
from bureau.model import Company, Entity, Person
from bureau.operations import _person_file, _person_parts
from bureau.operations._person_file import PersonFile
from bureau.policy import Permission
from bureau.rules import access, letters
from bureau.rules.access import ExportLimit
from bureau.rules.events import EventKind
from bureau.rules.letters import LetterLimit
from bureau.rules.tables import Texts
from bureau.rules.vocabulary import Language
from bureau.work import Work

SCHEMA = "bureau-person-2"
# Counted for the whole only: in one part the number would tell what is kept there.
QUIET = ("withheld", "third_persons")


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A rule that kept something out of an export, and how often."""

    code: str
    name: Texts
    basis: str
    count: int

    def named(self, language: Language | str) -> dict[str, Any]:
        """The rule with its article, as plain values."""
        return {"rule": self.code, "name": self.name.in_(language), "basis": self.basis}

    def plain(self, language: Language | str) -> dict[str, Any]:
        """The rule with how often it kept something out."""
        return {**self.named(language), "count": self.count}


@dataclass(frozen=True, slots=True)
class PersonExport:
    """What the case holds about one person; nobody else can be recognised in it."""

    reference: str
    organisation: str
    authority: str
    made_on: date
    name: str
    content: dict[str, Any]
    held: tuple[HeldBack, ...]
    withheld: Mapping[str, tuple[HeldBack, ...]]

    def plain(self, language: Language | str) -> dict[str, Any]:
        """The export as plain values, for a program to read."""
        return {
            "schema": SCHEMA,
            "case": self.reference,
            "authority": self.authority,
            "made_on": self.made_on.isoformat(),
            "basis": "AVG 15",
            **self.content,
            "held_back": [row.plain(language) for row in self.held],
            "withheld_by_part": {
                part: [row.named(language) for row in rows] for part, rows in self.withheld.items()
            },
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
    content, withheld = _told(file)
    file.held["third_persons"] += file.out.count
    held = _held(file.held, work.today)
    kept = sum(row.count for row in held)
    work.record(EventKind.PERSON_EXPORTED, entity, party=entity.kind, held=kept)
    house = case.organisation.name
    return PersonExport(
        reference=case.reference,
        organisation=house,
        authority=file.rows.screening.authority if file.rows.screening else house,
        made_on=work.today,
        name=entity.label,
        content=content,
        held=held,
        withheld=withheld,
    )


def _told(file: PersonFile) -> tuple[dict[str, Any], dict[str, tuple[HeldBack, ...]]]:
    """Each part, and the rules that kept something out of it: named, never silently left out."""
    content: dict[str, Any] = {}
    withheld: dict[str, tuple[HeldBack, ...]] = {}
    for name, part in _person_parts.PARTS.items():
        before = Counter(file.held)
        content[name] = part(file)
        counted = _held(file.held - before, file.work.today)
        if rules := _named(name, file, counted):
            withheld[name] = rules
    return content, withheld


def _circumstances(file: PersonFile) -> set[str]:
    shown = set() if file.judged_openly else {access.UNSHOWN}
    return {access.ALWAYS} | shown | (set() if file.applicant else {access.OTHER})


def _named(name: str, file: PersonFile, counted: Iterable[HeldBack]) -> tuple[HeldBack, ...]:
    """The rules that one part names; what is about somebody else needs no further reason."""
    circumstances = _circumstances(file)
    rules = [row for row in access.export_limits().on(file.work.today)
             if row.named(name, circumstances)]  # fmt: skip
    others = [row for row in rules if row.when == access.OTHER]
    said = (HeldBack(row.code, row.name, row.basis, 0) for row in others or rules)
    return (*(row for row in counted if row.code not in QUIET), *said)


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
