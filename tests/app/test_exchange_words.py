"""Every format in and out has a help text and a word."""

from app.exchange_words import EXPORT_HELP, FORMAT_HELP, WORDS
from bureau.formats.party_values import PartyFile
from bureau.formats.register_values import RegisterAnswer
from bureau.formats.registry import READERS
from bureau.formats.values import NetworkFile, PaymentFile, PaymentRecord
from bureau.operations.networks import FORMATS


def test_every_format_is_explained():
    assert set(FORMAT_HELP) == set(READERS)
    assert set(EXPORT_HELP) == set(FORMATS)
    assert {f"export_{name}" for name in FORMATS} <= set(WORDS)


def test_every_total_of_a_file_has_a_word():
    files = (
        PartyFile("ftm", (), (), (PaymentRecord({}, "", "", "", 1, "EUR", "", ""),)),
        PaymentFile("mt940", ()),
        NetworkFile("network-csv", ()),
        RegisterAnswer("kvk"),
    )
    assert {f"total_{name}" for file in files for name in file.totals} <= set(WORDS)
