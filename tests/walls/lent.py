"""Emergency access and a question about looks in the house of the walls.

One hour of access is over, and one is asked.
"""

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from bureau.model import FileLease, LookAlert, WatchEntry
from tests.conftest import NOW

if TYPE_CHECKING:
    from tests.walls.world import World


WATCHED = {"main": "guarded", "away": "honey"}


def furnish(session: Session, world: "World", side: str) -> None:
    """An hour that nobody reviewed yet, for the case of the officer, and one that waits."""
    if f"{side}.assess" not in world.stages:
        return
    before = "" if side == "main" else "away-"
    who, second = world.actors[f"{before}coordinator"], world.actors[f"{before}second"]
    then = NOW - timedelta(days=1)
    told = {
        "case_id": world.stages[f"{side}.assess"],
        "user_id": who.id,
        "organisation_id": who.organisation_id,
        "urgent": True,
        "purpose": "",
        "task": "",
        "reason": "Somebody at the desk is in danger",
        "finding": "",
    }
    hour = {"from_at": then, "until_at": then + timedelta(hours=1), "due_on": NOW.date()}
    session.add(FileLease(asked_at=then, second_id=second.id, **hour, **told))
    session.add(_alert(who.id, side))
    session.add(_entry(world.actors["auditor"].id, side))
    # Asked after all that the walls try, so that it does not lapse meanwhile.
    session.add(FileLease(asked_at=NOW + timedelta(days=3650), **told))


def _alert(who: UUID, side: str) -> LookAlert:
    """A question about how the coordinator of this side looked."""
    told = {"rule": "R03", "part": 1, "lines": [1], "figures": {"subjects": 3}}
    return LookAlert(mark=side, about_id=who, concerned=[str(who)], raised_at=NOW, **told)


def alert(session: Session, side: str) -> object | None:
    """The question about looks of this side."""
    return session.scalar(select(LookAlert.id).where(LookAlert.mark == side))


def _entry(auditor: UUID, side: str) -> WatchEntry:
    """What a reviewer marked: a guarded person on the main side, honey on the other."""
    told = {"marks": [], "reason": "Threatened", "until_on": date(2049, 12, 31), "at": NOW}
    return WatchEntry(kind=WATCHED[side], text=f"Karim van {side}", by_id=auditor, **told)


def entry(session: Session, side: str) -> object | None:
    """What is watched of this side."""
    return session.scalar(select(WatchEntry.id).where(WatchEntry.kind == WATCHED[side]))


def first(session: Session, endpoint: str, case_id: object) -> object | None:
    """What is confirmed or withdrawn waits; what is reviewed was used."""
    query = select(FileLease.id).where(FileLease.case_id == case_id)
    used = FileLease.from_at.is_not(None)
    return session.scalar(query.where(used if endpoint.endswith("review") else ~used))
