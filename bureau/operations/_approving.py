"""Four eyes: one asks, another opens exactly that and answers, and the answer is used once.

Whatever needs a second person describes itself as a `Kind`. A request is bound to the digest of
what is shown and to the version of the record; a change of either voids it. A row is written only
as long as it has the version that was read, so that of many at once one alone succeeds.
"""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import ApprovalRequest, Audited
from bureau.operations._approval_words import insist_all_opened, stop
from bureau.operations._checks import fitting, said
from bureau.operations._second_person import (
    Kind,
    as_asked,
    digest_of,
    objection_to,
    still_stands,
    unchanged,
    unopened,
)
from bureau.rules.approvals import OPEN, ApprovalState, Ground, acts, unsettled
from bureau.rules.events import EventKind
from bureau.trust import trail
from bureau.work import Work

ANSWER = 500


def every(work: Work, kind: Kind, record: Audited) -> list[ApprovalRequest]:
    """The requests for this act on a record, the first one first."""
    query = select(ApprovalRequest).where(
        ApprovalRequest.subject_kind == kind.table.__tablename__,
        ApprovalRequest.subject_id == record.id,
        ApprovalRequest.act == kind.act(record),
    )
    return list(work.session.scalars(query.order_by(ApprovalRequest.attempt)))


def is_open(work: Work, request: ApprovalRequest) -> bool:
    """Whether it can still lead to something: it waits or was approved, and has not run out."""
    return request.state in OPEN and work.now < request.expires_at


def ask(work: Work, kind: Kind, record: Audited, reason: str = "") -> ApprovalRequest:
    """Ask a second person to agree to exactly what the record says now."""
    return _asked(work, kind, record, reason, (work.actor.id, work.actor.organisation_id))


def _asked(
    work: Work, kind: Kind, record: Audited, reason: str, who: tuple[UUID, UUID]
) -> ApprovalRequest:
    earlier = _past(work, kind, record)
    act = acts().row(kind.act(record), work.today)
    row = ApprovalRequest(
        act=act.code,
        subject_kind=kind.table.__tablename__,
        subject_id=record.id,
        subject_version=record.version,
        attempt=len(earlier) + 1,
        digest=digest_of(act.code, kind.thing(work, record).says),
        scope=trail.scope(record),
        organisation_id=who[1],
        asked_by_id=who[0],
        asked_at=work.now,
        expires_at=work.now + timedelta(days=act.days),
        reason=reason,
    )
    work.session.add(row)
    work.record(EventKind.APPROVAL_ASKED, row, act=act.code, digest=row.digest)
    return row


def _past(work: Work, kind: Kind, record: Audited) -> list[ApprovalRequest]:
    """What was asked before; raises NotAllowed while that still stands for what is there now."""
    work.session.flush()
    earlier = every(work, kind, record)
    stands = [row for row in earlier if is_open(work, row)]
    if any(unchanged(work, kind, row, record) for row in stands):
        raise NotAllowed(
            "This waits for a second person already.",
            where={"guard": Ground.STATE.value},
            hint="Wait for the answer, or withdraw what was asked.",
        )
    for old in stands:
        _void(work, old)  # it was asked of something that is not there any more
    return earlier


def let_go(work: Work, kind: Kind, record: Audited) -> None:
    """Make void whatever was asked about a record and is not settled."""
    for row in every(work, kind, record):
        if row.state in OPEN:
            _void(work, row)


def leads_on(work: Work, kind: Kind, record: Audited) -> bool:
    """Whether the last request about exactly this can still be answered, or used."""
    rows = every(work, kind, record)
    if not rows or not is_open(work, rows[-1]) or not unchanged(work, kind, rows[-1], record):
        return False
    return rows[-1].state is ApprovalState.WAITING or still_stands(work, kind, rows[-1], record)


def ask_anew(work: Work, kind: Kind, record: Audited) -> ApprovalRequest:
    """Ask again after whoever asked changed the record: what waited until now is void."""
    let_go(work, kind, record)
    return ask(work, kind, record)


def standing(work: Work, kind: Kind, record: Audited) -> ApprovalRequest:
    """The last request about a record.

    What was made before the house kept requests is asked now, in the name of whoever made it.
    """
    if found := every(work, kind, record):
        return found[-1]
    if not kind.waits(record):
        stop(Ground.STATE)
    maker = kind.thing(work, record).made_by
    return _asked(work, kind, record, "", (maker.id, maker.organisation_id))


def ask_for(work: Work, kind: Kind, record: Audited) -> ApprovalRequest:
    """Ask in the name of whoever made it, where what was asked before does not count any more."""
    let_go(work, kind, record)
    maker = kind.thing(work, record).made_by
    return _asked(work, kind, record, "", (maker.id, maker.organisation_id))


