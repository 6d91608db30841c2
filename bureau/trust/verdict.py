"""The whole trail verified: each line against its leaf, each leaf against the signed tree.

A last signature that is good proves every line before it: then the signatures on the way need no
look of their own. Where it is not, the first signature that fails is searched for, so that the
first line of that transaction can be named.
"""

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, sessionmaker

from bureau.errors import Invalid
from bureau.model import Event, EventNode, TrailCheckpoint
from bureau.trust import tree
from bureau.trust.leaf import leaf
from bureau.trust.merkle import HASH_BYTES, Edge
from bureau.trust.note import Checkpoint

BATCH = 2000
_SHOWN = [column for column in Event.__table__.c if column.key != "id"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found: how many lines there are, the root over them, the first that is not good.

    `signed` is how far the signatures reach.
    """

    size: int
    root: bytes
    first_bad: int | None
    signed: int

    @property
    def ok(self) -> bool:
        """Whether every line is as it was written and signed."""
        return self.first_bad is None


@dataclass(slots=True)
class _Walk:
    """A walk along the lines: the tree as it grows, and how far its signed roots agree."""

    edge: Edge
    first: int
    signed: int
    known: dict[int, bytes]
    points: list[int] = field(default_factory=list)
    forked: int | None = None

    def step(self, row: Any) -> int | None:
        """Take one line in; the number of the first line that is not good, if it is known now."""
        seq, settled = self.edge.size + 1, self.signed
        if row.seq != seq or row.leaf != leaf(row):
            return seq
        wanted, kept = self.edge.add(row.leaf), row.hashes or b""
        if b"".join(wanted) != kept:
            lowest = not wanted or kept[:HASH_BYTES] != wanted[0]
            return max(settled + 1, seq - 1 if wanted and lowest else seq)
        if row.root is not None:
            if row.root != self.edge.root():
                return settled + 1
            self.signed = seq
            self.points.append(seq)
        if self.known.get(seq, self.edge.root()) != self.edge.root():
            self.forked = self.forked or settled + 1
        return None


def verify(
    factory: sessionmaker[Session],
    begin: int = 1,
    end: int | None = None,
    known: Iterable[Checkpoint] = (),
) -> Verdict:
    """Verify the lines `begin` to `end`, and that the tree still holds what others saw of it.

    Whoever keeps the machine may ask this without an account: only numbers and hashes are told.
    `known` is what was seen of this tree before, such as by a witness: lines cut off at the end
    are found by that alone. Raises Invalid for lines that cannot be.
    """
    with factory() as session:
        session.connection(execution_options={"reading": True})  # it waits for nobody who writes
        size = session.scalar(select(func.max(Event.seq))) or 0
        _insist_lines(begin, end, size)
        first = max(begin, 1)
        edge = tree.edge_at(session, first - 1)
        walk = _Walk(edge, first, first - 1, {point.size: point.root for point in known})
        with closing(_lines(session, first)) as lines:
            bad = _walked(walk, lines, end)
        if bad is None:
            bad = _unsigned(session, walk, end) or walk.forked
        if bad is None and end is None and any(each > edge.size for each in walk.known):
            bad = edge.size + 1
        return Verdict(edge.size, edge.root(), bad, walk.signed)


def _insist_lines(begin: int, end: int | None, size: int) -> None:
    last = size if end is None else end
    if begin < 1 or last > size or (begin > last and size):
        raise Invalid(
            "There are no lines {begin} to {last}: the trail has {size}.",
            where={"option": "--from" if begin < 1 or begin > size else "--to"},
            hint="Lines are numbered from 1; leave both out to verify the whole trail.",
            begin=begin,
            last=last,
            size=size,
        )


def _walked(walk: _Walk, rows: Iterator[Any], end: int | None) -> int | None:
    for row in rows:
        if (bad := walk.step(row)) is not None:
            return bad
        if end is not None and end <= walk.signed:
            return None
    return None


def _lines(session: Session, first: int) -> Generator[Any]:
    query = (
        select(*_SHOWN, EventNode.hashes, TrailCheckpoint.root)
        .outerjoin(EventNode, EventNode.seq == Event.seq)
        .outerjoin(TrailCheckpoint, TrailCheckpoint.size == Event.seq)
        .where(Event.seq >= first)
        .order_by(Event.seq)
    )
    with session.execute(query.execution_options(yield_per=BATCH)) as rows:
        yield from rows


def _unsigned(session: Session, walk: _Walk, end: int | None) -> int | None:
    """The first line that no good signature covers; None where the last one is good."""
    if not walk.points or _good(session, walk.points[-1]):
        beyond = walk.signed < (walk.edge.size if end is None else end)
        return walk.signed + 1 if beyond else None
    good, bad = -1, len(walk.points) - 1
    while bad - good > 1:
        middle = (good + bad) // 2
        good, bad = (middle, bad) if _good(session, walk.points[middle]) else (good, middle)
    return walk.points[good] + 1 if good >= 0 else walk.first


def _good(session: Session, size: int) -> bool:
    return tree.noted(session.get_one(TrailCheckpoint, size)).signed(tree.key()) is not None
