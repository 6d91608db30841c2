"""An administrative decision and everything it rests on (Wet Bibob and Awb)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bureau.errors import Invalid
from bureau.rules.vocabulary import Danger
from reports.values import checks


class Ground(StrEnum):
    """The three grounds of art. 3 Wet Bibob, each weighed apart."""

    PROCEEDS = "a"
    OFFENCES = "b"
    OBTAINED = "3_6"


class ViewForm(StrEnum):
    """How a view was given; the applicant chooses (Awb 4:9)."""

    WRITTEN = "written"
    ORAL = "oral"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Application:
    """Who asks for which decision."""

    applicant: str
    legal_form: str
    identifiers: tuple[tuple[str, str], ...]
    representative: str
    decision_kind: str
    subject: str
    scope: str
    stage: str
    received_on: date
    summary: str

    def __post_init__(self) -> None:
        checks.words_in("applicant", self.applicant)
        checks.words_in("application", self.subject)


@dataclass(frozen=True, slots=True)
class OrdinaryGround:
    """A ground outside the Wet Bibob, weighed first; `met` is None while open."""

    code: str
    title: str
    basis: str
    met: bool | None
    reasoning: str
    sources: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class InquiryEntry:
    """One step of the own investigation: what was consulted, by which power, with what result."""

    on: date
    by: str
    consulted: str
    power: str
    result: str
    sources: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Signal:
    """An indicator as observed, the applicant's answer, and how the officer weighs both."""

    code: str
    title: str
    observed: str
    innocent: str
    answer: str
    weighed: str
    sources: tuple[int, ...]

    def __post_init__(self) -> None:
        checks.words_in("innocent explanation", self.innocent)
        checks.words_in("answer of the applicant", self.answer)
        if not self.sources:
            raise Invalid("Indicator {code} has no source.", code=self.code)


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor the act names, and what the file says about it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class GroundAssessment:
    """A person's reasoned view of one ground; the program draws none."""

    ground: Ground
    degree: Danger
    factors: tuple[Factor, ...]
    reasoning: str
    by: str
    on: date
    statements: tuple[int, ...]

    def __post_init__(self) -> None:
        checks.words_in("reasoning about danger", self.reasoning)
        checks.words_in("who assessed the danger", self.by)


@dataclass(frozen=True, slots=True)
class Advice:
    """The advice of the national bureau, for readers who may see it (Wet Bibob art. 28)."""

    reference: str
    requested_on: date
    received_on: date
    conclusion: str
    summary: str
    own_check: str

    def __post_init__(self) -> None:
        checks.words_in("own check of the advice", self.own_check)


@dataclass(frozen=True, slots=True)
class Weighing:
    """One question of proportionality and its answer."""

    question: str
    answer: str

    def __post_init__(self) -> None:
        checks.words_in("answer about proportionality", self.answer)


@dataclass(frozen=True, slots=True)
class ViewPoint:
    """One point of the applicant's view, the answer to it and what changed."""

    number: int
    point: str
    answer: str
    changed: str

    def __post_init__(self) -> None:
        checks.words_in("answer to the view", self.answer)


@dataclass(frozen=True, slots=True)
class Hearing:
    """The view of the applicant on the intended decision."""

    invited_on: date
    until: date
    form: ViewForm
    received_on: date | None
    points: tuple[ViewPoint, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition attached to a decision, and the danger it removes or limits."""

    text: str
    aim: str
    basis: str
    check: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision as taken or as drafted, by the body that takes it."""

    taken: bool
    body: str
    text: str
    reasoning: str
    basis: str
    on: date | None
    announced_on: date | None
    objection_until: date | None
    objection_to: str
    conditions: tuple[Condition, ...] = ()

    def __post_init__(self) -> None:
        checks.words_in("decision", self.text)
        checks.words_in("reasons for the decision", self.reasoning)
        if self.taken and self.on is None:
            raise Invalid("A decision that was taken has a date.")
