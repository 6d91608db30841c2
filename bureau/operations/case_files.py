"""A case file as one reader may see it: where it stands, what can be done, what is in it."""

from uuid import UUID

from bureau.model import Advice, Case, TakenOver
from bureau.operations import _case_view, _rows
from bureau.operations._case_values import AdviceLine, CaseView
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.work import Work

__all__ = ["CaseView", "read_case"]


def read_case(work: Work, case_id: UUID) -> CaseView:
    """The case with its state, steps, clocks and members, and what its reader may see inside.

    Parties, findings, decisions and the rest of the inquiry are there only with the leave that
    their own pages ask; without it the answer is that of a case that has none. What an advice
    says is only there for its named readers; looking is recorded.
    """
    case = work.case(case_id, Permission.CASE_READ)
    kept = _rows.rows(work.session, case, (*_rows.WHOLE, TakenOver))
    inside = work.may(Permission.NETWORK_READ, case)
    advices = (_line(work, advice) for advice in kept.all(Advice))
    work.record(EventKind.CASE_READ, case)
    return _case_view.view(
        kept,
        work.today,
        inside=inside,
        advices=tuple(line for line in advices if inside or line.may_read),
        capacity=_capacity(work, case),
        may_step=work.may(Permission.CASE_STEP, case),
    )


def _capacity(work: Work, case: Case) -> str:
    own = (row.capacity for row in case.members if row.user_id == work.actor.id)
    return next(own, "leased")


def _line(work: Work, advice: Advice) -> AdviceLine:
    document = advice.document
    readable = document is not None and work.may(Permission.DOCUMENT_READ, document)
    return AdviceLine(
        id=advice.id,
        asked_on=advice.asked_on,
        extended_on=advice.extended_on,
        received_on=advice.received_on,
        declined_on=advice.declined_on,
        may_read=readable,
        version=advice.version,
    )
