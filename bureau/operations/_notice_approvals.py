"""A notice about an issued dossier waits for a second person, who has opened its pages."""

from bureau.model import ApprovalRequest, DossierNotice
from bureau.model.dossier import APPROVED, LAPSED, PREPARED, REFUSED
from bureau.operations import _approving
from bureau.operations._second_person import Kind, Thing
from bureau.rules.events import EventKind
from bureau.work import Work

ACT = "notice"


def _act(_: DossierNotice) -> str:
    return ACT


def _thing(_: Work, notice: DossierNotice) -> Thing:
    kept = notice.dossier
    says = {
        "notice": notice.kind,
        "track": kept.track.value,
        "number": notice.number,
        "recipient": kept.recipient,
        "about": kept.content_sha256,
        "pages": notice.pages,
        "content_sha256": notice.content_sha256,
        "pdf_sha256": notice.pdf_sha256,
    }
    return Thing(notice.case, says, notice.asked_by)


def _agreed(work: Work, row: ApprovalRequest, notice: DossierNotice) -> None:
    notice.state = APPROVED
    notice.approved_by_id, notice.approved_at = row.settled_by_id, row.settled_at
    work.record(EventKind.DOSSIER_NOTICE_APPROVED, notice, sha256=notice.content_sha256)


def _turned_down(work: Work, row: ApprovalRequest, notice: DossierNotice) -> None:
    notice.state = REFUSED
    work.record(EventKind.DOSSIER_NOTICE_REFUSED, notice, reason=row.answer)


def _waits(notice: DossierNotice) -> bool:
    return notice.state == PREPARED


def lapse(work: Work, notice: DossierNotice) -> None:
    """End a notice that can no longer be sent, with what was asked about it."""
    _approving.let_go(work, NOTICE, notice)
    notice.state = LAPSED
    work.record(EventKind.DOSSIER_NOTICE_LAPSED, notice, sha256=notice.content_sha256)


NOTICE = Kind(DossierNotice, _act, _thing, _waits, _agreed, _turned_down, paper=True)
