"""What comes due in the picture: powers that run out, reviews of barriers, a survey that runs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import or_, select

from bureau.model import Area, AreaEntry, BarrierStatus, Survey, SurveyPlace
from bureau.operations._houses import partnership
from bureau.policy import Permission
from bureau.rules import barrier_standing
from bureau.rules.house_terms import house_terms
from bureau.rules.tables import Texts
from bureau.work import Work

POWERS = "powers"
ROUND = "EV-05"
POWER = Texts("bevoegdheid loopt af", "power runs out")
REVIEW = Texts("herbeoordeling van een barrière", "review of a barrier")
OPEN = Texts("partnerenquête loopt tot deze dag", "survey of the partners is open until this day")
CLOSE = Texts("ronde van de partnerenquête sluiten", "close the round of the partner survey")


class PictureTask(StrEnum):
    """What comes due; each is done on a page of its own."""

    POWER = "power"
    BARRIER = "barrier"
    SURVEY = "survey"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class PictureDay:
    """Something that comes due on a day; `place` names the page on which it is done.

    A round of the survey is told to all who were asked for as long as it runs, so that it tells
    nobody who answered.
    """

    key: str
    kind: PictureTask
    reference: str
    name: Texts
    day: date
    over: bool
    near: bool
    place: tuple[str, ...] = ()


def own_days(work: Work) -> tuple[PictureDay, ...]:
    """What comes due for the actor: `near` once the lead time of the house has begun."""
    found = [*_rounds(work)]
    if work.may(Permission.PICTURE_KEEP):
        found += (*_powers(work), *_reviews(work))
    return tuple(sorted(found, key=lambda each: (each.day, each.key)))


def _near(work: Work, term: str, day: date) -> bool:
    ahead = timedelta(days=house_terms().row(term, work.today).days)
    return day <= work.today + ahead


def _powers(work: Work) -> Iterator[PictureDay]:
    """Powers in force in the areas that the actor keeps, and those that ran out."""
    query = (
        select(AreaEntry.number, AreaEntry.until, Area.code, Area.name)
        .join(Area, Area.id == AreaEntry.area_id)
        .where(
            Area.house_id == partnership(work),
            Area.keeper_id == work.actor.id,
            or_(Area.valid_until.is_(None), Area.valid_until >= work.today),
            AreaEntry.block == POWERS,
            AreaEntry.ended_at.is_(None),
        )
    )
    for number, until, code, name in work.session.execute(query):
        if until is None:
            continue
        yield PictureDay(
            key=f"power-{code}-{number}",
            kind=PictureTask.POWER,
            reference=name,
            name=POWER,
            day=until,
            over=until < work.today,
            near=_near(work, "power_ahead", until),
            place=(code, str(number)),
        )


def _reviews(work: Work) -> Iterator[PictureDay]:
    """Barriers of the partnership that stand and have a day of review."""
    rows = select(BarrierStatus).where(BarrierStatus.house_id == partnership(work))
    newest = {
        (row.model, row.barrier): row
        for row in work.session.scalars(rows.order_by(BarrierStatus.at, BarrierStatus.id))
    }
    for row in newest.values():
        if row.review_on and row.status in barrier_standing.REVIEWED:
            yield PictureDay(
                key=f"barrier-{row.barrier}",
                kind=PictureTask.BARRIER,
                reference=row.barrier,
                name=REVIEW,
                day=row.review_on,
                over=barrier_standing.overdue(row.status, row.review_on, work.today),
                near=_near(work, "barrier_ahead", row.review_on),
                place=(row.model, row.barrier),
            )


def _rounds(work: Work) -> Iterator[PictureDay]:
    """Rounds in which the actor is asked, until they are over; and the own one to be closed."""
    asked = (
        select(Survey)
        .join(SurveyPlace, SurveyPlace.survey_id == Survey.id)
        .where(SurveyPlace.user_id == work.actor.id)
        .where(Survey.closed_on.is_(None), Survey.until_on >= work.today)
    )
    for row in work.session.scalars(asked):
        yield _round(row, PictureTask.SURVEY, OPEN, over=False)
    if work.may(Permission.SURVEY_KEEP):
        own = select(Survey).where(
            Survey.organisation_id == work.actor.organisation_id, Survey.closed_on.is_(None)
        )
        for row in work.session.scalars(own):
            yield _round(row, PictureTask.CLOSING, CLOSE, over=row.until_on < work.today)


def _round(row: Survey, kind: PictureTask, name: Texts, *, over: bool) -> PictureDay:
    key = f"{kind}-{row.id}"
    return PictureDay(key, kind, ROUND, name, row.until_on, over, near=True, place=(str(row.id),))
