"""How far each kind of imported file is trusted until a person says otherwise (our design)."""

from collections.abc import Mapping
from dataclasses import dataclass

from bureau.rules.vocabulary import Credibility, Reliability


@dataclass(frozen=True, slots=True)
class FileGrade:
    """The grade that facts of one import format start with, and whose word they are."""

    reliability: Reliability
    credibility: Credibility
    origin: str


# A register is an official document for what it registers itself; what people declared to it is
# only probable. A statement proves its own bookings; a table anybody can type proves little.
GRADES: Mapping[str, FileGrade] = {
    "kvk": FileGrade(Reliability.A, Credibility.PROBABLE, "Handelsregister (KVK)"),
    "brk": FileGrade(Reliability.A, Credibility.CONFIRMED, "Kadaster (BRK)"),
    "brp-csv": FileGrade(Reliability.A, Credibility.CONFIRMED, "Basisregistratie Personen (BRP)"),
    "bag": FileGrade(Reliability.A, Credibility.CONFIRMED, "Kadaster (BAG)"),
    "bods": FileGrade(Reliability.C, Credibility.PROBABLE, "register van uiteindelijk belang"),
    "ftm": FileGrade(Reliability.F, Credibility.UNKNOWN, "uitwisseling (FollowTheMoney)"),
    "camt053": FileGrade(Reliability.B, Credibility.CONFIRMED, "bankafschrift"),
    "mt940": FileGrade(Reliability.B, Credibility.CONFIRMED, "bankafschrift"),
    "payments-csv": FileGrade(Reliability.C, Credibility.PROBABLE, "betalingenlijst"),
    "network-csv": FileGrade(Reliability.F, Credibility.UNKNOWN, "lijst van banden"),
    "entities-csv": FileGrade(Reliability.F, Credibility.UNKNOWN, "eigen lijst"),
}


def payment_credibility(source_kind: str) -> Credibility:
    """How far a payment is borne out, by the kind of source that it was learnt from."""
    grade = GRADES.get(source_kind)
    return grade.credibility if grade else Credibility.UNKNOWN
