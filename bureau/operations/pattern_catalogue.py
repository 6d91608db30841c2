"""The catalogue of patterns, with what came of their leads across an organisation."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from bureau.graph.patterns import PATTERNS
from bureau.model import Case, Hit
from bureau.operations._came import FEWEST, Came, came
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.patterns import Pattern, patterns
from bureau.work import Work

__all__ = ["FEWEST", "Came"]


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """One pattern of the catalogue and what came of it; `runs` where the search exists."""

    pattern: Pattern
    runs: bool
    came: Came


def read_catalogue(work: Work) -> tuple[CatalogueRow, ...]:
    """Every pattern that holds today, with counts over all cases of the own organisation.

    Counts only: no case, no person, no period. A count over fewer than five cases is not told,
    nor one that would be of fewer without the cases that the reader may see; the parts of a
    count are told only where none of them is so small, so that none follows from the rest.
    """
    work.require(Permission.PATTERN_READ)
    query = (
        select(Hit.pattern, Hit.status, Hit.case_id, func.count())
        .join(Case, Case.id == Hit.case_id)
        .where(Case.organisation_id == work.actor.organisation_id)
        .group_by(Hit.pattern, Hit.status, Hit.case_id)
    )
    counted: dict[str, dict[str, dict[UUID, int]]] = {}
    for code, status, case_id, count in work.session.execute(query):
        counted.setdefault(code, {}).setdefault(status, {})[case_id] = count
    readable = work.visible(Permission.NETWORK_READ, Case).with_only_columns(Case.id)
    seen = frozenset(work.session.scalars(readable))
    work.record(EventKind.PATTERN_CATALOGUE_READ, f"organisation:{work.actor.organisation_id}")
    return tuple(
        CatalogueRow(row, row.code in PATTERNS, came(counted.get(row.code, {}), seen))
        for row in patterns().on(work.today)
    )
