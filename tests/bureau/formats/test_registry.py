import pytest

from bureau.errors import Invalid, TooLarge
from bureau.formats.registry import READERS, ReaderKind, reader


def test_the_formats_have_the_names_of_the_command_line():
    assert {name: found.kind for name, found in READERS.items()} == {
        "camt053": ReaderKind.PAYMENTS,
        "mt940": ReaderKind.PAYMENTS,
        "payments-csv": ReaderKind.PAYMENTS,
        "network-csv": ReaderKind.NETWORK,
        "entities-csv": ReaderKind.ROWS,
        "kvk": ReaderKind.REGISTER,
        "brk": ReaderKind.REGISTER,
        "brp-csv": ReaderKind.PARTIES,
        "bag": ReaderKind.PARTIES,
        "bods": ReaderKind.PARTIES,
        "ftm": ReaderKind.PARTIES,
    }


def test_a_reader_says_which_format_it_read():
    assert reader("network-csv").read(b"source,target\na,b").format == "network-csv"


def test_an_unknown_format_is_refused_with_the_known_ones():
    with pytest.raises(Invalid) as caught:
        reader("docx")
    assert "payments-csv" in caught.value.hint


@pytest.mark.parametrize("name", READERS)
def test_every_reader_keeps_its_limit(name):
    with pytest.raises(TooLarge):
        reader(name).read(b"x" * (reader(name).limits.size + 1))
