"""What is asked of a dossier before anything is gathered: reader, basis, language, number."""

from dataclasses import dataclass
from datetime import datetime

from bureau.rules.vocabulary import Language
from reports.values.cover import Issuance


@dataclass(frozen=True, slots=True)
class Order:
    """A dossier to be made; `issuance` is there once two people let it go."""

    number: int
    recipient: str
    basis: str
    language: Language
    prepared_at: datetime
    organisation: str = ""
    issuance: Issuance | None = None
