"""The advice once it is there: registered for named readers, read by them, checked with care."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed, NotFound
from bureau.model import Advice, Case, Document, DocumentReader, Membership
from bureau.operations import _pauses, _procedure
from bureau.operations._checks import one_of, said
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Danger
from bureau.work import Work

REGISTERING, SUPPLEMENTING = "ST73", "ST75"


@dataclass(frozen=True, slots=True)
class AdviceView:
    """What an advice says, for one of its named readers."""

    id: UUID
    asked_on: date
    received_on: date | None
    danger_a: Danger
    danger_b: Danger
    art_3_6: bool
    summary: str
    checked: str
    document_id: UUID
    version: int


def receive_advice(
    work: Work,
    case_id: UUID,
    document_id: UUID,
    reason: str,
    *,
    danger_a: Danger | str,
    danger_b: Danger | str,
    art_3_6: bool,
    summary: str,
    readers: Mapping[str, str] | None = None,
    on: date | None = None,
) -> Advice:
    """Register the advice as a restricted document (T25; T34 for a supplementary one).

    `readers` maps logins of members to why each must read it (Wet Bibob 28); with them: T26.
    """
    case = work.case(case_id, Permission.CASE_STEP)
    advice = _pauses.awaited(work, case)
    document = work.within(Document, document_id, case)
    work.require(Permission.DOCUMENT_READ, document)
    document.restricted, advice.document = True, document
    advice.received_on = _procedure.day(work, case, on)
    advice.danger_a = Danger(one_of(str(danger_a), "danger_a", tuple(Danger)))
    advice.danger_b = Danger(one_of(str(danger_b), "danger_b", tuple(Danger)))
    advice.art_3_6, advice.summary = art_3_6, said(summary, "summary")
    _name_readers(work, case, document, reason, readers or {})
    _go_on(work, case, reason, advice.received_on, named=bool(readers))
    work.record(EventKind.ADVICE_RECEIVED, advice, readers=len(document.readers))
    return advice


def _name_readers(
    work: Work, case: Case, document: Document, reason: str, readers: Mapping[str, str]
) -> None:
    own = next(row.user.login for row in case.members if row.user_id == work.actor.id)
    for login, why in ({own: reason} | dict(readers)).items():
        _admit(case, document, login, why)


def _go_on(work: Work, case: Case, reason: str, day: date, *, named: bool) -> None:
    if case.state == SUPPLEMENTING:
        _procedure.move(work, case, "T34", reason, day)
    elif case.state != REGISTERING:
        _pauses.end(work, case, _pauses.PENDING, day)
        _procedure.move(work, case, "T25", reason, day)
    if named and case.state == REGISTERING:
        _procedure.move(work, case, "T26", reason, day)


def _admit(case: Case, document: Document, login: str, why: str) -> None:
    """Name a reader; only members of the case can be one, an unknown login answers alike."""
    member: Membership | None = next(
        (row for row in case.members if row.user.login == login.strip()), None
    )
    if member is None:
        raise NotFound(
            "Nobody with this login is a member of this case.",
            where={"field": "readers"},
            hint="Only members of the case can be named as readers.",
        )
    if not any(reader.user_id == member.user_id for reader in document.readers):
        document.readers.append(
            DocumentReader(case_id=case.id, user_id=member.user_id, reason=said(why, "reason"))
        )


def appoint_readers(
    work: Work, case_id: UUID, advice_id: UUID, readers: Mapping[str, str], on: date | None = None
) -> Advice:
    """Name more readers of the advice; the first to be named lead on to the care check (T26)."""
    case = work.case(case_id, Permission.CASE_STEP)
    advice, document = _readable(work, case, advice_id)
    for login, why in readers.items():
        _admit(case, document, login, why)
    if case.state == REGISTERING:
        _procedure.move(work, case, "T26", "readers appointed", _procedure.day(work, case, on))
    work.record(EventKind.ADVICE_RECEIVED, advice, readers=len(document.readers))
    return advice


def read_advice(work: Work, case_id: UUID, advice_id: UUID | None = None) -> AdviceView:
    """What the (newest) advice says; for anybody but its named readers there is none."""
    case = work.case(case_id, Permission.CASE_READ)
    advice, document = _readable(work, case, advice_id or _newest(work, case))
    work.record(EventKind.ADVICE_READ, advice)
    return AdviceView(
        id=advice.id,
        asked_on=advice.asked_on,
        received_on=advice.received_on,
        danger_a=advice.danger_a,
        danger_b=advice.danger_b,
        art_3_6=advice.art_3_6,
        summary=advice.summary or "",
        checked=advice.checked,
        document_id=document.id,
        version=advice.version,
    )


def check_advice(work: Work, case_id: UUID, advice_id: UUID, version: int, memo: str) -> Advice:
    """The care check (vergewistoets, Awb 3:9): whether the advice is careful, complete, current."""
    case = work.case(case_id, Permission.CASE_EDIT)
    advice, _ = _readable(work, case, advice_id)
    new = said(memo, "memo")
    work.expect(advice, version, {"checked": new})
    advice.checked = new
    work.record(EventKind.ADVICE_READ, advice, checked=True)
    return advice


def _newest(work: Work, case: Case) -> UUID:
    query = select(Advice.id).where(Advice.case_id == case.id, Advice.received_on.is_not(None))
    found = work.session.scalars(query.order_by(Advice.received_on.desc())).first()
    if found is None:
        raise NotFound("There is nothing here that you may see.")
    return found


def _readable(work: Work, case: Case, advice_id: UUID) -> tuple[Advice, Document]:
    """The advice and its document, for a named reader; for others it answers like an absence."""
    advice = work.within(Advice, advice_id, case)
    if advice.document is None:
        raise NotAllowed(
            "This advice has not been received.",
            where={"guard": "advice_present", "basis": "Wet Bibob 9"},
            hint="Register the advice with its document first.",
        )
    work.require(Permission.DOCUMENT_READ, advice.document)
    return advice, advice.document
