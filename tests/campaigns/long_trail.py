"""A long trail, verified from its first line to its last: whole, and with one line altered.

`python -m tests.campaigns.long_trail --full` takes a million lines in transactions of one to five
and prints how long the look takes. What making the lines takes is no part of it.
"""

import random
import sqlite3
import time
from contextlib import closing
from datetime import timedelta

from sqlalchemy import insert

from bureau import keys
from bureau.model import Event, EventNode, Outcome, TrailCheckpoint
from bureau.model.base import new_id
from bureau.rules.events import EventKind
from bureau.trust import note, tree
from bureau.trust.leaf import Line, row_of
from bureau.trust.merkle import Edge
from bureau.trust.note import Checkpoint
from bureau.trust.verdict import verify
from tests.campaigns.place import House, command, house
from tests.conftest import NOW

BLOCK = 5000


def fill(place: House, lines: int, chance: random.Random) -> None:
    """Write lines as the program would, many at once."""
    edge, key, name = Edge(), keys.trail_key(), tree.key().name
    rows, nodes, points, end = [], [], [], 0
    for seq in range(1, lines + 1):
        row = row_of(seq, _line(place, seq), [])
        rows.append({"id": new_id(), **{c.key: getattr(row, c.key) for c in _columns()}})
        nodes.append({"seq": seq, "hashes": b"".join(edge.add(row.leaf))})
        if seq >= end or seq == lines:
            at = Checkpoint(name, seq, edge.root())
            signed = note.sign(key, name, at.text).raw
            points.append({"size": seq, "root": at.root, "signature": signed})
            end = seq + chance.randint(1, 5)
        if len(rows) == BLOCK or seq == lines:
            with place.engine.begin() as connection:
                for table, many in ((Event, rows), (EventNode, nodes), (TrailCheckpoint, points)):
                    if many:
                        connection.execute(insert(table.__table__), many)
            rows, nodes, points = [], [], []


def _columns():
    return [column for column in Event.__table__.c if column.key != "id"]


def _line(place: House, seq: int) -> Line:
    return Line(
        at=NOW + timedelta(seconds=seq),
        kind=EventKind.CASE_READ,
        outcome=Outcome.DONE,
        subject=f"case:{seq % 997}",
        scope=f"case:{seq % 997}",
        purpose="work on the file",
        actor_id=place.actors.officer.id,
        organisation_id=place.actors.officer.organisation_id,
        session_id=None,
        request_id=f"{seq:032x}",
        policy="1",
        facts={"part": "overview", "shown": seq % 31},
    )


def run(lines: int, seed: int = 1) -> list[str]:
    """Fill a trail, verify it, alter a line near its end, verify it again."""
    chance, wrong = random.Random(seed), []  # noqa: S311 - a repeatable campaign
    with house() as place:
        fill(place, lines, chance)
        begun = time.perf_counter()
        found = verify(place.factory)
        taken = time.perf_counter() - begun
        if not found.ok or found.size != lines:
            wrong.append(f"a good trail of {lines} lines was called bad at {found.first_bad}")
        altered = lines - 7
        place.engine.dispose()
        with closing(sqlite3.connect(str(place.engine.url.database))) as database, database:
            database.execute("DROP TRIGGER event_no_update")
            database.execute("UPDATE event SET purpose = 'other' WHERE seq = ?", (altered,))
        if (bad := verify(place.factory).first_bad) != altered:
            wrong.append(f"altered at {altered}, found at {bad}")
    print(f"long trail: {lines:,} lines verified in {taken:.1f} s")
    return wrong


def short() -> list[str]:
    """3,000 lines."""
    return run(3000)


def full() -> list[str]:
    """A million lines."""
    return run(1_000_000)


if __name__ == "__main__":
    command("long_trail", short, full)