def look(work: Work, kind: Kind, record: Audited) -> ApprovalRequest:
    """Open exactly what is asked: from now on this person may answer. A change voids it."""
    row = standing(work, kind, record)
    if row.state in OPEN and not unchanged(work, kind, row, record):
        return _void(work, row)
    work.record(EventKind.APPROVAL_READ, row, act=row.act, digest=row.digest)
    return row


def look_at_part(work: Work, kind: Kind, record: Audited, part: str) -> None:
    """Open a file beside the pages, by its digest; a change voids what is asked."""
    row = standing(work, kind, record)
    if row.state not in OPEN:
        return
    if unchanged(work, kind, row, record):
        work.record(EventKind.APPROVAL_READ, row, act=row.act, part=part, of=row.digest)
    else:
        _void(work, row)


def _void(work: Work, row: ApprovalRequest) -> ApprovalRequest:
    row.state = ApprovalState.VOID
    work.record(EventKind.APPROVAL_VOIDED, row, act=row.act, digest=row.digest)
    return row


def approve(
    work: Work, kind: Kind, record: Audited, digest: str, words: str = ""
) -> ApprovalRequest:
    """Agree to exactly what has this digest; raises NotAllowed where that would not count."""
    work.insist_strong("approval")
    row = standing(work, kind, record)
    ground = objection_to(work, kind, row, record)
    if ground is None and not kind.waits(record):
        ground = Ground.STATE
    if ground is None and digest != row.digest:
        ground = Ground.CHANGED
    stop(ground)
    insist_all_opened(unopened(work, kind, row, record))
    row.state = ApprovalState.USED if kind.at_once else ApprovalState.APPROVED
    row.settled_by_id, row.settled_at = work.actor.id, work.now
    row.used_at, row.answer = work.now if kind.at_once else None, fitting(words, "reason", ANSWER)
    work.session.flush()
    kind.agreed(work, row, record)
    work.session.flush()
    row.settled_version = record.version
    work.record(EventKind.APPROVAL_GIVEN, row, act=row.act, digest=row.digest)
    return row


def agree(work: Work, kind: Kind, record: Audited, words: str = "") -> ApprovalRequest:
    """Agree to what was asked last, where the page says by itself what was shown."""
    return approve(work, kind, record, standing(work, kind, record).digest, words)


def refuse(work: Work, kind: Kind, record: Audited, reason: str) -> ApprovalRequest:
    """Say no, with the reason; whoever could not agree for want of leave cannot refuse either."""
    row = standing(work, kind, record)
    ground = objection_to(work, kind, row, record, opened=True)
    stop(None if ground is Ground.CHANGED else ground)
    row.state, row.answer = ApprovalState.REFUSED, said(reason, "reason", ANSWER)
    row.settled_by_id, row.settled_at = work.actor.id, work.now
    work.session.flush()
    kind.turned_down(work, row, record)
    # What is said about a support file stands in that file alone, sealed.
    words = {} if row.scope.startswith("support_file:") else {"reason": row.answer}
    work.record(EventKind.APPROVAL_REFUSED, row, act=row.act, **words)
    return row


def withdraw(work: Work, row: ApprovalRequest) -> ApprovalRequest:
    """Take back what was asked, as long as nobody made use of it."""
    if row.state not in OPEN:
        stop(Ground.STATE)
    row.state = ApprovalState.WITHDRAWN
    work.record(EventKind.APPROVAL_WITHDRAWN, row, act=row.act)
    return row


def usable(work: Work, kind: Kind, record: Audited) -> ApprovalRequest:
    """The approval of exactly this, not used yet; it falls with the leave of whoever gave it."""
    row = standing(work, kind, record)
    if row.state is ApprovalState.WAITING and is_open(work, row):
        raise NotAllowed(
            "This still waits for a second person.",
            where={"guard": Ground.STATE.value},
            hint="Another person opens it under Waiting for a second person, and answers there.",
        )
    ground = unsettled(as_asked(work, kind, row, record), work.now, ApprovalState.APPROVED)
    if ground is None and not still_stands(work, kind, row, record):
        ground = Ground.LEAVE
    stop(ground)
    return row


def use(work: Work, kind: Kind, record: Audited) -> ApprovalRequest:
    """Use the approval of exactly this: it is used once."""
    row = usable(work, kind, record)
    row.state, row.used_at = ApprovalState.USED, work.now
    work.record(EventKind.APPROVAL_USED, row, act=row.act, digest=row.digest)
    return row
