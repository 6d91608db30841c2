"""The register of changes of processing on each side: what stood, and an advice, for the walls."""

from types import SimpleNamespace
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from bureau.model import ProcessingChange
from bureau.operations import _processing
from tests.conftest import NOW

if TYPE_CHECKING:
    from tests.walls.world import World

ADVISED = "RAC 1"


def furnish(session: Session, world: "World", side: str) -> None:
    """The founding of this side where no case founded it yet, and an advice after it."""
    keeper = world.actors["coordinator" if side == "main" else "away-coordinator"]
    house = keeper.organisation_id
    looking = SimpleNamespace(session=session, today=NOW.date())
    rows = _processing.founding(looking, house)
    query = select(ProcessingChange).where(ProcessingChange.house_id == house)
    told = {"house_id": house, "by_id": keeper.id, "at": NOW}
    if session.scalar(query) is None:
        session.add(ProcessingChange(number=1, cover="founding", covers=rows, **told))
    session.add(ProcessingChange(number=2, cover="advice", covers=rows, reference=ADVISED, **told))


def first(session: Session, house: object) -> object | None:
    """The advice that this house registered."""
    query = select(ProcessingChange.id).where(ProcessingChange.reference == ADVISED)
    return session.scalar(query.where(ProcessingChange.house_id == house))
