"""The tree over the trail, for whoever controls it: witnesses, what they signed, gaps, exports."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import sessionmaker

from bureau.errors import NotAllowed, NotFound
from bureau.model import Case, Cosignature, Event, SupportFile, Witness
from bureau.operations._checks import said
from bureau.operations._trail_lines import SUBJECT, open_to
from bureau.operations._witnesses import trusted
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.trust import merkle, tree
from bureau.trust.leaf import canonical
from bureau.trust.note import Checkpoint
from bureau.trust.verdict import Verdict
from bureau.trust.verdict import verify as verified
from bureau.trust.witnessing import Request, requested
from bureau.work import Work

MOST_AT_ONCE = 50_000


@dataclass(frozen=True, slots=True)
class WitnessView:
    """A witness with the last tree it signed; nothing yet while `size` is None."""

    witness: Witness
    size: int | None
    signed_at: datetime | None


@dataclass(frozen=True, slots=True)
class TreeView:
    """How far the tree has grown, who signed it and where history is known to be broken."""

    size: int
    root: str
    key: str
    witnesses: tuple[WitnessView, ...]
    gaps: tuple[Event, ...]

    @property
    def seen(self) -> int:
        """How far witnesses of another house have signed."""
        return max((each.size or 0 for each in self.witnesses), default=0)


def read_tree(work: Work) -> TreeView:
    """The tree as it was last signed."""
    work.require(Permission.TRAIL_READ)
    last = tree.latest(work.session)
    gaps = select(Event).where(Event.kind == EventKind.TRAIL_GAP).order_by(Event.seq)
    view = TreeView(
        size=last.size if last else 0,
        root=last.root.hex() if last else merkle.EMPTY.hex(),
        key=str(tree.key()),
        witnesses=tuple(map(_witness_view, *_signed(work))),
        gaps=tuple(work.session.scalars(gaps)),
    )
    work.record(EventKind.TREE_READ, SUBJECT, size=view.size)
    return view


def request(work: Work) -> Request:
    """The request to the witnesses, from what they signed last; raises NotFound before any line."""
    work.require(Permission.TRAIL_READ)
    found = requested(work.session, _witnessed(work))
    if found is None:
        raise NotFound("Nothing is signed yet.")
    work.record(EventKind.TREE_READ, SUBJECT, size=found.point.size, request=True)
    return found


def verify(work: Work, known: Iterable[Checkpoint]) -> Verdict:
    """Verify the newest lines, so many as a page can wait for; `known` is what was seen before."""
    work.require(Permission.TRAIL_KEEP)
    last = tree.latest(work.session)
    begin = max(1, (last.size if last else 0) - MOST_AT_ONCE + 1)
    found = verified(sessionmaker(work.session.get_bind()), begin, known=known)
    work.record(EventKind.TREE_READ, SUBJECT, begin=begin, size=found.size, bad=found.first_bad)
    return found


def declare_gap(
    work: Work, seen: Iterable[Checkpoint], reason: str, *, damaged: bool = False
) -> int:
    """Say in the trail that lines which were `seen` are gone, and why; the line it goes on from.

    `damaged` says that what was remembered of the trail cannot be read: what is gone is unknown.
    """
    work.require(Permission.TRAIL_KEEP)
    lost = [{"size": point.size, "root": point.root.hex()} for point in seen]
    if not lost and not damaged:
        raise NotAllowed(
            "Nothing is missing: the trail holds all that was seen of it.",
            where={"guard": "gap"},
            hint="Run bureau audit verify.",
        )
    size = work.session.scalar(select(func.max(Event.seq))) or 0
    why = said(reason, "reason")
    facts = {"lost": lost, "damaged": damaged, "goes_on_from": size + 1}
    work.record(EventKind.TRAIL_GAP, SUBJECT, **facts, reason=why)
    return size + 1


def export_case(work: Work, reference: str) -> dict[str, Any]:
    """The lines about one file, each with the proof that it stands in the signed tree.

    Whoever gets it can check it with the key of this tree and nothing else.
    """
    work.require(Permission.TRAIL_READ)
    scope = _scope(work, reference)
    last = tree.latest(work.session)
    query = select(Event).where(open_to(work), Event.scope == scope).order_by(Event.seq)
    rows = [row for row in work.session.scalars(query) if last and row.seq <= last.size]
    if last is None or not rows:
        raise NotFound("There is nothing here that you may see.")
    node = tree.reader(work.session, last.size)
    entries = [
        {
            "seq": row.seq,
            "line": canonical(row),
            "proof": [step.hex() for step in merkle.inclusion(node, row.seq - 1, last.size)],
        }
        for row in rows
    ]
    work.record(EventKind.TRAIL_EXPORTED, scope, lines=len(entries), size=last.size)
    return {
        "case": reference,
        "size": last.size,
        "root": last.root.hex(),
        "key": str(tree.key()),
        "checkpoint": str(tree.noted(last)),
        "entries": entries,
    }


def _scope(work: Work, reference: str) -> str:
    for name, table in (("case", Case), ("support_file", SupportFile)):
        query = select(table.id).where(table.reference == reference.upper())
        if found := work.session.scalar(query):
            return f"{name}:{found}"
    raise NotFound("There is nothing here that you may see.")


def _signed(work: Work) -> tuple[list[Witness], list[Cosignature | None]]:
    rows = trusted(work)
    last: dict[Any, Cosignature] = {}
    for each in work.session.scalars(select(Cosignature).order_by(Cosignature.size)):
        last[each.witness_id] = each
    return rows, [last.get(row.id) for row in rows]


def _witnessed(work: Work) -> int:
    """How far the trusted witness that lags behind most has signed; 0 where one signed nothing."""
    return min((row.size or 0 for row in map(_witness_view, *_signed(work))), default=0)


def _witness_view(row: Witness, last: Cosignature | None) -> WitnessView:
    return WitnessView(row, last.size if last else None, last.signed_at if last else None)
