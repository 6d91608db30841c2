"""Waiting for a second person: list, open exactly what is asked, approve, refuse, withdraw."""

from dataclasses import dataclass
from uuid import UUID

from bureau.errors import NotFound
from bureau.model import (
    ApprovalRequest,
    Audited,
    Case,
    Dossier,
    DossierNotice,
    SupportDossier,
    SupportFile,
)
from bureau.operations import _approval_view, _approving, _second_person
from bureau.operations._approval_kinds import about
from bureau.operations._approval_view import RequestLine, RequestView
from bureau.operations._approval_words import stop, told
from bureau.operations._second_person import Kind, Thing
from bureau.policy import Permission
from bureau.rules.approvals import Ground, acts
from bureau.rules.events import EventKind
from bureau.work import Work

KEEPING = ("destruction", "lift_hold")  # all that is left of a case of which the term is over

__all__ = ["RequestLine", "RequestView"]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for this person, and what this person asked."""

    lines: tuple[RequestLine, ...]
    own: tuple[RequestLine, ...]


def list_waiting(work: Work) -> Waiting:
    """What others asked and this person may answer, the oldest first; and what one asked."""
    found = list_tasks(work)
    own = [_approval_view.line(work, row, file) for row, file in _approval_view.own(work)]
    return Waiting(found, tuple(own))


def list_tasks(work: Work) -> tuple[RequestLine, ...]:
    """What others asked and this person may answer, the oldest first."""
    work.require(Permission.WORK_READ)
    found = [_approval_view.line(work, row, file) for row, file in _approval_view.waiting(work)]
    work.record(EventKind.APPROVAL_LISTED, "approval_request:*", shown=len(found))
    return tuple(found)


def open_request(work: Work, request_id: UUID, *, shown: bool = True) -> RequestView:
    """Exactly what is asked; once it is `shown`, whoever saw it may answer, except pages.

    Whoever has no leave for it and did not ask it finds nothing here.
    """
    row, kind, record, thing = _known(work, request_id)
    if shown and not kind.paper:
        _approving.look(work, kind, record)
    seen = True if shown and not kind.paper else None
    ground = _second_person.objection_to(work, kind, row, record, opened=seen)
    work.record(EventKind.APPROVAL_LISTED, row, act=row.act)
    act = acts().row(row.act, work.today)
    return RequestView(
        line=_approval_view.line(work, row, thing.file.reference if thing.file else ""),
        version=row.version,
        digest=row.digest,
        says=thing.says,
        reason=row.reason,
        paper=_paper(record),
        own=row.asked_by_id == work.actor.id,
        against=told(ground) if ground and ground is not Ground.UNOPENED else "",
        unopened=ground is Ground.UNOPENED,
        annexes=_second_person.unopened(work, kind, row, record),
        settled_by=row.settled_by.name if row.settled_by else "",
        settled_at=row.settled_at,
        why=_approval_view.why_own(act, ground),
    )


def approve(
    work: Work, request_id: UUID, version: int, digest: str, words: str = ""
) -> ApprovalRequest:
    """Agree to exactly what has this digest; the page asks for the password once more."""
    row, kind, record, _ = _known(work, request_id)
    work.expect(row, version, {})
    _last(work, kind, row, record)
    return _approving.approve(work, kind, record, digest, words)


def refuse(work: Work, request_id: UUID, version: int, reason: str) -> ApprovalRequest:
    """Say no, with the reason."""
    row, kind, record, _ = _known(work, request_id)
    work.expect(row, version, {})
    _last(work, kind, row, record)
    return _approving.refuse(work, kind, record, reason)


def withdraw(work: Work, request_id: UUID, version: int) -> ApprovalRequest:
    """Take back what one asked, as long as nobody made use of it."""
    row, _, _, _ = _known(work, request_id)
    _insist_own(work, row)
    work.expect(row, version, {})
    return _approving.withdraw(work, row)


def ask_again(work: Work, request_id: UUID) -> ApprovalRequest:
    """Ask anew, as it is now, what one asked before and what ended without use."""
    row, kind, record, _ = _known(work, request_id)
    _insist_own(work, row)
    _last(work, kind, row, record)
    if not kind.waits(record) or _approving.is_open(work, row):
        stop(Ground.STATE)
    return _approving.ask(work, kind, record, row.reason)


def _known(work: Work, request_id: UUID) -> tuple[ApprovalRequest, Kind, Audited, Thing]:
    """A request with what it is about, for whoever asked it or has leave to answer."""
    work.require(Permission.WORK_READ)
    row = work.session.get(ApprovalRequest, request_id)
    kind, record = about(work, row) if row else (None, None)
    if row is None or kind is None or record is None:
        raise NotFound("There is nothing here that you may see.")
    act, thing = acts().row(row.act, work.today), kind.thing(work, record)
    if row.asked_by_id != work.actor.id:
        work.require(Permission(act.permission), thing.file)
        if thing.file is None and row.organisation_id != work.actor.organisation_id:
            raise NotFound("There is nothing here that you may see.")
    elif isinstance(thing.file, Case):
        kept = row.act in KEEPING
        work.case(thing.file.id, Permission.RETENTION_READ if kept else Permission.CASE_READ)
    elif isinstance(thing.file, SupportFile):
        work.support_file(thing.file.id, Permission.SUPPORT_READ)
    return row, kind, record, thing


def _insist_own(work: Work, row: ApprovalRequest) -> None:
    if row.asked_by_id != work.actor.id:
        raise NotFound("There is nothing here that you may see.")


def _last(work: Work, kind: Kind, row: ApprovalRequest, record: Audited) -> None:
    """Only the last request about a record is answered; one before it is over."""
    if _approving.standing(work, kind, record).id != row.id:
        stop(Ground.STATE)


def _paper(record: Audited) -> tuple[str, *tuple[UUID, ...]] | None:
    """Where the pages are: in which kind of file, which file, which dossier."""
    if isinstance(record, Dossier):
        return ("case", record.case_id, record.id)
    if isinstance(record, SupportDossier):
        return ("support_file", record.file_id, record.id)
    if isinstance(record, DossierNotice):
        return ("notice", record.case_id, record.dossier_id, record.id)
    return None
