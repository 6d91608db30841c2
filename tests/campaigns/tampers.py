"""Somebody with the whole database alters the trail: each alteration is found where it begins.

Only cutting off the newest lines leaves a shorter trail that is whole in itself: a witness outside
the house is needed to find that. `python -m tests.campaigns.tampers --full` alters 900 times.
"""

import random

from sqlalchemy import Engine, select, text
from sqlalchemy.orm import sessionmaker

from bureau.model import Event
from bureau.operations import users
from bureau.rules.vocabulary import Language
from bureau.trust.integrity import first_bad_event
from tests.campaigns.place import House, command, house

LINES = 40
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
    "changes": "[]",
    "at": "2020-01-01 00:00:00.000000",
    "actor_id": "00000000000000000000000000000001",
    "organisation_id": "00000000000000000000000000000001",
    "leaf": b"\0" * 32,
}


def tell(place: House) -> None:
    """A trail to alter."""
    for number in range(LINES):
        with place.work_of(place.actors.officer) as work:
            users.choose_language(work, tuple(Language)[number % 2])


def fences_down(engine: Engine) -> None:
    """Whoever owns the database can take the fences down."""
    with engine.begin() as connection:
        for table in ("event_value", "event"):
            for how in ("update", "delete"):
                connection.execute(text(f"DROP TRIGGER {table}_no_{how}"))
        connection.execute(text("DELETE FROM event_value"))


def tampered(engine: Engine, chance: random.Random) -> tuple[str, int | None, int | None]:
    """Alter something inside a transaction, look what is found, and take it back."""
    seq = chance.randint(1, LINES - 1)
    kind = chance.choice(("edit", "edit", "edit", "gone", "swap", "twice"))
    with engine.connect() as connection:
        undo = connection.begin()
        wanted = seq
        if kind == "edit":
            column = chance.choice(sorted(EDITS))
            wanted = seq if _edit(connection, seq, column) else 0
        elif kind == "gone":
            connection.execute(text("DELETE FROM event WHERE seq = :seq"), {"seq": seq})
        elif kind == "swap":
            _renumber(connection, ((seq, 1000), (seq + 1, seq), (1000, seq + 1)))
        else:
            _renumber(connection, ((LINES, 1000),))
            connection.execute(text(_TWICE), {"seq": seq, "last": LINES})
            wanted = LINES
        with sessionmaker(connection)() as session:
            found = first_bad_event(session.scalars(select(Event).order_by(Event.seq)))
        undo.rollback()
    return kind, found, wanted or None


_TWICE = """
INSERT INTO event SELECT :last, lower(hex(randomblob(16))), at, kind, outcome, actor_id,
organisation_id, session_id, request_id, subject, scope, purpose, policy, release, facts, changes,
randomblob(32) FROM event WHERE seq = :seq
"""


def _edit(connection, seq: int, column: str) -> bool:
    before = connection.execute(
        text(f"SELECT {column} FROM event WHERE seq = :seq"),  # noqa: S608 - names of this file
        {"seq": seq},
    ).scalar()
    connection.execute(
        text(f"UPDATE event SET {column} = :value WHERE seq = :seq"),  # noqa: S608
        {"value": EDITS[column], "seq": seq},
    )
    return before != EDITS[column]


def _renumber(connection, pairs) -> None:
    for old, new in pairs:
        connection.execute(
            text("UPDATE event SET seq = :new WHERE seq = :old"), {"new": new, "old": old}
        )


def run(tampers: int, seed: int = 1) -> list[str]:
    """Alter that many times; what was not found, or found elsewhere."""
    chance, wrong = random.Random(seed), []  # noqa: S311 - a repeatable campaign
    with house() as place:
        tell(place)
        fences_down(place.engine)
        for _ in range(tampers):
            kind, found, wanted = tampered(place.engine, chance)
            if found != wanted:
                wrong.append(f"{kind}: found at {found}, altered at {wanted}")
    print(f"tampers: {tampers}, not found where they are: {len(wrong)}")
    return wrong


def short() -> list[str]:
    """60 alterations."""
    return run(60)


def full() -> list[str]:
    """900 alterations."""
    return run(900)


if __name__ == "__main__":
    command("tampers", short, full)
