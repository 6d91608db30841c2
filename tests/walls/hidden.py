"""Records that none of the demo logins may know of: they stand in the house and show nowhere."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import delete, func, select, text
from sqlalchemy.orm import Session, sessionmaker

from bureau import keys
from bureau.model import (
    Base,
    Document,
    DocumentReader,
    FileLease,
    Job,
    LookAlert,
    Meeting,
    Seat,
    WatchEntry,
)
from bureau.model.base import new_id, repeatable_ids
from bureau.store import open_store
from tests.walls import lent, visiting
from tests.walls.world import World

OWNER = "away-second"
TABLES = {"event_value": "seq", "event_node": "seq", "trail_checkpoint": "size", "event": "seq"}


def bury(world: World) -> dict[str, int]:
    """Hide records in the very files that the others see; forget the events of the other town.

    Gives how many records of each kind nobody on this side may know of.
    """
    keys.hold(keys.KeyRing.load(world.home / "keys"))
    engine = open_store(f"sqlite:///{world.home / 'bureau.db'}")
    with repeatable_ids("hidden"), sessionmaker(engine).begin() as session:
        owner = world.users[OWNER]
        for stage, key in world.stages.items():
            if stage.startswith("main."):
                session.add_all(_within(session, key, owner))
        _forget(session, world.told["main"])
        # Emergencies, and questions about looks, are reviewed by the auditors of every town: they
        # are hidden from none of them.
        away = {key for stage, key in world.stages.items() if stage.startswith("away")}
        session.execute(delete(FileLease).where(FileLease.case_id.in_(away)))
        session.execute(delete(LookAlert).where(LookAlert.mark == "away"))
        session.execute(delete(WatchEntry).where(WatchEntry.kind == lent.WATCHED["away"]))
        counts = _counts(session, world)
    visiting.settle(engine)
    return counts


def _within(session: Session, key: UUID, owner: UUID) -> Iterator[Base]:
    """Hidden neighbours of what is seen: a shut document, an item of others, their work."""
    yield _job(session, key, owner)
    document = session.scalars(select(Document).where(Document.case_id == key)).first()
    if document is not None:
        for number in range(3):
            shut = _twin(document, title=f"{document.title} {number}", restricted=True)
            shut.readers = [DocumentReader(case_id=key, user_id=owner, reason="art. 28")]
            yield shut
    for meeting in session.scalars(select(Meeting).where(Meeting.case_id == key)):
        for number in (7, 8):
            item = _twin(meeting.items[0], number=number, title=f"Loods {number}")
            item.seats = [Seat(case_id=key, user_id=owner, admitted_because="own information")]
            yield item


def _job(session: Session, key: UUID, owner: UUID) -> Job:
    known = session.scalars(select(Job)).first()
    assert known is not None
    return _twin(known, scope=f"case:{key}", asked_by_id=owner)


def _twin(row: Base, **changed: object) -> Base:  # type: ignore[misc]
    """A new record with the values of `row`, some of them changed."""
    names = [column.key for column in row.__mapper__.column_attrs]
    values = {name: getattr(row, name) for name in names if name not in ("id", "version")}
    return type(row)(**{**values, "id": new_id(), **changed})


def _forget(session: Session, last: int) -> None:
    """The auditor may see every event: what is hidden here was never told of."""
    for table, number in TABLES.items():
        session.execute(text(f"DROP TRIGGER {table}_no_delete"))
        session.execute(text(f"DELETE FROM {table} WHERE {number} > :last"), {"last": last})  # noqa: S608


def _counts(session: Session, world: World) -> dict[str, int]:
    files = [key for stage, key in world.stages.items() if stage.startswith("away.")]
    found = {}
    for table in Base.metadata.sorted_tables:
        owner = table.c.get("case_id", table.c.get("file_id"))
        if table.name in ("case", "support_file"):
            owner = table.c.id
        if owner is not None:
            query = select(func.count()).select_from(table).where(owner.in_(files))
            found[table.name] = session.scalar(query) or 0
    own = select(func.count()).where(Document.restricted, Document.case_id.not_in(files))
    found["shut documents in own files"] = session.scalar(own) or 0
    return {name: count for name, count in found.items() if count}
