"""Somebody with the whole database alters the trail: each alteration is found where it begins.

The tamperer takes the fences down and may do as much work as the program does: alter a line alone,
its leaf too, the tree, the roots that were signed; only the key of the tree and what others have
seen of it lie elsewhere. `python -m tests.campaigns.tampers --full` alters 900 times, 100 in each
of nine ways.
"""

import random
from collections.abc import Callable
from contextlib import contextmanager

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection, create_engine, event, select, text
from sqlalchemy.orm import sessionmaker

from bureau.model import Event, TrailCheckpoint
from bureau.operations import users
from bureau.rules.vocabulary import Language
from bureau.trust import note, tree
from bureau.trust.leaf import leaf
from bureau.trust.merkle import Edge
from bureau.trust.note import Checkpoint
from bureau.trust.verdict import verify
from tests.campaigns.place import House, command, house

LINES = 40
KEPT = ("event_value", "event_node", "trail_checkpoint", "event")
EDITS = {
    "purpose": "another purpose",
    "kind": "case.read",
    "outcome": "failed",
    "subject": "case:other",
    "scope": "case:other",
    "request_id": "other",
    "policy": "0",
    "release": "0.0.0",
    "facts": '{"language":"xx"}',
    "changes": '["none"]',
    "at": "2020-01-01 00:00:00.000000",
    "actor_id": "00000000000000000000000000000001",
    "organisation_id": "00000000000000000000000000000001",
}
Found = tuple[int | None, range]  # the line that is named, and the lines that would be right


def tell(place: House) -> None:
    """A trail to alter: each line is a transaction of its own."""
    for number in range(LINES):
        with place.work_of(place.actors.officer) as work:
            users.choose_language(work, tuple(Language)[number % 2])


