"""Which import format is read by which function; a door looks its format up here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from bureau.errors import Invalid
from bureau.formats.bag import read_bag
from bureau.formats.bods import read_bods
from bureau.formats.brk import read_brk
from bureau.formats.brp import read_brp
from bureau.formats.camt import read_camt
from bureau.formats.entities_csv import ENTITIES, EntityFile, read_entities_csv
from bureau.formats.ftm import read_ftm
from bureau.formats.guard import PAYMENT_LISTS, PAYMENTS, PERSONS, REGISTERS, Limits
from bureau.formats.kvk import read_kvk
from bureau.formats.mt940 import read_mt940
from bureau.formats.network_csv import read_network_csv
from bureau.formats.party_values import PartyFile
from bureau.formats.payments_csv import read_payments_csv
from bureau.formats.register_values import RegisterAnswer
from bureau.formats.values import NetworkFile, PaymentFile

Read = PaymentFile | NetworkFile | EntityFile | RegisterAnswer | PartyFile


class ReaderKind(StrEnum):
    """What a format brings: it decides what the importer does with it."""

    PAYMENTS = "payments"
    NETWORK = "network"
    REGISTER = "register"
    PARTIES = "parties"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: what it brings, the limits it is read under and the function that reads it."""

    kind: ReaderKind
    function: Callable[[bytes, Limits], Read]
    limits: Limits

    def read(self, content: bytes) -> Read:
        """The values of a file in this format; raises Invalid or TooLarge with place and hint."""
        return self.function(content, self.limits)


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "camt053": Reader(ReaderKind.PAYMENTS, read_camt, PAYMENTS),
        "mt940": Reader(ReaderKind.PAYMENTS, read_mt940, PAYMENTS),
        "payments-csv": Reader(ReaderKind.PAYMENTS, read_payments_csv, PAYMENT_LISTS),
        "network-csv": Reader(ReaderKind.NETWORK, read_network_csv, PAYMENTS),
        "entities-csv": Reader(ReaderKind.ROWS, read_entities_csv, ENTITIES),
        "kvk": Reader(ReaderKind.REGISTER, read_kvk, REGISTERS),
        "brk": Reader(ReaderKind.REGISTER, read_brk, REGISTERS),
        "brp-csv": Reader(ReaderKind.PARTIES, read_brp, PERSONS),
        "bag": Reader(ReaderKind.PARTIES, read_bag, PAYMENTS),
        "bods": Reader(ReaderKind.PARTIES, read_bods, PAYMENTS),
        "ftm": Reader(ReaderKind.PARTIES, read_ftm, PAYMENTS),
    }
)


def reader(name: str) -> Reader:
    """The reader of a format by its name on the command line."""
    if name not in READERS:
        raise Invalid(
            "{name} is no import format.",
            where={"format": name[:40]},
            hint="Choose one of: {names}.",
            names=", ".join(READERS),
            name=name[:40],
        )
    return READERS[name]
