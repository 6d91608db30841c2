"""Everything that happens in Havermonde, told in order of time."""

from datetime import date, datetime

from sqlalchemy.orm import Session, sessionmaker

from app.demo import (
    agreements,
    areas,
    beside,
    city,
    control,
    decision,
    dossiers,
    ended,
    followed,
    hearsay,
    inquiry,
    intake,
    judgement,
    letters,
    light,
    looking,
    partnership,
    picture,
    planning,
    role_cards,
    rounds,
    searching,
    signals,
    support,
    warehouse,
    year,
)
from app.demo.days import Days
from app.demo.stage import Act, Errand, Scene, Tell, play
from bureau.errors import Invalid
from bureau.model.base import repeatable_ids

SEED = "havermonde"
FOUNDED, AT = 434, "08:00"
EARLIEST = date(2026, 5, 12)  # the rules on partnerships begin FOUNDED days before it


def acts() -> tuple[Act | Errand, ...]:
    """All acts of all stories."""
    told = (intake, inquiry, searching, judgement, decision)
    return (
        *(act for chapter in told for act in chapter.acts()),
        *hearsay.acts(),
        *warehouse.acts(),
        *light.acts(),
        *agreements.acts(),
        *signals.acts(),
        *partnership.acts(),
        *year.acts(),
        *planning.acts(),
        *role_cards.acts(),
        *areas.acts(),
        *picture.acts(),
        *support.acts(),
        *beside.acts(),
        *ended.acts(),
        *rounds.acts(),
        *letters.acts(),
        *dossiers.acts(),
        *followed.acts(),
        *control.acts(),
        *looking.acts(),
    )


def fill(
    factory: sessionmaker[Session], password: str, now: datetime, tell: Tell | None = None
) -> Scene:
    """Fill an empty database as seen from `now`; on one day it comes out alike every time."""
    days = Days.at(now)
    if days.today < EARLIEST:
        raise Invalid(
            "The demonstration cannot be set before {day}.",
            where={"setting": "BUREAU_NOW"},
            hint="Its rules are not in force then; choose a later moment.",
            day=EARLIEST.isoformat(),
        )
    with repeatable_ids(SEED):
        city.found(factory, password, days.moment(FOUNDED, AT))
        scene = Scene(factory, days, city.actors(factory))
        play(scene, acts(), tell)
    return scene
