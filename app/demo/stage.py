"""The stage: acts of named people at set moments, each one piece of work, told in order of time."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session, sessionmaker

from app.demo.days import Days
from bureau.policy import Actor
from bureau.rules.dates import in_words
from bureau.work import Work, begin

PURPOSE = "behandeling van de zaak"
_DAY = re.compile(r"\{(-?\d+)(w?)\}")


@dataclass(slots=True)
class Scene:
    """What the story has come to: the calendar, the people, and every record by its name in it."""

    factory: sessionmaker[Session]
    days: Days
    actors: dict[str, Actor]
    kept: dict[str, UUID] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    last: datetime | None = None

    def keep(self, name: str, record: Any) -> UUID:
        """Remember `record` by its name in the story; its id."""
        found: UUID = record.id
        self.kept[name] = found
        return found

    def id(self, name: str) -> UUID:
        """The id of what has this name in the story."""
        return self.kept[name]

    def on(self, ago: int) -> date:
        """The working day so many days back."""
        return self.days.on(ago)

    def day(self, ago: int) -> str:
        """The same day as ISO text."""
        return self.days.on(ago).isoformat()

    def filled(self, told: Any) -> Any:
        """`told` with days such as {119} as ISO text and {119w} in words."""
        if isinstance(told, str):
            return _DAY.sub(self._said, told)
        if isinstance(told, list):
            return [self.filled(each) for each in told]
        if isinstance(told, dict):
            return {name: self.filled(each) for name, each in told.items()}
        return told

    def _said(self, found: re.Match[str]) -> str:
        day = self.days.exact(int(found[1]))
        return in_words(day).nl if found[2] else day.isoformat()

    def work(self, login: str, moment: datetime, why: str) -> AbstractContextManager[Work]:
        """A piece of work in the name of `login`."""
        return begin(self.factory, self.actors[login], moment, purpose=why)


Doing = Callable[[Scene, Work], object]


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody does, so many days before today, at a time of the day, and what for."""

    ago: int
    clock: str
    by: str
    do: Doing
    why: str = PURPOSE


@dataclass(frozen=True, slots=True)
class Errand:
    """Something that takes several pieces of work of its own, such as printing between them."""

    ago: int
    clock: str
    run: Callable[[Scene, datetime], object]


Tell = Callable[[int, int], object]


def play(scene: Scene, acts: Iterable[Act | Errand], tell: Tell | None = None) -> None:
    """Let everything happen in order of time, whichever story it belongs to.

    Before each act `tell` hears how many are done, and of how many.
    """
    known = tuple(_in_time(acts))
    for done, act in enumerate(known):
        if tell:
            tell(done, len(known))
        moment = scene.days.moment(act.ago, act.clock)
        if scene.last and moment <= scene.last:
            moment = scene.days.moment(act.ago, act.clock, after=scene.last)
        scene.last = moment
        if isinstance(act, Errand):
            act.run(scene, moment)
        else:
            with scene.work(act.by, moment, act.why) as work:
                act.do(scene, work)


def _in_time(acts: Iterable[Act | Errand]) -> Iterator[Act | Errand]:
    yield from sorted(acts, key=lambda act: (-act.ago, act.clock))
