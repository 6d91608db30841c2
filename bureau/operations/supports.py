"""What helpers do with support files: open, note, agree, refer; nobody else can reach them."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed, NotFound
from bureau.model import Consent, SupportEntry, SupportFile, SupportMember, User
from bureau.model.base import short_code
from bureau.operations._checks import fitting, one_of, past, said
from bureau.operations._support_lines import answers_of, insist_unwritten, live, write_line
from bureau.policy import Permission
from bureau.rules import support as law
from bureau.rules.events import EventKind
from bureau.rules.helping import Dimension, EntryKind, Perception, Strength
from bureau.rules.helping import code_name as checked_name
from bureau.rules.partners import gives_support
from bureau.rules.support_parts import Alarm, purposes, ringing
from bureau.rules.vocabulary import Role
from bureau.work import Work

SIGNS = (EntryKind.INDICATOR, EntryKind.SIGN)  # one of them is enough to offer contact


@dataclass(frozen=True, slots=True)
class SupportView:
    """A support file with what can be done next."""

    file: SupportFile
    state: law.SupportState
    steps: tuple[law.SupportState, ...]
    consents: tuple[Consent, ...]
    parts: dict[str, dict[str, str]]
    clocks: tuple[law.SupportClock, ...]
    enough: bool
    alarms: tuple[Alarm, ...] = ()


def open_file(work: Work, code_name: str, safe_contact: str, needs: str) -> SupportFile:
    """A support file under a code name; no identity is needed to begin."""
    work.require(Permission.SUPPORT_OPEN)
    insist_unwritten(work, safe_contact=safe_contact, needs=needs)
    file = SupportFile(
        reference=f"SUP-{work.today.year}-{short_code()}",
        code_name=checked_name(code_name.strip()),
        state=law.FIRST,
        opened_on=work.today,
        safe_contact=fitting(safe_contact, "safe_contact"),
        needs=fitting(needs, "needs"),
    )
    member = SupportMember(user_id=work.actor.id, capacity="helper", since=work.today)
    file.members.append(member)
    work.session.add(file)
    work.record(EventKind.SUPPORT_OPENED, file)
    return file


def list_files(work: Work) -> list[SupportFile]:
    """The files in which one helps."""
    work.require(Permission.SUPPORT_OPEN)
    query = work.visible(Permission.SUPPORT_READ, SupportFile)
    work.record(EventKind.WORK_LISTED, "support_file:*")
    return list(work.session.scalars(query.order_by(SupportFile.opened_on.desc())))


def read_file(work: Work, file_id: UUID, *, editing: bool = False) -> SupportView:
    """One support file, to read or to write in; the look is recorded."""
    leave = Permission.SUPPORT_EDIT if editing else Permission.SUPPORT_READ
    file = work.support_file(file_id, leave)
    work.record(EventKind.SUPPORT_READ, file)
    table = law.support_states()
    state = table.row(file.state, work.today)
    steps = tuple(table.row(code, work.today) for code in state.next if code != law.LAST)
    parts = answers_of(file)
    clocks = law.clocks(work.today, file.reflection_until, parts.get("permit", {}))
    enough = any(entry.kind in SIGNS for entry in file.entries)
    alarms = ringing(parts, work.today)
    return SupportView(file, state, steps, tuple(file.consents), parts, clocks, enough, alarms)


def edit_file(work: Work, file_id: UUID, version: int, real_name: str, needs: str) -> SupportFile:
    """Who it is, and what they need in their own words; safe contact is a part of its own."""
    file = work.support_file(file_id, Permission.SUPPORT_EDIT)
    work.expect(file, version, {"real_name": real_name, "needs": needs})
    insist_unwritten(work, real_name=real_name, needs=needs)
    file.real_name = fitting(real_name, "real_name", 200)
    file.needs = fitting(needs, "needs")
    work.record(EventKind.SUPPORT_CHANGED, file)
    return file


def step_file(work: Work, file_id: UUID, version: int, target: str, reason: str) -> SupportFile:
    """Take the support a step further; the reason is kept in the file."""
    file = work.support_file(file_id, Permission.SUPPORT_EDIT)
    work.expect(file, version, {"state": target})
    _insist_not_last(target)
    moved = law.advance_support(file.state, target, work.today)
    told = answers_of(file)
    law.insist_recorded(law.support_states().row(file.state, work.today), target, told)
    law.insist_safe(moved.code, told, work.today)
    law.insist_agreed(moved, {consent.aim for consent in live(file)})
    file.state = moved.code
    write_line(work, file, "step", said(reason, "reason"), work.today, "reason")
    work.record(EventKind.SUPPORT_STEPPED, file, state=moved.code)
    return file


def _insist_not_last(target: str) -> None:
    if target == law.LAST:
        raise NotAllowed(
            "A support file is closed in a way of its own.",
            where={"step": target, "basis": "AVG 7(3), 17"},
            hint="Use Close this file: it recalls what was told and deletes what is kept.",
        )


def record_reflection(
    work: Work, file_id: UUID, version: int, start: date, until: date, *, dublin: bool = False
) -> SupportFile:
    """The reflection period (bedenktijd) that police or Marechaussee granted: its days.

    Raises Invalid for a start that lies ahead, an end before the start, and a period longer than
    the law allows (Vreemdelingencirculaire B8/3.1).
    """
    file = work.support_file(file_id, Permission.SUPPORT_EDIT)
    new = {
        "reflection_from": past(work, start, "reflection_from", law.first_reflection()),
        "reflection_until": until,
    }
    work.expect(file, version, new)
    law.check_reflection(start, until, dublin=dublin)
    file.reflection_from, file.reflection_until = start, until
    work.record(EventKind.SUPPORT_CHANGED, file, part="reflection", dublin=dublin)
    return file


def add_entry(
    work: Work,
    file_id: UUID,
    kind: str,
    text: str,
    on: date,
    *,
    dimension: str = "",
    strength: str = "",
    perceived: str = "",
    who: str = "",
    due_on: date | None = None,
) -> SupportEntry:
    """An indicator seen, a step of the support plan, a right explained or a hold."""
    file = work.support_file(file_id, Permission.SUPPORT_EDIT)
    known = one_of(kind, "kind", tuple(EntryKind))
    day = on if known == EntryKind.PLAN else past(work, on, "on")
    entry = write_line(work, file, known, said(text, "text"), day)
    if kind == EntryKind.INDICATOR:
        entry.dimension = one_of(dimension, "dimension", tuple(Dimension))
        entry.strength = one_of(strength, "strength", tuple(Strength))
        entry.perceived = one_of(perceived, "perceived", tuple(Perception))
    insist_unwritten(work, who=who)
    entry.who, entry.due_on = fitting(who, "who", 200), due_on
    work.record(EventKind.SUPPORT_CHANGED, file, line=kind)
    return entry


def record_consent(
    work: Work,
    file_id: UUID,
    purpose: str,
    recipient: str,
    explained_how: str,
    language: str,
    aim: str = "coordination",
) -> Consent:
    """What the person agreed may be told, to whom and for what; `aim` is a code of the purposes."""
    file = work.support_file(file_id, Permission.SUPPORT_EDIT)
    insist_unwritten(work, purpose=purpose, recipient=recipient, explained_how=explained_how)
    consent = Consent(
        file=file,
        aim=one_of(aim, "aim", purposes().codes()),
        purpose=said(purpose, "purpose", 300),
        recipient=said(recipient, "recipient", 200),
        explained_how=said(explained_how, "explained_how", 300),
        language=said(language, "language", 60),
        given_on=work.today,
    )
    work.session.add(consent)
    work.record(EventKind.CONSENT_RECORDED, file, given_on=work.today)
    return consent


def share_file(work: Work, file_id: UUID, login: str, organisation: str) -> SupportMember:
    """Let another helper read the file: one of the support body that is named by code or name.

    Raises NotFound in the same words for whoever is unknown, no helper or of another body.
    """
    file = work.support_file(file_id, Permission.SUPPORT_SHARE)
    wanted = select(User).where(User.login == fitting(login, "login", 80), User.active)
    user = work.session.scalar(wanted)
    named = said(organisation, "organisation", 200)
    if user is None or not _helps(work, user, named):
        raise NotFound(
            "{login} is no helper of {organisation} who could take part.",
            where={"field": "login"},
            hint="Only people of a body for victim support can be added. Name that body.",
            login=login,
            organisation=named,
        )
    member = SupportMember(user_id=user.id, capacity="helper", since=work.today)
    file.members.append(member)
    work.record(EventKind.SUPPORT_SHARED, file, organisation=user.organisation.code)
    return member


def _helps(work: Work, user: User, named: str) -> bool:
    body = user.organisation
    return (
        Role.CARE in user.held(work.today)
        and named.casefold() in (body.code.casefold(), body.name.casefold())
        and gives_support(body.kind, work.today)
    )


def find_file(work: Work, reference: str) -> UUID:
    """The id behind a reference, for a helper of the file."""
    file = work.support_file_called(reference, Permission.SUPPORT_READ)
    work.record(EventKind.SUPPORT_READ, file)
    return file.id


def show_plain(work: Work, reference: str) -> dict[str, Any]:
    """A support file as plain values: code name, state and dates; nothing sealed."""
    file = work.support_file_called(reference, Permission.SUPPORT_READ)
    work.record(EventKind.SUPPORT_READ, file)
    state = law.support_states().row(file.state, work.today)
    return {
        "case": file.reference,
        "kind": "support",
        "code_name": file.code_name,
        "state": file.state,
        "state_name": state.name.en,
        "opened": file.opened_on.isoformat(),
        "clocks": [],
        "lines": len(file.entries),
        "consents": [consent.recipient for consent in file.consents if not consent.withdrawn_on],
    }
