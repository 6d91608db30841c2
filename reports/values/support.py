"""A plan made with somebody who needs support: their words, their choices, who does what.

Nothing here can carry a name, an address or a suspicion; the identity lives elsewhere.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reports.values import checks


class Dimension(StrEnum):
    """The six dimensions of the ILO/EC list of 2009."""

    DECEPTION = "deception"
    COERCIVE_RECRUITMENT = "coercive_recruitment"
    ABUSE_RECRUITMENT = "abuse_recruitment"
    CONDITIONS = "conditions"
    COERCION = "coercion"
    ABUSE = "abuse"


class Strength(StrEnum):
    """How strongly the list weighs an indicator; never added up."""

    STRONG = "strong"
    MEDIUM = "medium"
    WEAK = "weak"


class Manner(StrEnum):
    """How the observer came to note an indicator."""

    SEEN = "seen"
    TOLD = "told"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class SafeContact:
    """How to reach somebody without harm."""

    channel: str
    times: str
    say: tuple[str, ...]
    never_say: tuple[str, ...]
    who_may_answer: str

    def __post_init__(self) -> None:
        checks.words_in("safe channel", self.channel)


@dataclass(frozen=True, slots=True)
class Need:
    """A need or wish, in the person's own words."""

    theme: str
    own_words: str
    on: date


@dataclass(frozen=True, slots=True)
class SeenIndicator:
    """An indicator somebody noted, of one dimension and strength."""

    code: str
    text: str
    dimension: Dimension
    strength: Strength
    manner: Manner
    observer: str
    on: date

    def __post_init__(self) -> None:
        checks.words_in("observer of an indicator", self.observer)


@dataclass(frozen=True, slots=True)
class Consent:
    """A consent for one purpose and one recipient; it can always be withdrawn."""

    purpose: str
    recipient: str
    given_on: date
    language: str
    how_explained: str
    until: date | None = None
    withdrawn_on: date | None = None


@dataclass(frozen=True, slots=True)
class PlanLine:
    """Who does what by when."""

    what: str
    who: str
    by_when: str
    state: str

    def __post_init__(self) -> None:
        checks.partial_date("date in the plan", self.by_when)


@dataclass(frozen=True, slots=True)
class RightGiven:
    """A right that was explained, when, in which language and by whom."""

    topic: str
    on: date
    language: str
    by: str


@dataclass(frozen=True, slots=True)
class SupportTerm:
    """A term that matters to the person, explained in words."""

    title: str
    start: date
    end: date | None
    text: str
    basis: str


@dataclass(frozen=True, slots=True)
class Hold:
    """What other tracks were told: dates, nothing else."""

    sent_on: date
    until: date
    released_on: date | None = None
