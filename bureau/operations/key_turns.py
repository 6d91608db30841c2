"""Turning a key of the house: a new generation, everything sealed with it, the old ones destroyed.

An administrator asks, another agrees to it for the keys that are in use then (`rotations`), and
that agreement is used once. The end takes a witness beside the administrator, each with a proof of
their own, which whoever calls has asked.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from bureau import resealing, turning
from bureau.errors import Invalid, NotAllowed
from bureau.model import User
from bureau.operations import rotations
from bureau.operations._houses import managed
from bureau.policy import Permission
from bureau.rules.door_terms import lasting
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Role
from bureau.turning import FIRST, ROTATING, STAYING
from bureau.work import Work

WITNESSES = frozenset((Role.AUDITOR, Role.MAYOR, Role.REVIEWER, Role.ADMIN))
SUBJECT = "house:keys"


@dataclass(frozen=True, slots=True)
class Generation:
    """One generation of a key: its id, whether it seals, and how many values it sealed."""

    key: str
    id: str
    seals: bool
    values: int


def list_keys(work: Work, folder: Path) -> tuple[Generation, ...]:
    """The generations of the keys that can be turned, and what each still has sealed."""
    work.require(Permission.KEY_TURN)
    work.record(EventKind.KEY_LISTED, SUBJECT)
    return tuple(row for key in ROTATING for row in _generations(work, folder, key))


def begin_turn(work: Work, folder: Path, key: str) -> str:
    """A new generation of `key`, which seals from this moment on; its id.

    Another administrator agreed to it before: that agreement is used, in this transaction.
    """
    work.require(Permission.KEY_TURN)
    name = _known(key)
    second = rotations.use_rotation(work, name).settled_by_id
    generation = turning.begin(folder, name)
    work.record(EventKind.KEY_TURNED, SUBJECT, key=key, generation=generation, witness=second)
    return generation


def reseal(work: Work, folder: Path, place: resealing.Place, most: int) -> int:
    """Seal at most so many values of one column anew; how many it were."""
    work.require(Permission.KEY_TURN)
    current = _current(folder, place.key)
    connection = work.session.connection()
    count = resealing.piece(connection, place, current, most) if current else 0
    if count:
        told = {"key": place.key, "generation": current, "column": place.name, "count": count}
        work.record(EventKind.KEY_RESEALED, SUBJECT, **told)
    else:
        work.record(EventKind.KEY_LISTED, SUBJECT)
    return count


def finish_turn(work: Work, folder: Path, key: str, witness: str) -> tuple[str, ...]:
    """Destroy the generations that seal nothing any more; their ids.

    Raises NotAllowed while something is left, or while work that began before the turn may still
    be going on. The first generation of the support key stays: marks are made with it too.
    """
    work.require(Permission.KEY_TURN)
    second = _witness(work, witness)
    rows = _generations(work, folder, _known(key))
    _insist_sealed_anew(key)
    old = [row for row in rows if not row.seals and (key, row.id) != ("support", FIRST)]
    _insist_unused(work, folder, key, [row for row in rows if not row.seals])
    told = {"key": key, "generations": [row.id or "first" for row in old], "witness": second.id}
    work.record(EventKind.KEY_DESTROYED, SUBJECT, **told)
    for row in old:
        turning.destroy(folder, key, row.id)
    return tuple(row.id for row in old)


def _insist_sealed_anew(key: str) -> None:
    if key in STAYING:
        raise NotAllowed(
            "What an older key of {key} made lies outside the database; that key stays.",
            where={"guard": "key in use"},
            hint="Backups and copies of dossiers from before the turn need it.",
            key=key,
        )


def _insist_unused(work: Work, folder: Path, key: str, old: list[Generation]) -> None:
    if left := sum(row.values for row in old):
        raise NotAllowed(
            "{count} values are still sealed with an older key.",
            where={"guard": "key in use"},
            hint="Run the turn again until nothing is left.",
            count=left,
        )
    turned = datetime.fromtimestamp(turning.turned_at(folder, key), UTC)
    if old and work.now < turned + lasting("key_rest", work.today):
        raise NotAllowed(
            "Work that began before the turn may still write with the older key.",
            where={"guard": "key in use"},
            hint="Finish an hour after the turn.",
        )


def _generations(work: Work, folder: Path, key: str) -> list[Generation]:
    found = turning.generations(folder, key)
    counts = resealing.counted(work.session.connection(), key, found)
    current = _current(folder, key)
    return [Generation(key, one, one == current, counts[one]) for one in found]


def _current(folder: Path, key: str) -> str:
    return turning.Generations.load(folder, key, b"").current


def _known(key: str) -> str:
    if key not in ROTATING:
        raise Invalid(
            "There is no key {key} that can be turned.",
            where={"field": "key"},
            hint="Choose seal, support, backup or marks.",
            key=key[:20],
        )
    return key


def _witness(work: Work, login: str) -> User:
    """Somebody else of the house who reads along; raises Invalid for anybody who may not."""
    user = work.session.scalar(
        select(User).join(User.organisation).where(User.login == login, managed(work))
    )
    roles = user.held(work.today) if user else frozenset()
    fits = user is not None and user.id != work.actor.id and user.opens(work.today)
    if user is None or not fits or not roles & WITNESSES:
        raise Invalid(
            "{witness} cannot witness this.",
            where={"option": "--witness", "guard": "two people"},
            hint="Name somebody else: another administrator, or an auditor, decision maker or"
            " second reader of the house.",
            witness=login[:80],
        )
    return user
