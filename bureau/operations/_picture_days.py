"""What comes due in the picture: powers that run out, reviews of barriers, a survey that runs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import BindParameter, Select, and_, func, literal, or_, select, union_all
from sqlalchemy.orm import aliased

from bureau.model import Area, AreaEntry, BarrierStatus, Organisation, Survey, SurveyPlace
from bureau.policy import Permission
from bureau.rules import barrier_standing
from bureau.rules.house_terms import house_terms
from bureau.rules.tables import Texts
from bureau.work import Work

POWERS = "powers"
ROUND = "EV-05"


class PictureTask(StrEnum):
    """What comes due; each is done on a page of its own."""

    POWER = "power"
    BARRIER = "barrier"
    SURVEY = "survey"
    CLOSING = "closing"


NAMES = {
    PictureTask.POWER: Texts("bevoegdheid loopt af", "power runs out"),
    PictureTask.BARRIER: Texts("herbeoordeling van een barrière", "review of a barrier"),
    PictureTask.SURVEY: Texts(
        "partnerenquête loopt tot deze dag", "survey of the partners is open until this day"
    ),
    PictureTask.CLOSING: Texts(
        "ronde van de partnerenquête sluiten", "close the round of the partner survey"
    ),
}
# The lead time of the house of each; a survey is near from the day on which it opens.
AHEAD = {PictureTask.POWER: "power_ahead", PictureTask.BARRIER: "barrier_ahead"}


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
    """What comes due for the actor, the rounds in which the actor is asked included."""
    return _ordered([*kept_days(work), *_asked(work)])


def kept_days(work: Work) -> tuple[PictureDay, ...]:
    """What comes due for whoever keeps the picture: `near` once the lead time has begun."""
    if not work.may(Permission.PICTURE_KEEP):
        return ()
    # One question for all three: the first page of a coordinator asks much else.
    found = work.session.execute(union_all(_powers(work), _reviews(work), _closings(work)))
    return _ordered(
        _day(work, PictureTask(kind), code or day.isoformat(), number, name, day)
        for kind, code, number, name, day in found
        if day
    )


def _ordered(days: Iterable[PictureDay]) -> tuple[PictureDay, ...]:
    return tuple(sorted(days, key=lambda each: (each.day, each.key)))


def _day(work: Work, kind: PictureTask, code: str, number: int, name: str, day: date) -> PictureDay:
    term = AHEAD.get(kind)
    ahead = timedelta(days=house_terms().row(term, work.today).days) if term else None
    place = (code, str(number)) if kind is PictureTask.POWER else (code, name)
    return PictureDay(
        key="-".join((kind, *place)),
        kind=kind,
        reference=name,
        name=NAMES[kind],
        day=day,
        over=day < work.today,
        near=ahead is None or day <= work.today + ahead,
        place=place,
    )


def _powers(work: Work) -> Select[str, str, int, str, date | None]:
    """Powers in force in the areas that the actor keeps, and those that ran out."""
    return (
        select(_kind(PictureTask.POWER), Area.code, AreaEntry.number, Area.name, AreaEntry.until)
        .join(Area, Area.id == AreaEntry.area_id)
        .where(
            Area.keeper_id == work.actor.id,
            or_(Area.valid_until.is_(None), Area.valid_until >= work.today),
            AreaEntry.block == POWERS,
            AreaEntry.ended_at.is_(None),
            AreaEntry.until.is_not(None),
        )
    )


def _reviews(work: Work) -> Select[str, str, int, str, date | None]:
    """Barriers of the partnership that stand and have a day of review."""
    row, later = BarrierStatus, aliased(BarrierStatus)
    body = Organisation.id == work.actor.organisation_id
    house = select(func.coalesce(Organisation.house_id, Organisation.id)).where(body)
    newer = select(later.id).where(
        later.house_id == row.house_id,
        later.model == row.model,
        later.barrier == row.barrier,
        or_(later.at > row.at, and_(later.at == row.at, later.id > row.id)),
    )
    return select(
        _kind(PictureTask.BARRIER), row.model, literal(0), row.barrier, row.review_on
    ).where(
        row.house_id == house.scalar_subquery(),
        row.status.in_(barrier_standing.REVIEWED),
        row.review_on.is_not(None),
        ~newer.exists(),
    )


def _closings(work: Work) -> Select[str, str, int, str, date | None]:
    """The round of the own survey that somebody has to close."""
    return select(
        _kind(PictureTask.CLOSING), literal(""), literal(0), literal(ROUND), Survey.until_on
    ).where(
        Survey.organisation_id == work.actor.organisation_id,
        Survey.closed_on.is_(None),
    )


def _asked(work: Work) -> Iterator[PictureDay]:
    """Rounds in which the actor is asked, until they are over, whether answered or not."""
    asked = (
        select(Survey.id, Survey.until_on)
        .join(SurveyPlace, SurveyPlace.survey_id == Survey.id)
        .where(SurveyPlace.user_id == work.actor.id)
        .where(Survey.closed_on.is_(None), Survey.until_on >= work.today)
    )
    for key, until in work.session.execute(asked):
        yield _day(work, PictureTask.SURVEY, str(key), 0, ROUND, until)


def _kind(kind: PictureTask) -> BindParameter[str]:
    return literal(kind.value)
