"""Until when each partnership case is kept: its first processing, its ending, its hold."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select

from bureau.model import Case, Destruction, LegalHold, Move, Partnership
from bureau.operations._keeping_lines import RetentionLine, destroyed, holding
from bureau.policy import Permission
from bureau.rules import retention
from bureau.rules.regimes import JOINT
from bureau.rules.vocabulary import CaseKind
from bureau.standing import CLOSED, Standing, ending, over, standing
from bureau.work import Work


def lines(work: Work, permission: Permission, *, by: date | None = None) -> Iterator[RetentionLine]:
    """The partnership cases one has `permission` for; with `by` those that can end until then."""
    query = work.visible(permission, Case).where(Case.kind == CaseKind.PARTNERSHIP)
    if by is not None:
        query = query.where(ending(by))
    cases = work.session.scalars(query).unique().all()
    if not cases:
        return
    ids = [case.id for case in cases]
    holds, gone = holding(work, ids), destroyed(work, ids)
    clocks = select(Partnership).where(Partnership.case_id.in_(ids))
    since = {row.case_id: row.first_processing_at.date() for row in work.session.scalars(clocks)}
    ends = select(Move).where(Move.case_id.in_(ids), Move.target == CLOSED).order_by(Move.number)
    ended = {row.case_id: row for row in work.session.scalars(ends)}
    past = select(Case.id).where(Case.id.in_(ids), over(work.today))
    unread = set(work.session.scalars(past)) if ids else set()
    for case in cases:
        first = since.get(case.id, case.opened_at.date())
        certificates = list(gone.get(case.id, {}).values())
        yield _line(
            work,
            case,
            first,
            ended.get(case.id),
            holds.get(case.id),
            (*certificates, None)[0],
            past=case.id in unread,
        )


def line(work: Work, case: Case) -> RetentionLine:
    """Until when this partnership case is kept."""
    kept = work.session.scalar(select(Partnership).where(Partnership.case_id == case.id))
    ends = select(Move).where(Move.case_id == case.id, Move.target == CLOSED)
    ended = work.session.scalars(ends.order_by(Move.number.desc())).first()
    certificates = list(destroyed(work, [case.id]).get(case.id, {}).values())
    first = kept.first_processing_at.date() if kept else case.opened_at.date()
    hold = holding(work, [case.id]).get(case.id)
    past = standing(work.session, case, work.today) is Standing.OVER
    return _line(work, case, first, ended, hold, (*certificates, None)[0], past=past)


def _line(
    work: Work,
    case: Case,
    first: date,
    ended: Move | None,
    hold: LegalHold | None,
    gone: Destruction | None,
    *,
    past: bool,
) -> RetentionLine:
    closed = case.state == CLOSED and ended is not None
    kept = retention.kept_together(
        case.regime or JOINT,
        first,
        ended.transition if ended and closed else "",
        ended.taken_on if ended and closed else None,
        work.today,
    )
    title = case.reference if past else case.title
    return RetentionLine(case.id, case.reference, title, kept, hold, gone, past)
