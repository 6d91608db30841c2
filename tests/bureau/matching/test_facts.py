"""Dates, numbers and addresses for and against."""

from datetime import date

import pytest

from bureau.matching.facts import addresses, dates, numbers
from bureau.matching.values import Subject
from bureau.rules.dates import parse
from bureau.rules.vocabulary import EntityKind

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("one", "other", "sign", "denies"),
    [
        ("1985-03-12", "1985-03-12", 1, False),
        ("1985-03-12", "1985", 1, False),
        ("1985-03-12", "1985-12-03", 1, False),
        ("1985-03-12", "1985-03-13", -1, False),
        ("1985-03-12", "1971-08-30", -1, True),
        ("1985", "1986", -1, True),
    ],
)
def test_dates_of_birth_as_far_as_they_are_known(one, other, sign, denies):
    [found] = dates(Subject("A", born=parse(one)), Subject("A", born=parse(other)))
    assert (found.weight > 0) == (sign > 0)
    assert found.denies is denies


def test_a_date_that_means_unknown_says_nothing_and_two_days_of_death_speak_against():
    assert not list(
        dates(Subject("A", born=parse("1900-01-01")), Subject("A", born=parse("1900-01-01")))
    )
    [found] = dates(Subject("A", died=parse("2001")), Subject("A", died=parse("2003-02")))
    assert found.denies


def company(*identifiers):
    return Subject("De Zon B.V.", EntityKind.COMPANY, identifiers=identifiers)


def found(left, right):
    return [(each.proves, each.denies) for each in numbers(company(*left), company(*right), TODAY)]


def test_numbers_of_registers():
    kvk = ("kvk", "69599084")
    assert found([kvk], [kvk]) == [(True, False)]
    assert found([kvk], [("kvk", "27312152")]) == [(False, True)]
    assert found([kvk], [("kvk", "69599085")]) == [(False, False)]
    assert found([kvk], [("rsin", "123456782")]) == []
    assert found([("kvk", "12345678")], [("kvk", "12345678")]) == []  # a placeholder
    assert found([("vestiging", "000000000001")], [("vestiging", "000000000002")]) == []


def test_an_address_is_known_by_postcode_and_number():
    left = Subject("A", addresses=("Kade 1, 1234 AB Havermonde",))
    right = Subject("A", addresses=("1234ab 1", "Elders 4"))
    assert [each.weight > 0 for each in addresses(left, right)] == [True]
    assert not list(addresses(left, Subject("A", addresses=("Kade 2, 1234 AB Havermonde",))))
