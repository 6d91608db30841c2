"""What is compared and what comes of it."""

from dataclasses import dataclass
from enum import StrEnum

from bureau.rules.dates import PartialDate
from bureau.rules.tables import Texts
from bureau.rules.vocabulary import EntityKind

EMPTY = PartialDate()


class Verdict(StrEnum):
    """How far the comparison goes; a person judges."""

    MATCH = "match"
    POSSIBLE = "possible"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Subject:
    """A person or organisation as one source describes it; `identifiers` are scheme and number."""

    name: str
    kind: EntityKind = EntityKind.PERSON
    born: PartialDate = EMPTY
    died: PartialDate = EMPTY
    identifiers: tuple[tuple[str, str], ...] = ()
    addresses: tuple[str, ...] = ()
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """How like two descriptions are (0 to 1), with what speaks for and against the same one.

    The score orders a list of pairs; it says nothing about a person.
    """

    score: float
    verdict: Verdict
    pro: tuple[Texts, ...] = ()
    contra: tuple[Texts, ...] = ()
