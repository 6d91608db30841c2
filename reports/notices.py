"""Notices about an issued dossier: composed by one person, approved by another, sent once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import Case, CopyNotice, DossierCopy, DossierNotice
from bureau.model import Dossier as Kept
from bureau.model.dossier import APPROVED, ISSUED, PREPARED
from bureau.operations import _approving, _correcting
from bureau.operations._checks import fitting, said
from bureau.operations._notice_approvals import NOTICE, lapse
from bureau.policy import Permission
from bureau.rules import notices as law
from bureau.rules.dates import civil_date
from bureau.rules.events import EventKind
from bureau.rules.notices import NoticeDuty, NoticeGround, NoticeKind
from bureau.work import Work
from reports import issue, notice_facts
from reports.notice_facts import Offered, Wanted
from reports.notice_paper import digest
from reports.sheet import PrintedSheet
from reports.values.notice import Notice

__all__ = ["Wanted"]
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Board:
    """The notices about a dossier, the newest first, and what can still be told.

    `unlocated` counts the corrections that are not offered, as they stand nowhere in it.
    """

    dossier: Kept
    notices: tuple[DossierNotice, ...]
    offered: tuple[Offered, ...]
    unlocated: int
    recalled: bool
    may_prepare: bool
    may_issue: bool
    grounds: tuple[NoticeGround, ...]
    duties: tuple[NoticeDuty, ...]


def list_notices(work: Work, case_id: UUID, dossier_id: UUID) -> Board:
    """The notices about a dossier with who confirmed them, and the corrections not told yet."""
    case = work.case(case_id, Permission.DOSSIER_READ)
    kept = issue.read_dossier(work, case_id, dossier_id, whole=False)
    work.record(EventKind.DOSSIER_NOTICE_LISTED, kept)
    rows = _of(work, kept)
    gone = _recalled(rows)
    may = kept.state == ISSUED and not gone and work.may(Permission.DOSSIER_PREPARE, case)
    open_ = notice_facts.open_corrections(work, case, kept) if may else ()
    offered = tuple(one for one in open_ if one.where)
    return Board(
        kept,
        tuple(reversed(rows)),
        offered,
        len(open_) - len(offered),
        gone,
        may,
        work.may(Permission.DOSSIER_ISSUE, case),
        law.grounds(NoticeKind.RECALL, kept.track, work.today),
        law.choices(work.today),
    )


def list_recalled(work: Work, case_id: UUID) -> frozenset[UUID]:
    """The dossiers of a case that were taken back."""
    case = work.case(case_id, Permission.DOSSIER_READ)
    query = select(DossierNotice.dossier_id).where(
        DossierNotice.case_id == case.id,
        DossierNotice.kind == NoticeKind.RECALL,
        DossierNotice.state == ISSUED,
    )
    work.record(EventKind.DOSSIER_NOTICE_LISTED, case)
    return frozenset(work.session.scalars(query))


def compose_notice(work: Work, case_id: UUID, dossier_id: UUID, wanted: Wanted) -> Notice:
    """What the notice says; raises NotAllowed for a dossier that is not out, or is taken back."""
    case = _case(work, case_id, Permission.DOSSIER_PREPARE, wanted.kind)
    kept = issue.read_dossier(work, case_id, dossier_id, whole=False)
    rows = _of(work, kept)
    _insist_out(work, case, kept, rows)
    made = _made(work, case, kept, wanted, len(rows) + 1, work.today)
    work.record(EventKind.DOSSIER_NOTICE_COMPOSED, kept, notice=wanted.kind)
    return made


def keep_notice(
    work: Work, case_id: UUID, dossier_id: UUID, wanted: Wanted, paper: PrintedSheet
) -> DossierNotice:
    """Keep a notice for somebody else to agree to; one that can be sent no longer makes room."""
    case = _case(work, case_id, Permission.DOSSIER_PREPARE, wanted.kind)
    kept = issue.read_dossier(work, case_id, dossier_id, whole=False)
    rows = _of(work, kept)
    for stale in _insist_out(work, case, kept, rows):
        lapse(work, stale)
    row = DossierNotice(
        case=case,
        dossier=kept,
        number=len(rows) + 1,
        kind=wanted.kind,
        state=PREPARED,
        wanted=wanted.plain(),
        content_sha256=paper.content_sha256,
        pdf_sha256=paper.sha256,
        pages=paper.pages,
        pdf=paper.pdf,
        asked_by_id=work.actor.id,
        asked_at=work.now,
        breach_due_on=law.breach_due(wanted.ground, work.today),
    )
    work.session.add(row)
    work.record(EventKind.DOSSIER_NOTICE_PREPARED, row, sha256=row.content_sha256)
    _approving.ask(work, NOTICE, row)
    return row


def read_notice(work: Work, case_id: UUID, dossier_id: UUID, notice_id: UUID) -> tuple[str, bytes]:
    """The pages of a notice and a name for them; whoever opened them may agree to them."""
    case = work.case(case_id, Permission.DOSSIER_READ)
    row = _within(work, case, dossier_id, notice_id)
    if row.state == PREPARED:
        _approving.look(work, NOTICE, row)
    work.record(EventKind.DOSSIER_EXPORTED, row, part="notice", state=row.state)
    return f"{notice_facts.name(row.dossier, row.number)}.pdf", row.pdf


def issue_notice(work: Work, case_id: UUID, dossier_id: UUID, notice_id: UUID) -> DossierNotice:
    """Send an approved notice, once, to whoever received a copy.

    Raises NotAllowed where it is not approved, or would say something else by now.
    """
    row = _within(work, work.case(case_id, Permission.DOSSIER_READ), dossier_id, notice_id)
    case = _case(work, case_id, Permission.DOSSIER_ISSUE, row.kind)
    _insist_same(work, case, row)
    _approving.use(work, NOTICE, row)
    row.state, row.issued_at = ISSUED, work.now
    copies = select(DossierCopy).where(DossierCopy.dossier_id == row.dossier_id)
    for copy in work.session.scalars(copies).unique():
        row.told.append(CopyNotice(case_id=case.id, copy=copy))
    told = [UUID(one) for one in row.wanted["corrections"]]
    answer = notice_facts.name(row.dossier, row.number)
    _correcting.tell_recipient(work, case, row.dossier_id, told, answer)
    work.record(EventKind.DOSSIER_NOTICE_ISSUED, row, notice=row.kind, sha256=row.pdf_sha256)
    return row


def _case(work: Work, case_id: UUID, permission: Permission, kind: str) -> Case:
    """The case of a notice; a dossier is taken back while the victim track holds the case, too."""
    case = work.case(case_id, Permission.DOSSIER_READ if kind == NoticeKind.RECALL else permission)
    work.require(permission, case)
    return case


def _within(work: Work, case: Case, dossier_id: UUID, notice_id: UUID) -> DossierNotice:
    """A notice about this dossier of the case, where one may open that dossier."""
    kept = issue.read_dossier(work, case.id, dossier_id, whole=False)
    row = work.within(DossierNotice, notice_id, case)
    if row.dossier_id != kept.id:
        raise NotFound("There is nothing here that you may see.")
    return row


def _made(
    work: Work, case: Case, kept: Kept, wanted: Wanted, number: int, dated: date, by: str = ""
) -> Notice:
    ground = law.ground(wanted.kind, kept.track, wanted.ground, dated)
    correction = wanted.kind is NoticeKind.CORRECTION
    if correction and not wanted.corrections:
        raise Invalid(
            "Say which corrections are told.",
            where={"field": "corrections"},
            hint="Tick at least one; what does not stand in the dossier stays unticked.",
        )
    reason = fitting(wanted.reason, "reason", LONGEST)
    if not correction:
        reason = said(wanted.reason, "reason", LONGEST)
    asked = () if correction else law.duties(wanted.duty, dated)
    told = notice_facts.told(work, kept, wanted.corrections) if correction else ()
    words = notice_facts.Words(ground, reason, asked, told, by or work.actor.name)
    return notice_facts.notice(work, case, kept, number, dated, words)


def _again(work: Work, case: Case, row: DossierNotice) -> Notice:
    plain: Mapping[str, Any] = row.wanted
    wanted = Wanted(
        NoticeKind(row.kind),
        *(plain["reason"], plain["ground"], plain["duty"]),
        tuple(UUID(one) for one in plain["corrections"]),
    )
    dated, by = civil_date(row.asked_at), row.asked_by.name
    return _made(work, case, row.dossier, wanted, row.number, dated, by)


def _of(work: Work, kept: Kept) -> list[DossierNotice]:
    query = select(DossierNotice).where(DossierNotice.dossier_id == kept.id)
    return list(work.session.scalars(query.order_by(DossierNotice.number)))


def _recalled(rows: list[DossierNotice]) -> bool:
    return any(row.kind == NoticeKind.RECALL and row.state == ISSUED for row in rows)


def _insist_out(
    work: Work, case: Case, kept: Kept, rows: list[DossierNotice]
) -> list[DossierNotice]:
    """The notices that make room for another; raises NotAllowed where one can still be sent."""
    if kept.state != ISSUED or _recalled(rows):
        raise NotAllowed(
            "A notice is about a dossier that is out and was not taken back.",
            where={"guard": "issued", "state": kept.state},
            hint="What is not issued yet is composed anew; what was taken back stays so.",
        )
    waiting = [row for row in rows if row.state in (PREPARED, APPROVED)]
    stale = [row for row in waiting if not _leads_on(work, case, row)]
    if len(stale) < len(waiting):
        raise NotAllowed(
            "Another notice about this dossier is under way.",
            where={"guard": "notice"},
            hint="Send it, or let whoever made it withdraw it under Waiting for a second person.",
        )
    return stale


def _leads_on(work: Work, case: Case, row: DossierNotice) -> bool:
    """Whether a notice would be made alike now, and what was asked about it still counts."""
    try:
        same = digest(_again(work, case, row)) == row.content_sha256
    except (Invalid, NotAllowed):  # what it tells was told another way, or may be told no longer
        return False
    return same and _approving.leads_on(work, NOTICE, row)


def _insist_same(work: Work, case: Case, row: DossierNotice) -> None:
    if row.state != APPROVED or digest(_again(work, case, row)) != row.content_sha256:
        raise NotAllowed(
            "This notice is not approved, or says something else by now.",
            where={"guard": "approved content", "state": row.state},
            hint="Somebody else opens and approves it first; if it does not fit, make it anew.",
        )
