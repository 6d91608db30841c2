"""Takes the words out of what stays of a partnership case, and tells who received from it."""

from sqlalchemy import Connection, func, select, update

from bureau.model import (
    Case,
    Disclosure,
    Meeting,
    PhaseMove,
    RecipientNotice,
    SharingRequest,
    Signal,
)
from bureau.operations import _signal_destroying
from bureau.rules import house_terms
from bureau.rules.events import EventKind
from bureau.standing import CLOSED
from bureau.work import Work

DESTROYED = "destroyed"
# What stays of each table is who, to whom, which kind, on which articles and when.
_WORDS = (
    (
        Disclosure,
        {
            **dict.fromkeys(("ground", "says", "purpose", "necessity", "decided_in"), ""),
            **dict.fromkeys(("recall_reason", "feedback"), ""),
            **dict.fromkeys(("item_id", "contribution_id"), None),
        },
    ),
    (RecipientNotice, {"says": "", "answer": "", "correction_id": None}),
    (SharingRequest, dict.fromkeys(("question", "purpose", "necessity", "reason"), "")),
    (PhaseMove, {"necessity": ""}),
    (Meeting, {"title": "-", "place": "", "purpose": "", "notes": None}),
)


def signals(work: Work, case: Case, basis: str) -> int:
    """Destroy what is left of the signals that the case came of; how many those were."""
    query = select(Signal).where(Signal.opened_id == case.id, Signal.state != DESTROYED)
    found = work.session.scalars(query.order_by(Signal.reference)).unique().all()
    for signal in found:
        _signal_destroying.destroy(work, signal, basis)
    work.session.flush()
    return len(found)


def blank(connection: Connection, case: Case) -> dict[str, int]:
    """Take the words out of what stays; how many records of each table that touched."""
    values = {"regime_reason": "", "regime_basis": "", "state": CLOSED}
    connection.execute(update(Case).where(Case.id == case.id).values(**values))
    counts = {}
    for table, blanks in _WORDS:
        mine = select(func.count()).select_from(table).where(table.case_id == case.id)
        counts[f"{table.__tablename__} (words)"] = connection.execute(mine).scalar_one()
        connection.execute(update(table).where(table.case_id == case.id).values(**blanks))
    return {name: count for name, count in counts.items() if count}


def tell(work: Work, case: Case) -> None:
    """A notice to everybody who received from the case: what it rests on is destroyed (AVG 19)."""
    query = select(Disclosure).where(
        Disclosure.case_id == case.id, Disclosure.recalled_on.is_(None)
    )
    for row in work.session.scalars(query.order_by(Disclosure.number)).unique().all():
        notice = RecipientNotice(
            case_id=case.id,
            disclosure_id=row.id,
            kind=DESTROYED,
            says="",
            sent_at=work.now,
            due_on=house_terms.last_day("sharing_notice", work.today),
        )
        work.session.add(notice)
        work.record(EventKind.RECIPIENT_TOLD, notice, notice=DESTROYED)
