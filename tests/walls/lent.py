"""Emergency access in the house of the walls: one hour that is over, and one that is asked."""

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from bureau.model import FileLease
from tests.conftest import NOW

if TYPE_CHECKING:
    from tests.walls.world import World


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
    # Asked after all that the walls try, so that it does not lapse meanwhile.
    session.add(FileLease(asked_at=NOW + timedelta(days=3650), **told))


def first(session: Session, endpoint: str, case_id: object) -> object | None:
    """What is confirmed or withdrawn waits; what is reviewed was used."""
    query = select(FileLease.id).where(FileLease.case_id == case_id)
    used = FileLease.from_at.is_not(None)
    return session.scalar(query.where(used if endpoint.endswith("review") else ~used))
