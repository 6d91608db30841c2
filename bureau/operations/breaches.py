"""A dossier that went astray: whether the breach was notified to the supervisory authority."""

from uuid import UUID

from bureau.errors import NotAllowed, NotFound
from bureau.model import DossierNotice
from bureau.operations._checks import one_of, said
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.work import Work

ANSWERS = ("notified", "not_needed")


def answer_breach(
    work: Work,
    case_id: UUID,
    dossier_id: UUID,
    notice_id: UUID,
    version: int,
    answer: str,
    words: str,
) -> DossierNotice:
    """Say that the breach was notified, when and under which number, or why it need not (AVG 33).

    It is said once, also while the victim track holds the case. NotAllowed for another notice.
    """
    case = work.case(case_id, Permission.DOSSIER_READ)
    work.require(Permission.DOSSIER_PREPARE, case)
    row = work.within(DossierNotice, notice_id, case)
    if row.dossier_id != dossier_id:
        raise NotFound("There is nothing here that you may see.")
    work.expect(row, version, {"breach": answer})
    if row.breach_due is None:
        raise NotAllowed(
            "There is no duty to notify that is not answered yet.",
            where={"guard": "breach", "basis": "AVG 33(1), 33(5)"},
            hint="Open the page again to see what was said, and by whom.",
        )
    row.breach = one_of(answer, "breach", ANSWERS)
    row.breach_words = said(words, "breach_words", 2000)
    row.breach_by_id, row.breach_at = work.actor.id, work.now
    work.record(EventKind.DOSSIER_NOTICE_WEIGHED, row, answer=row.breach)
    return row
