"""Killed in the middle of turning a key: every value stays readable, and none stands in the clear.

A child makes a new key and seals everything anew with it, a few values at a time, and is killed at
a moment of chance. Then the house is opened as a new process would: each value must open, with the
keys that lie on the disk, to what it was; and no word of it may stand in the database, its log or
the folder of keys. Now and then a turn is led to its end: nothing is left under an older key, which
is destroyed, and all is read once more. `python -m tests.campaigns.rotations --full` kills a
hundred times.
"""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from bureau import backups, keys, resealing, turning
from bureau.model import Blob, Factor
from bureau.operations import key_turns, supports
from bureau.trust import sealed_stream
from tests.bureau.operations.agreeing import agreed_rotation
from tests.campaigns.kills import Voice, child
from tests.campaigns.place import House, command, house
from tests.walls import visiting

VALUES, A_PIECE = 40, 3
WORDS = "HEIMELIJK-{number}-WOORD"
LONGEST = 0.5  # seconds in which a turn of this house is done, more or less
LONG_AFTER = timedelta(days=1)


def _fill(place: House) -> None:
    with place.factory.begin() as session:
        for number in range(VALUES):
            words = WORDS.format(number=number)
            session.add(Blob(sha256=f"{number:064}", size=len(words), content=words.encode()))
        told = {"kind": "codes", "name": "T", "made_at": datetime.now(UTC)}
        secret = WORDS.format(number="app").encode()
        session.add(Factor(secret=secret, user_id=place.actors.officer.id, **told))
    with place.work_of(place.actors.care) as work:
        supports.open_file(work, "Linde", WORDS.format(number="veilig"), "")


def _turn(place: House, folder: Path, key: str) -> None:
    """A new key, and everything under it; goes on where an earlier one was cut off."""
    agreed_rotation(place.factory, place.work_of, place.actors.admin, key)
    with place.work_of(place.actors.admin) as work:
        key_turns.begin_turn(work, folder, key)
    for column in resealing.places(key):
        count = A_PIECE
        while count == A_PIECE:
            with place.work_of(place.actors.admin) as work:
                count = key_turns.reseal(work, folder, column, A_PIECE)


def _kept(place: House, home: Path) -> None:
    """A backup and a mark under the keys that seal now, to be opened and found later."""
    number = len(list(home.glob("*.bak")))
    told = backups.write(place.engine, home / f"{number}.bak", "head", datetime.now(UTC))
    secret = keys.mark_secret(UUID(int=number))
    (home / f"{number}.mark").write_text(f"{told.get('key', '')} {sha256(secret).hexdigest()}")


def _lost(home: Path) -> Iterator[str]:
    """A backup that does not open any more, and a copy that would not be found."""
    for file in sorted(home.glob("*.bak")):
        generation, _, mark = file.with_suffix(".mark").read_text().partition(" ")
        with file.open("rb") as opened:
            key = keys.backup_key(generation)
            if not any(sealed_stream.opened(key, opened, backups.MARK)):
                yield f"{file.name} is empty"
        copy = UUID(int=int(file.stem))
        found = [sha256(each[copy]).hexdigest() for each in keys.mark_secrets([copy])]
        if mark not in found:
            yield f"the copy of {file.name} is not found"


def _wrong(place: House, home: Path) -> Iterator[str]:
    """What cannot be read, reads otherwise than it was, or stands in the clear."""
    keys.hold(keys.KeyRing.load(home / "keys"))
    with place.factory() as session:
        for number, row in enumerate(session.scalars(select(Blob).order_by(Blob.sha256))):
            if row.content != WORDS.format(number=number).encode():
                yield f"value {number} reads otherwise"
        if session.scalars(select(Factor)).one().secret != WORDS.format(number="app").encode():
            yield "the secret of an app reads otherwise"
    with place.work_of(place.actors.care) as work:
        row = supports.list_files(work)[0]
        if row.safe_contact != WORDS.format(number="veilig"):
            yield "a support file reads otherwise"
    yield from _lost(home)
    for path in home.rglob("*"):
        if path.is_file() and b"HEIMELIJK" in path.read_bytes():
            yield f"{path.name} holds words in the clear"


def _finished(place: House, home: Path) -> Iterator[str]:
    """Lead the turns to their end; whatever is left under an older key, or cannot be read after."""
    folder = home / "keys"
    for key in turning.TURNING:
        _turn(place, folder, key)
        later = datetime.now(UTC) + LONG_AFTER
        with place.work_of(place.actors.admin, later) as work:
            key_turns.finish_turn(work, folder, key, "mayor")
        left = turning.generations(folder, key)
        if len(left) != (1 if key == "seal" else 2):
            yield f"older keys of {key} are left: {left}"
    yield from _wrong(place, home)


def _killed(times: int, ended_every: int, seed: int) -> list[str]:
    chance, found, cut = random.Random(seed), list[str](), 0  # noqa: S311
    with visiting.quick_folder() as home, house(home) as place:
        _fill(place)
        for number in range(times):
            key = turning.ROTATING[number % len(turning.ROTATING)]
            place.engine.dispose()
            seconds = chance.uniform(0.005, LONGEST)
            _, worked = child(lambda key=key: _turn(place, home / "keys", key), Voice(), seconds)
            cut += worked >= seconds
            keys.hold(keys.KeyRing.load(home / "keys"))
            _kept(place, home)
            found += _wrong(place, home)
            if number % ended_every == ended_every - 1:
                found += _finished(place, home)
    print(f"rotations: {times} turns, {cut} cut off by a kill, {len(found)} values wrong")
    return found


def short() -> list[str]:
    """A few kills, for the suite."""
    return _killed(6, 6, 1)


def full() -> list[str]:
    """A hundred kills."""
    return _killed(100, 10, 2)


if __name__ == "__main__":
    command("rotations", short, full)
