"""A sign of exploitation: anybody hands it to the victim track, where a helper takes it up."""

import secrets
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from bureau.errors import NotFound
from bureau.model import SupportFile, SupportMember
from bureau.model.base import short_code
from bureau.operations._checks import said
from bureau.operations._houses import partnership
from bureau.operations._support_lines import write_line
from bureau.policy import Permission
from bureau.rules import support as law
from bureau.rules.events import EventKind
from bureau.rules.helping import NEUTRAL, EntryKind
from bureau.work import Work

LONGEST = 4_000
NUMBERS = range(100, 1_000)


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that nobody has taken up yet."""

    id: UUID
    version: int
    since: date
    text: str
    overdue: bool


def give_sign(work: Work, text: str) -> None:
    """Hand what was seen to the victim track; nothing of it comes back to whoever gives it."""
    work.require(Permission.SIGN_GIVE)
    seen = said(text, "sign", LONGEST)
    file = SupportFile(
        reference=f"SUP-{work.today.year}-{short_code()}",
        code_name=f"{secrets.choice(NEUTRAL)}-{secrets.choice(NUMBERS)}",
        state=law.FIRST,
        opened_on=work.today,
        house_id=partnership(work),
    )
    work.session.add(file)
    write_line(work, file, EntryKind.SIGN, seen, work.today, "sign")
    work.record(EventKind.SUPPORT_OPENED, file)


def list_signs(work: Work) -> tuple[Sign, ...]:
    """The signs of this house that nobody took up, oldest first."""
    work.require(Permission.SUPPORT_OPEN)
    rows = list(work.session.scalars(_waiting(work).order_by(SupportFile.opened_on)))
    work.record(EventKind.WORK_LISTED, "support_file:*")
    return tuple(
        Sign(row.id, row.version, row.opened_on, _said(row), row.opened_on < work.today)
        for row in rows
    )


def take_sign(work: Work, file_id: UUID, version: int) -> SupportFile:
    """Take up a sign: from now on only who takes it, and who is added, reads the file."""
    work.require(Permission.SUPPORT_OPEN)
    file: SupportFile | None = work.session.scalar(_waiting(work).where(SupportFile.id == file_id))
    if file is None:
        raise NotFound("There is nothing here that you may see.")
    work.expect(file, version, {})
    file.house_id = None
    member = SupportMember(user_id=work.actor.id, capacity="helper", since=work.today)
    file.members.append(member)
    work.record(EventKind.SUPPORT_SHARED, file)
    return file


def _waiting(work: Work) -> Select[Any]:
    return select(SupportFile).where(SupportFile.house_id == partnership(work))


def _said(file: SupportFile) -> str:
    return next((entry.text for entry in file.entries if entry.kind == EntryKind.SIGN), "")
