import pytest
from stdnum import iban
from stdnum.nl import bsn

from app.demo import numbers


@pytest.mark.parametrize("number", [1, 101, 799])
def test_an_account_is_a_valid_iban_at_no_bank(number):
    made = numbers.account(number)
    assert iban.is_valid(made, check_country=False)
    assert made[4:8] == "BURO"


def test_citizens_and_companies_come_from_ranges_for_tests():
    people = [numbers.bsn(place) for place in range(60)]
    assert all(bsn.is_valid(one) and one.startswith("9999") for one in people)
    assert len(set(people)) == len(people)
    assert all(bsn.is_valid(numbers.rsin(place)) for place in range(1100, 1120))
    assert numbers.branch(7) == "990000000007"
