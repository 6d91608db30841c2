"""Is what we keep still what we wrote: files by their digests, the trail by its leaves."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session, load_only, sessionmaker

from bureau.errors import OutOfOrder
from bureau.model import Blob, Event, EventValue
from bureau.trust.aside import first_false_value
from bureau.trust.leaf import leaf
from bureau.trust.note import Checkpoint
from bureau.trust.verdict import BATCH, verify

T = TypeVar("T")

# A long piece of work is written with the moment at which it began: that much may lie behind.
LONGEST_WORK = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Faults:
    """What is no longer as it was written: lines, files, and where the clock went backwards."""

    first_bad_event: int | None
    first_backward_event: int | None
    damaged_files: list[str]
    first_false_value: int | None = None

    @property
    def none(self) -> bool:
        """Whether all is as it was written; what the clock did is judged apart."""
        return (self.first_bad_event, self.damaged_files, self.first_false_value) == (
            None,
            [],
            None,
        )


def look_over(factory: sessionmaker[Session], known: Iterable[Checkpoint] = ()) -> Faults:
    """Compare the trail, the values revealed beside it and every kept file with their digests.

    `known` is what was seen of the tree over the trail before.

    Whoever keeps the machine may ask this without an account: nothing of what is kept is handed
    out, only numbers and digests; and it must work where a line can no longer be added.
    """
    lines = select(Event).order_by(Event.seq).options(load_only(Event.at))
    revealed = select(Event, EventValue).join(EventValue).order_by(Event.seq)
    with factory() as session:
        return Faults(
            verify(factory, known=known).first_bad,
            _through(session, lines, lambda rows: first_backward_event(rows.scalars())),
            _through(session, select(Blob), lambda rows: damaged_blobs(rows.scalars()), 1),
            _through(session, revealed, first_false_value),
        )


def _through(session: Session, query: Any, look: Callable[[Any], T], at_once: int = BATCH) -> T:
    """What `look` finds in the rows of `query`, of which only so many are held at once."""
    with session.execute(query.execution_options(yield_per=at_once)) as rows:
        return look(rows)


def first_bad_event(events: Iterable[Event]) -> int | None:
    """The number of the first line that is missing or altered; None when all are as written."""
    expected = 0
    for expected, event in enumerate(events, 1):
        if event.seq != expected or event.leaf != leaf(event):
            return expected
    return None


def first_backward_event(events: Iterable[Event]) -> int | None:
    """The number of the first line whose moment lies well before that of an earlier line."""
    latest = None
    for event in events:
        if latest is not None and event.at < latest - LONGEST_WORK:
            return event.seq
        latest = event.at if latest is None else max(latest, event.at)
    return None


def damaged_blobs(blobs: Iterable[Blob]) -> list[str]:
    """The digests of kept files whose bytes no longer belong to them, or cannot be unsealed."""
    return [blob.sha256 for blob in blobs if _digest(blob) != blob.sha256]


def _digest(blob: Blob) -> str:
    try:
        return sha256(blob.content).hexdigest()
    except OutOfOrder:
        return ""
