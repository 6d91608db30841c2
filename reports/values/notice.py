"""What a notice about an issued dossier says, as plain values."""

from dataclasses import dataclass
from datetime import date, datetime

from bureau.rules.notices import NoticeKind
from bureau.rules.vocabulary import Language
from reports.values import checks


@dataclass(frozen=True, slots=True)
class Corrected:
    """One fact that was put right: where it stands in the dossier, what it said and says now."""

    number: int
    about: str
    where: tuple[str, ...]
    said: str
    says: str
    why: str
    since: date


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice to whoever received a dossier; `corrected` is empty where it is taken back.

    `instead` is the later version that was issued, where there is one.
    """

    kind: NoticeKind
    name: str
    dossier_id: str
    version: int
    reference: str
    recipient: str
    sender: str
    contact: str
    language: Language
    dated: date
    issued_at: datetime
    original_sha256: str
    content_sha256: str
    ground: str
    says: str
    basis: str
    reason: str
    duties: tuple[str, ...] = ()
    corrected: tuple[Corrected, ...] = ()
    instead: str = ""

    def __post_init__(self) -> None:
        for name in ("dossier_id", "recipient", "sender", "contact", "basis"):
            checks.words_in(name.replace("_", " "), getattr(self, name))
        checks.aware("issued at", self.issued_at)
