"""A round of the survey on each side, and a witness of the one trail, for the walls."""

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from bureau.model import Survey, SurveyBox, SurveyPlace, Witness
from bureau.model.base import new_id
from bureau.rules import survey as law
from tests.conftest import NOW

if TYPE_CHECKING:
    from tests.walls.world import World


def furnish(session: Session, world: "World", side: str) -> None:
    """A round of the coordinator of this side, and one place in it."""
    keeper = world.actors["coordinator" if side == "main" else "away-coordinator"]
    asked = world.users["police" if side == "main" else "outsider"]
    today = NOW.date()
    row = Survey(
        id=new_id(),
        organisation_id=keeper.organisation_id,
        opened_on=today,
        until_on=today + timedelta(days=700),
        opened_by_id=keeper.id,
        invited=1,
    )
    session.add(row)
    session.flush()
    codes = [each.code for each in law.questions().on(today)]
    session.add(SurveyBox(survey_id=row.id, counts=law.empty(codes)))
    session.add(SurveyPlace(survey_id=row.id, user_id=asked))
    if side == "main":
        told = {"trusted_by_id": world.users["auditor"], "trusted_at": NOW}
        session.add(Witness(name="witness.example", key="of the walls", **told))
