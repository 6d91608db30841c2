"""Who gives a dossier to whom, on which basis and for what; who wrote it and who let it go."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bureau.errors import Invalid, NotAllowed
from bureau.rules.vocabulary import Language
from reports.values import checks


class Classification(StrEnum):
    """How closely a dossier must be kept."""

    INTERNAL = "internal"
    CONFIDENTIAL = "confidential"
    STRICT = "strict"


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """Why something may be done with an item: the item, the article, the words, the source."""

    item: str
    basis: str
    text: str
    source: str = ""

    def __post_init__(self) -> None:
        checks.words_in("legal basis", self.basis)


@dataclass(frozen=True, slots=True)
class Official:
    """Somebody who acts in an office."""

    name: str
    office: str


@dataclass(frozen=True, slots=True)
class Recipient:
    """The office and the person a dossier goes to, and whether the advice may be shown to them."""

    office: str
    person: str
    task: str = ""
    may_read_advice: bool = False

    def __post_init__(self) -> None:
        checks.words_in("recipient office", self.office)
        checks.words_in("recipient person", self.person)


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page; `subject` stays empty in the victim-focused track.

    `replaces` is the version that was issued before it for the same reader.
    `basis` and `purpose` are those of the provision itself (Wgs art. 1.7 asks for a task).
    """

    organisation: str
    unit: str
    case_reference: str
    dossier_id: str
    version: int
    subject: str
    recipient: Recipient
    basis: LegalBasis
    purpose: str
    classification: Classification
    handling: str
    author: Official
    prepared_at: datetime
    expires_on: date | None
    recall_contact: str
    language: Language
    replaces: str = ""

    def __post_init__(self) -> None:
        for name in ("organisation", "case_reference", "purpose", "handling", "recall_contact"):
            checks.words_in(name.replace("_", " "), getattr(self, name))
        checks.words_in("author", self.author.name)
        checks.aware("prepared at", self.prepared_at)
        if self.version < 1:
            raise Invalid("The version number of a dossier starts at one.")


@dataclass(frozen=True, slots=True)
class Issuance:
    """Who let a dossier go, when, and which copy this is; not part of what was approved."""

    approver: Official
    approved_at: datetime
    issued_at: datetime
    copy_number: int
    copies: int

    def __post_init__(self) -> None:
        checks.words_in("approver", self.approver.name)
        checks.aware("approved at", self.approved_at)
        checks.aware("issued at", self.issued_at)
        if self.issued_at < self.approved_at:
            raise NotAllowed("A dossier cannot be issued before it was approved.")
        if not 1 <= self.copy_number <= self.copies:
            raise Invalid(
                "Copy {number} of {of} cannot exist.", number=self.copy_number, of=self.copies
            )


def two_people(cover: Cover, issuance: Issuance | None) -> None:
    """Refuse a dossier approved by its own author (house rule: two people)."""
    if issuance and issuance.approver.name.casefold() == cover.author.name.casefold():
        raise NotAllowed("A dossier cannot be approved by the person who wrote it.")
