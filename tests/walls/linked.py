"""Links to a sign-in elsewhere in the house of the walls: each waits for its owner."""

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from bureau.elsewhere import mark_of
from bureau.model import Identity
from tests.conftest import NOW

if TYPE_CHECKING:
    from tests.walls.addresses import Address
    from tests.walls.gate import Gate
    from tests.walls.world import World

ISSUER = "https://login.example"
OWNERS = {"main": ("officer", "colleague"), "away": ("outsider", "away-second")}


def made(world: "World", side: str) -> list[Identity]:
    """One of whoever asks for the own, and one of the colleague of an administrator."""
    admin = world.users["admin" if side == "main" else "away-admin"]
    return [
        Identity(
            user_id=world.users[login],
            issuer=ISSUER,
            asked_mark=mark_of(ISSUER, login),
            tail="",
            shown="pass 12",
            asked_by_id=admin,
            asked_at=NOW,
        )
        for login in OWNERS[side]
    ]


def first(gate: "Gate", session: Session, address: "Address", _: UUID, side: str) -> UUID | None:
    """The link that an address means: one's own, or that of a colleague."""
    login = OWNERS[side][address.rule.endpoint == "identities.end_link"]
    return session.scalar(select(Identity.id).where(Identity.user_id == gate.world.users[login]))
