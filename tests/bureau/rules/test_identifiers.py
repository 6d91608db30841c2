import pytest

from bureau.errors import Invalid
from bureau.rules import identifiers


def test_the_numbers_of_the_registers():
    assert identifiers.kvk_number("69599084") == "69599084"
    assert identifiers.kvk_number("01234567") == "01234567"
    assert identifiers.establishment_number("000012345678") == "000012345678"
    assert identifiers.bsn("999990019") == "999990019"
    assert identifiers.rsin("9999.90.019") == "999990019"
    assert identifiers.iban("nl91 abna 0417 1643 00") == "NL91ABNA0417164300"


@pytest.mark.parametrize(
    "check, text",
    [
        (identifiers.kvk_number, "6959908"),
        (identifiers.kvk_number, "6959908x"),
        (identifiers.kvk_number, "٦٩٥٩٩٠٨٤"),
        (identifiers.establishment_number, "12345678"),
        (identifiers.bsn, "999990018"),
        (identifiers.rsin, "12345678"),
        (identifiers.iban, "NL92ABNA0417164300"),
        (identifiers.iban, ""),
    ],
)
def test_a_wrong_number_is_refused_without_repeating_it(check, text):
    with pytest.raises(Invalid) as refused:
        check(text)
    assert not text or text not in str(refused.value)


def test_masks_hide_all_but_the_end():
    assert identifiers.mask_bsn("999990019") == "••••••019"
    assert identifiers.mask_bsn("") == "•••••••••"


@pytest.mark.parametrize(
    "number, country",
    [("NL91 ABNA 0417 1643 00", "NL"), ("DE89370400440532013000", "DE"), ("12345", ""), ("", "")],
)
def test_the_country_of_an_account_stands_in_its_iban(number, country):
    assert identifiers.country_of(number) == country
