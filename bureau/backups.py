"""Backups of the database: consistent while it is used, encrypted, proven before they are put back.

On SQLite the copy is made by its online backup; on PostgreSQL by pg_dump. What is put back is
looked at first as a whole: its integrity, its trail against the signed tree, its files. Only then
does it take the place of the database, which is kept beside it.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Engine, inspect
from sqlalchemy.orm import Session, sessionmaker

from bureau import dumps, keys, lasting
from bureau.errors import N_, Invalid, NotAllowed
from bureau.model import Outcome
from bureau.policy import POLICY_VERSION
from bureau.rules.events import EventKind
from bureau.store import open_store
from bureau.trust import head, sealed_stream, trail, tree
from bureau.trust.integrity import look_over
from bureau.trust.leaf import Line
from bureau.trust.note import Checkpoint, Note
from bureau.turning import FIRST

MARK = b"BUREAU-BACKUP-1"
_BLOCK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back: how many lines its trail has, the root over them, the old one beside."""

    size: int
    root: str
    made_at: str
    kept: str
    older: bool


def write(engine: Engine, target: Path, revision: str, moment: datetime) -> dict[str, Any]:
    """Write an encrypted backup to `target`, all of it or nothing; what its head says."""
    with sessionmaker(engine)() as session:
        last = tree.latest(session)
    generation = keys.backup_generation()
    told = {
        **({"key": generation} if generation else {}),
        "made_at": moment.isoformat(),
        "revision": revision,
        "kind": engine.dialect.name,
        "checkpoint": str(tree.noted(last)) if last else "",
        "size": last.size if last else 0,
        "root": last.root.hex() if last else "",
    }
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with draft.open("xb") as file, _copy(engine) as content:
            draft.chmod(0o600)
            for piece in sealed_stream.seal(keys.backup_key(generation), MARK, told, content):
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        lasting.named(draft, target)
    finally:
        draft.unlink(missing_ok=True)
    return told


@contextmanager
def _copy(engine: Engine) -> Iterator[Iterator[bytes]]:
    """The bytes of a consistent copy; in the clear it lies beside the database and nowhere else."""
    if engine.dialect.name == "postgresql":
        yield dumps.written(engine.url)
        return
    room = Path(str(engine.url.database)).parent
    with TemporaryDirectory(prefix=".backup-", dir=room) as folder:
        path = Path(folder) / "copy.db"
        live, copy = sqlite3.connect(str(engine.url.database)), sqlite3.connect(path)
        with closing(live), closing(copy):
            live.backup(copy)
        yield _blocks(path)


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block


def restore(engine: Engine, source: Path, folder: Path, *, older: bool = False) -> Restored:
    """Put the backup `source` back in the place of the database of `engine`.

    It is proven first; `folder` holds what was seen of the trail before. Raises Invalid for a
    damaged file and NotAllowed for one that would put the house back to before what was seen,
    unless `older` says that this is meant: then the gap has to be declared before the house opens.
    """
    with source.open("rb") as file:
        told, _ = sealed_stream.head_of(file, MARK)
    if told.get("kind") != engine.dialect.name:
        raise Invalid(
            "This is a backup of {kind}, and the database here is {here}.",
            where={"file": source.name},
            hint="Set BUREAU_DATABASE_URL to a database of that kind.",
            kind=str(told.get("kind")),
            here=engine.dialect.name,
        )
    if engine.dialect.name == "postgresql":
        return _into_postgresql(engine, source, folder, told, older=older)
    return _into_sqlite(engine, source, folder, told, older=older)


def _into_sqlite(
    engine: Engine, source: Path, folder: Path, told: dict[str, Any], *, older: bool
) -> Restored:
    place = Path(str(engine.url.database))
    with TemporaryDirectory(prefix=".restore-", dir=place.parent) as room:
        path = Path(room) / "copy.db"
        _unsealed(source, path)
        fresh = open_store(f"sqlite:///{path}")
        try:
            _insist_whole(path)
            behind = _proven(fresh, told, folder, older=older)
        finally:
            fresh.dispose()
        engine.dispose()
        kept = _aside(place, str(told["made_at"]))
        lasting.named(path, place)
    return Restored(told["size"], told["root"], told["made_at"], kept, behind)