@contextmanager
def altered(place: House):
    """A database without fences, as it was again afterwards."""
    engine = create_engine(place.engine.url)
    event.listen(engine, "connect", lambda plain, _: setattr(plain, "isolation_level", None))
    event.listen(engine, "begin", lambda opened: opened.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.connect() as connection:
        undo = connection.begin()
        for table in KEPT:
            for how in ("update", "delete"):
                connection.execute(text(f"DROP TRIGGER {table}_no_{how}"))
        yield connection
        undo.rollback()
    engine.dispose()


def redone(connection: Connection, skill: int, key: Ed25519PrivateKey | None = None) -> None:
    """Make the alteration fit as far as the tamperer can: leaf, tree, signed roots, signatures."""
    with sessionmaker(connection)() as session:
        rows = session.scalars(select(Event).order_by(Event.seq)).all()
        sizes = set(session.scalars(select(TrailCheckpoint.size)))
        edge = Edge()
        for row in rows if skill else ():
            fresh = leaf(row)
            connection.execute(
                text("UPDATE event SET leaf = :leaf WHERE seq = :seq"),
                {"leaf": fresh, "seq": row.seq},
            )
            hashes = b"".join(edge.add(fresh))
            if skill > 1:
                connection.execute(
                    text("UPDATE event_node SET hashes = :hashes WHERE seq = :seq"),
                    {"hashes": hashes, "seq": row.seq},
                )
            if skill > 2 and row.seq in sizes:
                _sign(connection, edge, key)


def _sign(connection: Connection, edge: Edge, key: Ed25519PrivateKey | None) -> None:
    told = {"size": edge.size, "root": edge.root()}
    connection.execute(text("UPDATE trail_checkpoint SET root = :root WHERE size = :size"), told)
    if key is not None:
        name = tree.key().name
        signed = note.sign(key, name, Checkpoint(name, edge.size, edge.root()).text)
        connection.execute(
            text("UPDATE trail_checkpoint SET signature = :raw WHERE size = :size"),
            {"raw": signed.raw, "size": edge.size},
        )


def edit(connection: Connection, chance: random.Random, seq: int) -> range:
    """Say something else in one line."""
    column = chance.choice(sorted(EDITS))
    connection.execute(
        text(f"UPDATE event SET {column} = :value WHERE seq = :seq"),  # noqa: S608
        {"value": EDITS[column], "seq": seq},
    )
    redone(connection, chance.randrange(4))
    return range(seq, seq + 1)


def delete(connection: Connection, chance: random.Random, seq: int) -> range:
    """Take one line out, and close the gap or leave it."""
    _gone(connection, seq, seq)
    if chance.random() < 0.5:
        for later in range(seq + 1, LINES + 1):
            _renumber(connection, later, later - 1)
    redone(connection, chance.randrange(4))
    return range(seq, seq + 1)


def reorder(connection: Connection, chance: random.Random, seq: int) -> range:
    """Let a line and the next change places."""
    _renumber(connection, seq, 1000)
    _renumber(connection, seq + 1, seq)
    _renumber(connection, 1000, seq + 1)
    redone(connection, chance.randrange(4))
    return range(seq, seq + 1)


def truncate(connection: Connection, _: random.Random, seq: int) -> range:
    """Cut off the newest lines with all that was signed of them."""
    _gone(connection, seq + 1, LINES)
    return range(seq + 1, seq + 2)


def insert(connection: Connection, chance: random.Random, seq: int) -> range:
    """Put a line in between, or behind the last one."""
    place = LINES if chance.random() < 0.3 else seq
    for later in range(LINES, place, -1):
        _renumber(connection, later, later + 1)
    connection.execute(text(_COPY), {"seq": seq, "new": place + 1})
    connection.execute(text("INSERT INTO event_node VALUES (:seq, x'')"), {"seq": LINES + 1})
    redone(connection, chance.randrange(4))
    return range(place + 1, place + 2)


def swap(connection: Connection, chance: random.Random, seq: int) -> range:
    """Let a line say what another, far from it, says."""
    other = chance.choice([each for each in range(1, LINES) if abs(each - seq) > 1])
    low, high = sorted((seq, other))
    for old, new in ((low, 1000), (high, low), (1000, high)):
        _renumber(connection, old, new)
    redone(connection, chance.randrange(4))
    return range(low, low + 1)


def fork(connection: Connection, chance: random.Random, seq: int) -> range:
    """Tell the newest lines otherwise, signed with the stolen key: others saw the first telling."""
    connection.execute(text("UPDATE event SET purpose = 'forked' WHERE seq > :seq"), {"seq": seq})
    redone(connection, 3, tree.keys.trail_key())
    return range(seq + 1, LINES + 1)


def rollback(connection: Connection, chance: random.Random, seq: int) -> range:
    """Put an older copy back and go on from there with the program itself."""
    _gone(connection, seq + 1, LINES)
    return range(seq + 1, LINES + 1)


def swap_key(connection: Connection, chance: random.Random, seq: int) -> range:
    """Sign all of it, with one line altered, by another key."""
    connection.execute(text("UPDATE event SET purpose = 'other' WHERE seq = :seq"), {"seq": seq})
    redone(connection, 3, Ed25519PrivateKey.from_private_bytes(chance.randbytes(32)))
    return range(1, seq + 1)


WAYS: tuple[Callable[[Connection, random.Random, int], range], ...] = (
    *(edit, delete, reorder, truncate, insert),
    *(swap, fork, rollback, swap_key),
)
_COPY = """
INSERT INTO event SELECT :new, lower(hex(randomblob(16))), at, kind, outcome, actor_id,
organisation_id, session_id, request_id, subject, scope, purpose, policy, release, facts, changes,
randomblob(32) FROM event WHERE seq = :seq
"""


def _gone(connection: Connection, first: int, last: int) -> None:
    for table, column in (
        *(("event_value", "seq"), ("event_node", "seq")),
        *(("trail_checkpoint", "size"), ("event", "seq")),
    ):
        connection.execute(
            text(f"DELETE FROM {table} WHERE {column} BETWEEN :first AND :last"),  # noqa: S608
            {"first": first, "last": last},
        )


def _renumber(connection: Connection, old: int, new: int) -> None:
    connection.execute(
        text("UPDATE event SET seq = :new WHERE seq = :old"), {"new": new, "old": old}
    )


def run(tampers: int, seed: int = 1) -> list[str]:
    """Alter that many times in each way; what was not found, or found elsewhere."""
    chance, wrong = random.Random(seed), []  # noqa: S311 - a repeatable campaign
    with house() as place:
        tell(place)
        with place.factory() as session:
            last = tree.latest(session)
            seen = Checkpoint(tree.key().name, last.size, last.root)
        for way in WAYS:
            for _ in range(tampers):
                with altered(place) as connection:
                    wanted = way(connection, chance, chance.randint(1, LINES - 1))
                    found = verify(sessionmaker(connection), known=[seen]).first_bad
                if found not in wanted:
                    wrong.append(f"{way.__name__}: found at {found}, altered in {wanted}")
        clean = verify(place.factory, known=[seen])
        if not clean.ok:
            wrong.append(f"a clean trail is called bad at {clean.first_bad}")
    print(f"tampers: {tampers * len(WAYS)}, not found where they are: {len(wrong)}")
    return wrong


def short() -> list[str]:
    """Seven alterations in each way."""
    return run(7)


def full() -> list[str]:
    """900 alterations."""
    return run(100)


if __name__ == "__main__":
    command("tampers", short, full)
