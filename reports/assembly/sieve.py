"""Which rule keeps an item out of a dossier for its reader: the one place that says so.

The page on which a dossier is composed and the dossier itself both ask here.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.model import Case, Decision, Entity, Finding, Lookup, Person, Record, Source
from bureau.operations._rows import Rows
from bureau.rules import handling
from bureau.rules.dossier_readers import DossierReader, withholding_rules
from bureau.rules.vocabulary import EntityKind
from bureau.work import Work

PROTECTED, NAMED, HANDLING, ORIGIN = "PROTECTED", "NAMED", "HANDLING", "ORIGIN"
ADVICE, ADVICE33, OTHERS, RESTS, LEFT = "ADVICE", "ADVICE33", "OTHERS", "RESTS", "LEFT"
GOES = ""
SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Sieve:
    """The rules for one reader over one case, with what the author left out on top of them."""

    reader: DossierReader
    left_out: Mapping[str, str]
    today: date
    case: Case
    subject: UUID | None
    untravelled: frozenset[UUID]
    consulted: Mapping[UUID, str]
    reasoned: str

    def left(self, key: str) -> str:
        """The rule for an item by its key alone: whether the author left it out."""
        return LEFT if key in self.left_out else GOES

    def source(self, row: Source) -> str:
        """The rule that keeps a source, and all that rests on it, out; nothing where it goes."""
        if row.document is not None and row.document.restricted:
            return NAMED
        if row.id in self.untravelled:
            return HANDLING
        if row.owner_id != self.case.organisation_id:
            return ORIGIN
        return self._held_for_reader(row) or self.left(f"source:{row.number}")

    def party(self, row: Entity) -> str:
        """The rule that keeps a party from being named by the program; texts stay as written."""
        if isinstance(row, Person) and row.protected:
            return PROTECTED
        if row.id == self.subject:
            return GOES
        if OTHERS in self.reader.holds and not self._needed(row):
            return OTHERS
        return self.left(f"party:{row.id}")

    def advice(self, *, intended: bool) -> str:
        """The rule that keeps the advice out; `intended` says that an intention was sent."""
        if ADVICE in self.reader.holds:
            return ADVICE
        if ADVICE33 in self.reader.holds and not intended:
            return ADVICE33
        return self.left("advice")

    def _held_for_reader(self, row: Source) -> str:
        register = self.consulted.get(row.id, "")
        for code in self.reader.holds:
            rule = withholding_rules().row(code, self.today)
            if row.kind in rule.kinds or register in rule.registers:
                return code
        return GOES

    def _needed(self, row: Entity) -> bool:
        """Whether findings or the reasons of the decision name this party; a place is nobody."""
        names = {row.label, getattr(row, "family_name", "") or ""}
        known = (re.escape(name.casefold()) for name in names if len(name) >= SHORTEST_NAME)
        return row.kind is EntityKind.PROPERTY or any(
            re.search(rf"(?<!\w){name}(?!\w)", self.reasoned) for name in known
        )


def sieve(
    work: Work, case: Case, rows: Rows, reader: DossierReader, left_out: Mapping[str, str]
) -> Sieve:
    """The rules of `reader` over `case` as it is now."""
    looked: list[Lookup] = rows.all(Lookup)
    subject = rows.screening.applicant_id if rows.screening else None
    others = (row for row in looked if row.source_id and row.subject_id != subject)
    return Sieve(
        reader=reader,
        left_out=left_out,
        today=work.today,
        case=case,
        subject=subject,
        untravelled=_untravelled(work, case),
        consulted={row.source_id: row.register for row in others if row.source_id},
        reasoned=" ".join(_reasons(rows)).casefold(),
    )


def _untravelled(work: Work, case: Case) -> frozenset[UUID]:
    """The sources of which a record may not leave the house: the code is that of its giver."""
    query = select(Record.learnt_from_id, Record.handling).where(Record.case_id == case.id)
    found = work.session.execute(query.distinct()).all()
    return frozenset(row[0] for row in found if not handling.travels(row[1], work.today))


def _reasons(rows: Rows) -> Iterable[str]:
    findings: list[Finding] = rows.all(Finding)
    decisions: list[Decision] = rows.all(Decision)
    for finding in findings:
        yield from (finding.text, finding.contrary)
    for decision in decisions:
        yield decision.reasons
        yield from (condition.text for condition in decision.conditions)
