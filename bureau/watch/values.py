"""A look as the rules see it, what is known of people and files, and an alert with its lines."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

CIVIL = ZoneInfo("Europe/Amsterdam")


class Act(StrEnum):
    """What somebody did, as far as the rules tell it apart."""

    SEARCH = "search"
    OPEN = "open"
    EXPORT = "export"
    GLASS = "glass"
    REFUSED = "refused"
    NOTICE = "notice"
    FULL = "full"  # it took out the last of a quota, and is of no file


LOOKING = frozenset((Act.SEARCH, Act.OPEN, Act.EXPORT, Act.GLASS))


@dataclass(frozen=True, slots=True)
class Look:
    """One line of the trail: who did what to what, with marks of names and no name.

    `tasked` says that a task or a case of one's own says why. `stem` is equal for texts that
    differ in their last sign only, `reason` for reasons of the same words. `full` says that it took
    out the last that the quota allowed.
    """

    seq: int
    at: datetime
    actor: str
    body: str
    act: Act
    subject: str
    marks: frozenset[str] = frozenset()
    tasked: bool = True
    first: str = ""
    stem: str = ""
    reason: str = ""
    full: bool = False

    @property
    def local(self) -> datetime:
        """The moment by the clock on the wall."""
        return self.at.astimezone(CIVIL)

    @property
    def day(self) -> date:
        """The civil day."""
        return self.local.date()


@dataclass(frozen=True, slots=True)
class Person:
    """What somebody declared of themselves: marks of names and addresses, hours, leave."""

    marks: frozenset[str] = frozenset()
    from_hour: int | None = None
    until_hour: int | None = None
    leave: tuple[tuple[date, date], ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What the rules hold looks against; all of it marks and names of the trail."""

    people: Mapping[str, Person] = field(default_factory=dict)
    colleagues: Mapping[str, frozenset[str]] = field(default_factory=dict)
    guarded: frozenset[str] = frozenset()
    honey: frozenset[str] = frozenset()

    def person(self, actor: str) -> Person:
        """What somebody declared; nothing where nothing was."""
        return self.people.get(actor, Person())


@dataclass(frozen=True, slots=True)
class Alert:
    """A question: which rule, about whom, on which lines, with which numbers.

    `key` is equal for what is one alert, so that it is raised once.
    """

    rule: str
    actor: str
    key: str
    lines: tuple[int, ...]
    figures: tuple[tuple[str, int], ...] = ()
