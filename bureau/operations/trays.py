"""The tray of a case: what is not verified waits there, and becomes a fact once it is graded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed
from bureau.model import Case, TrayItem
from bureau.operations import _tray_making
from bureau.operations._brought_in import source_of
from bureau.operations._checks import one_of, said
from bureau.operations._facts import Learnt, SourceRef, ref
from bureau.operations._row_fields import TIE, made_kinds
from bureau.operations._row_tray import WAITING, Taking
from bureau.operations._tray_making import plain
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.identifiers import mask_bsn
from bureau.rules.vocabulary import Credibility, Reliability
from bureau.work import Work

__all__ = ["TIE", "WAITING", "mask_bsn", "plain"]

ACCEPTED, REJECTED = "accepted", "rejected"


@dataclass(frozen=True, slots=True)
class TrayView:
    """What waits, or waited, as its page shows it; a fact that came of it is named.

    What a `row` of a file says are the texts of its columns.
    """

    id: UUID
    makes: str
    says: str
    said: Mapping[str, Any]
    row: bool
    source: SourceRef
    reliability: Reliability
    place: str
    state: str
    put_at: datetime
    put_by: str
    settled_at: datetime | None
    settled_by: str
    reason: str
    made: str


def put_in_tray(
    work: Work, case_id: UUID, makes: str, learnt: Learnt, told: Mapping[str, Any]
) -> TrayItem:
    """Let something wait to be graded: it is tried as a fact first, and refused where it cannot be.

    `told` holds plain values, as the operation that records such a fact by hand takes them.
    """
    work.case(case_id, Permission.FACT_RECORD)
    one_of(makes, "makes", made_kinds())
    fact = _tray_making.make(work, case_id, makes, learnt, told)
    work.session.flush()
    says = _tray_making.words(fact)
    work.undo()
    case = work.case(case_id, Permission.FACT_RECORD)
    period = {"place": learnt.place, "from": learnt.valid_from, "to": learnt.valid_to}
    item = TrayItem(
        case_id=case.id,
        source=source_of(work, case, learnt.source_id),
        makes=makes,
        said={"told": dict(told), **period},
        says=says,
        parties=_tray_making.about(makes, told),
        state=WAITING,
        put_at=work.now,
        put_by_id=work.actor.id,
    )
    work.session.add(item)
    work.record(EventKind.TRAY_FILLED, item, makes=makes)
    return item


def list_tray(work: Work, case_id: UUID) -> tuple[TrayView, ...]:
    """All that waits, oldest first, and after it what was settled, newest first."""
    case = work.case(case_id, Permission.NETWORK_READ)
    rows = select(TrayItem).where(TrayItem.case_id == case.id)
    found = list(work.session.scalars(rows.order_by(TrayItem.put_at, TrayItem.id)))
    work.record(EventKind.CASE_READ, case, part="tray", shown=len(found))
    waiting = [row for row in found if row.state == WAITING]
    settled = sorted(
        (row for row in found if row.settled_at), key=lambda row: str(row.settled_at), reverse=True
    )
    waiting.sort(key=lambda row: (row.put_at, _line(row), str(row.id)))
    return tuple(_view(work, row) for row in (*waiting, *settled))


def read_tray_item(work: Work, case_id: UUID, item_id: UUID) -> TrayView:
    """One thing in the tray, with all that it says."""
    case = work.case(case_id, Permission.NETWORK_READ)
    item = work.within(TrayItem, item_id, case)
    work.record(EventKind.CASE_READ, case, part="tray", shown=1)
    return _view(work, item)


def accept_item(
    work: Work,
    case_id: UUID,
    item_id: UUID,
    reliability: Reliability,
    credibility: Credibility,
    reason: str,
) -> TrayItem:
    """Grade what waits on both axes and record it as a fact, by the usual operation.

    The reliability belongs to the source, and holds for all that comes from it.
    """
    return accept_items(work, case_id, (item_id,), reliability, credibility, reason)[0]


def accept_items(
    work: Work,
    case_id: UUID,
    item_ids: Sequence[UUID],
    reliability: Reliability,
    credibility: Credibility,
    reason: str,
) -> tuple[TrayItem, ...]:
    """Accept several at once with one grade and one reason, in the order in which they were put.

    All of them or none: the first that cannot be a fact is refused, with the line of its file.
    """
    case = work.case(case_id, Permission.FACT_RECORD)
    items = _waiting(work, case, item_ids)
    why = said(reason, "reason")
    for item in items:
        item.source.reliability = reliability
    taking = _Taking(work, case, credibility)
    for item in items:
        item.made = taking.take(item)
        _settle(work, item, ACCEPTED, why)
        grade = {"reliability": reliability, "credibility": credibility}
        work.record(EventKind.TRAY_ACCEPTED, item, reason=why, made=item.made, **grade)
    return items


def reject_item(work: Work, case_id: UUID, item_id: UUID, reason: str) -> TrayItem:
    """Leave what waits out of the file, for a reason; it stays in the tray until the file goes."""
    return reject_items(work, case_id, (item_id,), reason)[0]


def reject_items(
    work: Work, case_id: UUID, item_ids: Sequence[UUID], reason: str
) -> tuple[TrayItem, ...]:
    """Leave several out of the file at once, for one reason."""
    case = work.case(case_id, Permission.FACT_RECORD)
    items = _waiting(work, case, item_ids)
    why = said(reason, "reason")
    for item in items:
        _settle(work, item, REJECTED, why)
        work.record(EventKind.TRAY_REJECTED, item, reason=why)
    return items


class _Taking:
    """Makes facts of what waits; rows of one file and mapping are looked up together."""

    def __init__(self, work: Work, case: Case, credibility: Credibility) -> None:
        self._work, self._case, self._credibility = work, case, credibility
        self._rows: Taking | None = None
        self._of: tuple[str, ...] = ()

    def take(self, item: TrayItem) -> str:
        """Record what `item` says; the name of the fact that came of it."""
        kept = dict(item.said)
        if "row" not in kept:
            self._of = ()
            learnt = Learnt(
                item.source_id, self._credibility, kept["place"], kept["from"], kept["to"]
            )
            fact = _tray_making.make(self._work, self._case.id, item.makes, learnt, kept["told"])
            self._work.session.flush()
            return f"{fact.__tablename__}:{fact.id}"
        of = (str(item.source_id), item.makes, kept["row"]["mapping"])
        if self._rows is None or of != self._of:
            self._of, self._rows = of, Taking(self._work, self._case, item, self._credibility)
        return self._rows.take(item)


def _waiting(work: Work, case: Case, item_ids: Sequence[UUID]) -> tuple[TrayItem, ...]:
    if not item_ids:
        raise Invalid(
            "Nothing was chosen.", where={"field": "ticked"}, hint="Tick what you have looked at."
        )
    found = [work.within(TrayItem, each, case) for each in dict.fromkeys(item_ids)]
    if any(item.state != WAITING for item in found):
        raise NotAllowed(
            "This was settled already.",
            where={"guard": "tray_waiting"},
            hint="Record it anew where it has to be judged again.",
        )
    return tuple(sorted(found, key=lambda item: (item.put_at, _line(item), str(item.id))))


def _line(item: TrayItem) -> int:
    return int(item.said["row"]["line"]) if item.row_key else 0


def _settle(work: Work, item: TrayItem, state: str, reason: str) -> None:
    item.state, item.reason = state, reason
    item.settled_at, item.settled_by_id = work.now, work.actor.id


def _view(work: Work, item: TrayItem) -> TrayView:
    source = ref(work, item.source)
    return TrayView(
        id=item.id,
        makes=item.makes,
        says=item.says,
        said=item.said["told"],
        row=bool(item.row_key),
        source=source,
        reliability=item.source.reliability,
        place=item.said["place"] if source.title else "",
        state=item.state,
        put_at=item.put_at,
        put_by=item.put_by.name,
        settled_at=item.settled_at,
        settled_by=item.settled_by.name if item.settled_by else "",
        reason=item.reason,
        made=item.made,
    )
