"""A correction as it is kept: what it said and says now, and every place that used it."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from bureau.model import Case, Correction, CorrectionPlace
from bureau.operations import _correction_places, _rows, _sharing_following
from bureau.operations._sought import Sought
from bureau.rules.events import EventKind
from bureau.work import Work


def keep(work: Work, case: Case, row: Correction, sought: Sought, skip: UUID) -> Correction:
    """Keep `row` with a place for each use of what is `sought`, and record it."""
    row.case_id, row.number = case.id, _count(work, case) + 1
    row.by_id, row.at = work.actor.id, work.now
    work.session.add(row)
    work.session.flush()
    kept = _rows.rows(work.session, case)
    for number, place in enumerate(_correction_places.places(work, kept, sought, skip), 1):
        row.places.append(
            CorrectionPlace(
                case_id=case.id,
                number=number,
                kind=place.kind,
                place_id=place.id,
                label=place.label,
                outside=bool(place.recipient),
                recipient=place.recipient or None,
            )
        )
    work.record(EventKind.FACT_CORRECTED, row, corrected=row.subject, places=len(row.places))
    _sharing_following.follow(work, case, row)
    return row


def _count(work: Work, case: Case) -> int:
    rows = select(Correction.id).where(Correction.case_id == case.id)
    return len(work.session.scalars(rows).all())


def tell_recipient(
    work: Work, case: Case, place_id: UUID, corrections: Sequence[UUID], answer: str
) -> None:
    """The recipient of what left the house was told of these corrections (AVG 19)."""
    rows = select(CorrectionPlace).where(
        CorrectionPlace.case_id == case.id,
        CorrectionPlace.place_id == place_id,
        CorrectionPlace.correction_id.in_(corrections),
        CorrectionPlace.done_on.is_(None),
    )
    for place in work.session.scalars(rows):
        place.answer, place.done_on, place.done_by_id = answer, work.today, work.actor.id
        work.record(EventKind.CORRECTION_FOLLOWED, place, place=place.kind, outside=place.outside)


def unsent_notices(session: Session, case: Case) -> frozenset[UUID]:
    """The letters and dossiers whose recipient is still to be told of a correction (AVG 19)."""
    rows = select(CorrectionPlace.place_id).where(
        CorrectionPlace.case_id == case.id,
        CorrectionPlace.outside.is_(True),
        CorrectionPlace.done_on.is_(None),
    )
    return frozenset(session.scalars(rows))


def corrected(session: Session, case: Case) -> frozenset[UUID]:
    """The letters and dossiers that say something which was corrected since, told of it or not."""
    rows = select(CorrectionPlace.place_id).where(
        CorrectionPlace.case_id == case.id, CorrectionPlace.outside.is_(True)
    )
    return frozenset(session.scalars(rows))
