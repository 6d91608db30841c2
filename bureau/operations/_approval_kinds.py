"""Every kind of record that can wait for a second person, by its table."""

from collections.abc import Mapping

from bureau.model import ApprovalRequest, Audited
from bureau.operations._case_approvals import DECISION, HAND, OBJECTION
from bureau.operations._destruction_approvals import DESTRUCTION
from bureau.operations._dossier_approvals import DOSSIER, PLAN
from bureau.operations._house_approvals import LIFT, MANDATE, ROLE, ROTATION
from bureau.operations._notice_approvals import NOTICE
from bureau.operations._reset_approvals import FACTORS
from bureau.operations._second_person import Kind
from bureau.operations.holds import LIFTING
from bureau.work import Work

KINDS: Mapping[str, Kind] = {
    kind.table.__tablename__: kind
    for kind in (
        *(DOSSIER, PLAN, NOTICE, DECISION, OBJECTION, HAND),
        *(ROLE, MANDATE, DESTRUCTION, LIFTING, LIFT, ROTATION, FACTORS),
    )
}


def about(work: Work, request: ApprovalRequest) -> tuple[Kind, Audited | None]:
    """The kind of record that a request is about, and the record where it is still there."""
    kind = KINDS[request.subject_kind]
    return kind, work.session.get(kind.table, request.subject_id)
