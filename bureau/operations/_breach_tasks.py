"""What a dossier that went astray asks: to notify the breach in time, or to say why not."""

from datetime import date
from uuid import UUID

from sqlalchemy import Select, literal, select

from bureau.model import Case, DossierNotice, Membership
from bureau.model.dossier_notice import GONE
from bureau.operations._lease_tasks import HANDLER
from bureau.operations._task_counts import TaskKind
from bureau.work import Work


def asked(work: Work) -> Select[str, UUID, str, date | None]:
    """What recalls ask of a handler of their files (AVG 33): kind, case, reference, last day."""
    kind = literal(TaskKind.REPORT_BREACH.value)
    return (
        select(kind, DossierNotice.case_id, Case.reference, DossierNotice.breach_due_on)
        .join(Case, Case.id == DossierNotice.case_id)
        .join(Membership, Membership.case_id == Case.id)
        .where(Membership.user_id == work.actor.id, Membership.capacity == HANDLER)
        .where(DossierNotice.breach_due_on.is_not(None), DossierNotice.breach == "")
        .where(DossierNotice.state.not_in(GONE))
    )
