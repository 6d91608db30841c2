"""Where every fact comes from: the register of sources and what happened to each of them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bureau.errors import NotAllowed
from reports.values import checks


class Obtained(StrEnum):
    """How a source was obtained; a duty to answer matters for what may be done with the answer."""

    DUTY = "duty"
    VOLUNTARY = "voluntary"
    OPEN = "open"
    REGISTER = "register"
    PARTNER = "partner"
    OBSERVATION = "observation"


class Form(StrEnum):
    """Whether the original or a copy is kept."""

    ORIGINAL = "original"
    COPY = "copy"
    DIGITAL = "digital"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One source in the register; statements refer to it by `number`."""

    number: int
    evidence_id: str
    title: str
    kind: str
    origin: str
    obtained: Obtained
    power: str
    obtained_on: date
    custodian: str
    sha256: str
    form: Form
    language: str = ""
    restrictions: str = ""
    phase: str = ""
    cleared: bool = True

    def __post_init__(self) -> None:
        checks.words_in("title of a source", self.title)
        checks.words_in("origin of a source", self.origin)
        checks.digest("sha256", self.sha256)


@dataclass(frozen=True, slots=True)
class Transfer:
    """One hand-over in the chain of custody; `source` is the number in the register."""

    sources: tuple[int, ...]
    at: datetime
    giver: str
    taker: str
    reason: str
    sha256_before: str
    sha256_after: str

    def __post_init__(self) -> None:
        checks.aware("moment of transfer", self.at)
        checks.digest("sha256 before", self.sha256_before)
        checks.digest("sha256 after", self.sha256_after)

    @property
    def intact(self) -> bool:
        """Whether both digests are there and equal."""
        return self.measured and self.sha256_before == self.sha256_after

    @property
    def measured(self) -> bool:
        """Whether both digests are there: without them nothing is known, good or bad."""
        return bool(self.sha256_before and self.sha256_after)


def only_cleared(register: tuple[Evidence, ...]) -> None:
    """Refuse a source its origin has not released for this recipient."""
    for item in register:
        if not item.cleared:
            raise NotAllowed(
                "Source {number} has not been released by {origin}.",
                where={"source": item.number},
                hint="Ask the origin to release it, or leave it out and list it as withheld.",
                number=item.number,
                origin=item.origin,
            )
