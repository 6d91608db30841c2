"""How an old value is recognised in a text."""

import pytest

from bureau.operations._correction_places import Sought


@pytest.mark.parametrize("text", ["€ 100.000", "€ 100.000,00", "100,000.00", "sum of 100000."])
def test_an_amount_in_every_spelling(text):
    assert Sought("100000.00", amount=True).within(text)


@pytest.mark.parametrize("text", ["1.000.000", "10.000", "100.001,00", ""])
def test_another_amount_is_another_amount(text):
    assert not Sought("100000.00", amount=True).within(text)


def test_a_name_in_any_case():
    assert Sought("De Kade B.V.").within("", "said DE KADE B.V. today")
    assert not Sought("De Kade B.V.").within("De Kade")
