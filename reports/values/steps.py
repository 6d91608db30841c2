"""What happened when, what must happen when, and what was shown or withheld."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reports.values import checks


class StepState(StrEnum):
    """Whether an administrative step was taken or is still planned."""

    TAKEN = "taken"
    PLANNED = "planned"
    HELD = "held"


class ClockState(StrEnum):
    """Where a deadline stands."""

    RUNNING = "running"
    SUSPENDED = "suspended"
    MET = "met"
    PASSED = "passed"


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """Something that happened, as precisely as the sources say."""

    on: str
    text: str
    sources: tuple[int, ...]
    conflict: str = ""

    def __post_init__(self) -> None:
        checks.partial_date("date on the timeline", self.on)
        checks.words_in("timeline", self.text)


@dataclass(frozen=True, slots=True)
class AdministrativeStep:
    """A step by a public body, taken or planned."""

    on: str
    body: str
    step: str
    basis: str
    state: StepState
    reference: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        checks.partial_date("date of a step", self.on)


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of the arithmetic of a deadline, in words, with its article."""

    text: str
    basis: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """A term, the day it ends, and how that day was found."""

    term_id: str
    title: str
    start: date
    due: date
    state: ClockState
    reasons: tuple[Reason, ...]

    def __post_init__(self) -> None:
        checks.words_in("explanation of a deadline", "".join(r.text for r in self.reasons))


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Who was shown what, when and on which basis."""

    at: datetime
    reader: str
    what: str
    basis: str

    def __post_init__(self) -> None:
        checks.aware("moment of disclosure", self.at)


@dataclass(frozen=True, slots=True)
class Withheld:
    """That something was withheld and on which ground; never its content."""

    category: str
    count: int
    ground: str
    basis: str
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class Openness:
    """What was shown, what was withheld, and whether the people concerned were told."""

    disclosures: tuple[Disclosure, ...]
    withheld: tuple[Withheld, ...]
    notice: str

    def __post_init__(self) -> None:
        checks.words_in("notice to the people concerned", self.notice)
