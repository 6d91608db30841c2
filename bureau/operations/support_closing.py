"""Closing a support file: what it held is deleted and its key destroyed."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid
from bureau.model import Base, SupportDossier, SupportFile
from bureau.operations._support_lines import insist_told
from bureau.policy import Permission
from bureau.rules import support as law
from bureau.rules.events import EventKind
from bureau.work import Work

GONE = "-"


def close_file(
    work: Work, file_id: UUID, version: int, *, understood: bool, with_deletion: bool = True
) -> SupportFile:
    """End the support. With deletion nothing remains but reference, days and the fact of closing.

    Raises NotAllowed while a recipient was not told of a recall, Invalid unless it was understood
    that nobody can read the file any more (AVG 7(3), 17).
    """
    file = work.support_file(file_id, Permission.SUPPORT_EDIT)
    work.expect(file, version, {"state": law.LAST})
    moved = law.advance_support(file.state, law.LAST, work.today)
    if with_deletion:
        if not understood:
            raise Invalid(
                "Say that you understand that nobody can read this file any more.",
                where={"field": "understood"},
                hint="Give the person a copy first if she wants one: a plan can be issued.",
            )
        insist_told(file)
        _delete(work, file)
    file.state, file.closed_on = moved.code, work.today
    work.record(EventKind.SUPPORT_CLOSED, file)
    return file


def _delete(work: Work, file: SupportFile) -> None:
    """Every record within, then the words, then the key: copies elsewhere stay unreadable."""
    plans = select(SupportDossier).where(SupportDossier.file_id == file.id)
    inside: Iterable[Iterable[Base]] = (
        tuple(work.session.scalars(plans)),
        tuple(file.referrals),
        tuple(file.parts),
        tuple(file.entries),
        tuple(file.consents),
    )
    for rows in inside:
        for row in rows:
            work.session.delete(row)
        work.session.flush()
    work.session.expire(file, ["referrals", "parts", "entries", "consents"])
    file.real_name_locked = file.safe_contact_locked = file.needs_locked = None
    file.minor = file.reflection_from = file.reflection_until = None
    file.code_name, file.lock = GONE, None
