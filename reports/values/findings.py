"""What was found, by whom and from what; and what may innocently explain it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bureau.errors import Invalid, NotAllowed
from bureau.rules.vocabulary import Credibility, Reliability
from reports.values import checks


class Perception(StrEnum):
    """How the observer knows: seen or heard oneself, told by another, or read in a record."""

    OWN = "own"
    HEARSAY = "hearsay"
    RECORD = "record"


class Answer(StrEnum):
    """What came of weighing an innocent explanation."""

    NOT_CHECKED = "not_checked"
    SUPPORTS = "supports"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class Statement:
    """One numbered fact, tied to at least one source in the register."""

    number: int
    theme: str
    text: str
    observer: str
    observed_on: str
    perception: Perception
    sources: tuple[int, ...]
    reliability: Reliability
    credibility: Credibility
    place: str = ""

    def __post_init__(self) -> None:
        checks.words_in("statement", self.text)
        checks.words_in("observer", self.observer)
        checks.partial_date("date of observation", self.observed_on)
        if not self.sources:
            raise Invalid(
                "Statement {number} has no source.",
                where={"statement": self.number},
                number=self.number,
            )


@dataclass(frozen=True, slots=True)
class Indication:
    """One sentence of the summary and the statements it rests on."""

    text: str
    statements: tuple[int, ...]

    def __post_init__(self) -> None:
        checks.no_conclusion("summary", self.text)
        if not self.statements:
            raise Invalid("A sentence of the summary rests on no statement: {text}", text=self.text)


@dataclass(frozen=True, slots=True)
class Summary:
    """What the facts indicate and what is unknown; which provision fits is not said here."""

    indications: tuple[Indication, ...]
    unknown: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.indications:
            raise Invalid("The summary says nothing.")
        if not self.unknown:
            raise NotAllowed(
                "The summary does not say what is unknown.",
                hint="Name at least one thing that was not established.",
            )


@dataclass(frozen=True, slots=True)
class Explanation:
    """An innocent explanation, what came of weighing it, on what evidence and by whom."""

    text: str
    answer: Answer | None
    reason: str
    by: str
    on: date | None
    sources: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        checks.words_in("innocent explanation", self.text)
        if self.answer is Answer.EXCLUDED and not self.sources:
            raise NotAllowed(
                "An explanation can only be excluded on evidence: {text}", text=self.text
            )

    @property
    def answered(self) -> bool:
        """Whether somebody named weighed it on a day and said why."""
        return bool(self.answer and self.by.strip() and self.on and self.reason.strip())


@dataclass(frozen=True, slots=True)
class PatternHit:
    """What one pattern showed in this case, with every innocent explanation beside it."""

    hit_id: str
    number: int
    pattern_id: str
    title: str
    seen: str
    sources: tuple[int, ...]
    explanations: tuple[Explanation, ...]

    def __post_init__(self) -> None:
        checks.words_in("what the pattern showed", self.seen)
        if not self.sources:
            raise Invalid("Pattern hit {hit} has no source.", hit=self.hit_id)


@dataclass(frozen=True, slots=True)
class ExculpatorySheet:
    """Everything that speaks for an innocent reading of the facts."""

    hits: tuple[PatternHit, ...]
    circumstances: tuple[Explanation, ...]
    by: str

    @property
    def explanations(self) -> tuple[Explanation, ...]:
        """Every explanation on the sheet, those of the hits first."""
        return (*(e for hit in self.hits for e in hit.explanations), *self.circumstances)


def answered_in_full(sheet: ExculpatorySheet) -> None:
    """Refuse an empty sheet, a hit without explanations, and an explanation without an answer."""
    if not sheet.explanations:
        raise NotAllowed("The exculpatory sheet is empty; a dossier cannot go out without one.")
    for hit in sheet.hits:
        if not hit.explanations:
            raise NotAllowed("Pattern hit {hit} has no innocent explanation.", hit=hit.hit_id)
    for explanation in sheet.explanations:
        if not explanation.answered:
            raise NotAllowed(
                "An innocent explanation has not been answered: {text}",
                hint="Record whether it was checked, what came of it, by whom and on which day.",
                text=explanation.text,
            )


@dataclass(frozen=True, slots=True)
class PatternRun:
    """How a pattern was applied, so that the reader can repeat and challenge it."""

    pattern_id: str
    version: str
    title: str
    parameters: tuple[tuple[str, str], ...]
    window_from: date
    window_until: date
    subjects_tried: int
    base_rate: str
    hits_kept: int
    hits_rejected: int
    rejected: tuple[str, ...]
    complete: bool
    started_by: str
    started_on: date
    purpose: str
