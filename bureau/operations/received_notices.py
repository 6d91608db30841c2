"""The recipient's room: notices about what was issued to the own office, read and confirmed."""

from uuid import UUID

from bureau.errors import NotAllowed, NotFound
from bureau.model import CopyNotice
from bureau.operations._copy_notices import what_was_done
from bureau.operations._notice_names import name
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.work import Work


def take_notice(work: Work, copy_id: UUID, told_id: UUID) -> tuple[str, bytes]:
    """The pages of a notice and a name for them."""
    row = _mine(work, copy_id, told_id, Permission.RECEIVED_READ)
    work.record(EventKind.DOSSIER_NOTICE_READ, row, notice=row.notice.kind)
    return f"{name(row.notice.dossier, row.notice.number)}.pdf", row.notice.pdf


def confirm_notice(
    work: Work, copy_id: UUID, told_id: UUID, version: int, done: str = ""
) -> CopyNotice:
    """Say by name that the notice was read, and in words what was done about it; once.

    Raises Invalid for a recall without those words: a copy that nobody speaks of may still be used.
    """
    row = _mine(work, copy_id, told_id, Permission.RECEIVED_ANSWER)
    work.expect(row, version, {"done": done})
    if row.received_at is not None:
        raise NotAllowed(
            "The notice was confirmed already.",
            where={"guard": "receipt"},
            hint="Open the page again to see by whom.",
        )
    row.done = what_was_done(row, done)
    row.received_by_id, row.received_at = work.actor.id, work.now
    notice = row.notice
    work.record(EventKind.DOSSIER_NOTICE_CONFIRMED, row, notice=notice.kind, number=notice.number)
    return row


def _mine(work: Work, copy_id: UUID, told_id: UUID, permission: Permission) -> CopyNotice:
    row = work.session.get(CopyNotice, told_id)
    if row is None or row.copy_id != copy_id:
        raise NotFound("There is nothing here that you may see.")
    work.require(permission, row.copy)
    return row
