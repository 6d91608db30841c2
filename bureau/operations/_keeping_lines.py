"""One file in the list of retention, its hold and its certificates; and what stays of a file."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from bureau.model import Case, Destruction, LegalHold
from bureau.rules.house_terms import house_terms
from bureau.rules.retention import Kept
from bureau.rules.vocabulary import CaseKind, Language
from bureau.work import Work

AHEAD = "retention_ahead"
_SCREENING = frozenset(
    ("case", "membership", "move", "screening", "legal_hold", "destruction", "meeting")
)
# What stays of a file: its number, who worked on it, its steps, holds and the certificate. Of a
# partnership case also its clock, its phases and the register of what went to whom: without words.
STAYS: Mapping[CaseKind, frozenset[str]] = {
    CaseKind.SCREENING: _SCREENING,
    CaseKind.PARTNERSHIP: _SCREENING
    | {"partnership", "phase_move", "disclosure", "recipient_notice", "sharing_request"},
}


@dataclass(frozen=True, slots=True)
class RetentionLine:
    """One file, or its notes: by which class it is kept, until when, and whether it is held.

    `over` says that the term is over and the file is read no more: it has no title then.
    """

    case_id: UUID
    reference: str
    title: str
    kept: Kept
    hold: LegalHold | None
    gone: Destruction | None
    over: bool = False

    def due(self, today: date) -> bool:
        """Whether it may be destroyed now."""
        return self.kept.destroy_on <= today and self.hold is None and self.gone is None

    def near(self, today: date) -> bool:
        """Whether its destruction is due, or so near that it stands among the tasks."""
        if self.hold is not None or self.gone is not None:
            return False
        ahead = timedelta(days=house_terms().row(AHEAD, today).days)
        return self.kept.destroy_on - ahead <= today

    def plain(self, language: Language | str) -> dict[str, Any]:
        """The line as plain values; no title, which may name somebody."""
        row = self.kept.row
        return {
            "case": self.reference,
            "class": row.code,
            "name": row.name.in_(language),
            "basis": row.basis,
            "listed": row.listed,
            "start": self.kept.start.isoformat(),
            "destroy_on": self.kept.destroy_on.isoformat(),
            "held": self.hold is not None,
        }


def held(work: Work, case: Case) -> LegalHold | None:
    """The hold on a file, if there is one."""
    return work.session.scalars(_holding([case.id])).first()


def holding(work: Work, cases: Collection[UUID]) -> dict[UUID, LegalHold]:
    """The hold on each of these files that has one."""
    return {row.case_id: row for row in work.session.scalars(_holding(cases))}


def _holding(cases: Collection[UUID]) -> Select[LegalHold]:
    return select(LegalHold).where(LegalHold.case_id.in_(cases), LegalHold.lifted_on.is_(None))


def destroyed(work: Work, cases: Collection[UUID]) -> dict[UUID, dict[str, Destruction]]:
    """The certificates of these files, by class."""
    gone: dict[UUID, dict[str, Destruction]] = {}
    for row in work.session.scalars(select(Destruction).where(Destruction.case_id.in_(cases))):
        gone.setdefault(row.case_id, {})[row.retention] = row
    return gone
