"""How an old value is recognised in a text."""

import pytest

from bureau.operations import _sought
from bureau.operations._sought import Sought
from bureau.rules.dates import PartialDate


@pytest.mark.parametrize("text", ["€ 100.000", "€ 100.000,00", "100,000.00", "sum of 100000."])
def test_an_amount_in_every_spelling(text):
    assert Sought("100000.00", amount=True).within(text)


@pytest.mark.parametrize("text", ["1.000.000", "10.000", "100.001,00", ""])
def test_another_amount_is_another_amount(text):
    assert not Sought("100000.00", amount=True).within(text)


def test_a_name_in_any_case():
    assert Sought("De Kade B.V.").within("", "said DE KADE B.V. today")
    assert not Sought("De Kade B.V.").within("De Kade")


def test_a_short_value_counts_only_beside_the_name_of_its_party():
    sought = Sought("12", beside=("Kade B.V.",))
    assert sought.within("Kade B.V. employs 12 people")
    assert not sought.within("12 March")


def test_a_date_is_known_in_words_and_in_digits():
    spelled = _sought.days(PartialDate(1980, 3, 5))
    assert {"5 maart 1980", "5-3-1980", "05/03/1980"} <= set(spelled)
    assert _sought.days(PartialDate(1980)) == ("1980",)
    assert Sought("NL02ABNA0123456789", more=(_sought.spaced("NL02ABNA0123456789"),)).within(
        "to NL02 ABNA 0123 4567 89"
    )