def _aside(place: Path, moment: str) -> str:
    """Move the database that is there aside, with what belongs to it; where it is then."""
    if not place.exists():
        return ""
    with closing(sqlite3.connect(place)) as live:
        live.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    kept = place.with_name(f"{place.name}.before-{moment[:19].replace(':', '')}")
    number = 1
    while kept.exists():
        kept, number = kept.with_name(f"{kept.name}-{number}"), number + 1
    place.replace(kept)
    for end in ("-wal", "-shm"):
        place.with_name(place.name + end).unlink(missing_ok=True)
    return str(kept)


def _into_postgresql(
    engine: Engine, source: Path, folder: Path, told: dict[str, Any], *, older: bool
) -> Restored:
    if inspect(engine).get_table_names():
        raise NotAllowed(
            "This database is not empty.",
            where={"setting": "BUREAU_DATABASE_URL"},
            hint="Make an empty database beside it (createdb), restore into that one, look at it, "
            "and only then let Bureau use it.",
        )
    with TemporaryDirectory(prefix=".restore-", dir=folder.parent) as room:
        path = Path(room) / "copy.dump"
        _unsealed(source, path)
        dumps.read_in(engine.url, path)
    behind = _proven(engine, told, folder, older=older)
    return Restored(told["size"], told["root"], told["made_at"], "", behind)


def _unsealed(source: Path, path: Path) -> None:
    with source.open("rb") as file, path.open("xb") as plain:
        path.chmod(0o600)
        told, _ = sealed_stream.head_of(file, MARK)
        file.seek(0)
        key = keys.backup_key(str(told.get("key", FIRST)))
        for piece in sealed_stream.opened(key, file, MARK):
            plain.write(piece)
        plain.flush()
        os.fsync(plain.fileno())


def _insist_whole(path: Path) -> None:
    with closing(sqlite3.connect(path)) as copy:
        found = copy.execute("PRAGMA integrity_check").fetchone()[0]
    if found != "ok":
        raise _refusal(N_("The copy in this backup is damaged."))


def _proven(fresh: Engine, told: dict[str, Any], folder: Path, *, older: bool) -> bool:
    """Whether the copy is older than what was seen; raises NotAllowed where it is not whole."""
    factory = sessionmaker(fresh)
    known = [Checkpoint.read(Note.read(told["checkpoint"]).text)] if told["checkpoint"] else []
    faults = look_over(factory, known)
    if not faults.none:
        raise _refusal(N_("The trail or a file in this backup is not as it was written."))
    with factory() as session:
        gone = head.missing(session, folder) if folder.exists() else None
    if gone is not None and not older:
        raise NotAllowed(
            "This backup is older than line {size}, which was seen already.",
            where={"guard": "older", "size": gone.size},
            hint="Take a newer one. If there is none, add --older; then the auditor declares the "
            "gap with bureau audit gap before the house opens.",
            size=gone.size,
        )
    return gone is not None


def tell(factory: sessionmaker[Session], kind: EventKind, moment: datetime, **facts: Any) -> None:
    """Say in the trail what was done to the database as a whole; who keeps the machine did it."""
    line = Line(
        at=moment.astimezone(UTC),
        kind=kind,
        outcome=Outcome.DONE,
        subject="house:-",
        scope="house:-",
        purpose="care of the machine",
        actor_id=None,
        organisation_id=None,
        session_id=None,
        request_id="",
        policy=POLICY_VERSION,
        facts=facts,
    )
    with factory() as session, trail.watch(session).begin():
        trail.say(session, line)


def _refusal(message: str) -> NotAllowed:
    return NotAllowed(
        message,
        where={"guard": "backup"},
        hint="Nothing was put back. Take an earlier backup, and keep this one for the inquiry.",
    )
