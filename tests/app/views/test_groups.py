"""The parties of a case in reading order: who matters first, accounts folded."""

from uuid import uuid4

import pytest

from app.views import groups
from bureau.operations.parties import PartyLine
from bureau.rules.vocabulary import EntityKind


def line(label, kind=EntityKind.PERSON, *roles):
    return PartyLine(uuid4(), kind, label, False, roles)


KNOWN = (
    line("A account", EntityKind.ACCOUNT),
    line("Adres 1", EntityKind.ADDRESS),
    line("Bank N.V.", EntityKind.COMPANY),
    line("Geldgever", EntityKind.PERSON, "R04"),
    line("Zeemeeuw B.V.", EntityKind.COMPANY, "R01"),
    line("Zus"),
)


def labels(lines):
    return [one.label for one in lines]


def test_the_person_concerned_stands_on_top_and_accounts_are_only_counted():
    found = groups.grouped(KNOWN)
    assert labels(found.with_part) == ["Zeemeeuw B.V.", "Geldgever"]
    assert labels(found.others) == ["Zus", "Bank N.V.", "Adres 1"]
    assert found.accounts == 1


@pytest.mark.parametrize(
    ("words", "kind", "shown"),
    [
        ("meeuw b.v", None, ["Zeemeeuw B.V."]),
        ("", EntityKind.ACCOUNT, ["A account"]),
        ("z", EntityKind.PERSON, ["Zus"]),
        ("nobody", None, []),
    ],
)
def test_words_and_kind_narrow_the_list(words, kind, shown):
    assert labels(groups.found(KNOWN, words, kind)) == shown


@pytest.mark.parametrize(("asked", "first", "last"), [(1, 1, 25), (3, 51, 60), (99, 51, 60)])
def test_a_long_list_goes_in_pages(asked, first, last):
    page = groups.paged(range(60), asked, str)
    assert (page.way["first"], page.way["last"], page.way["total"]) == (first, last, 60)
    assert page.more
    assert list(page.rows) == list(range(first - 1, last))


def test_a_short_list_has_no_other_page():
    assert not groups.paged(range(25), 1, str).more
    assert groups.paged([], 1, str).way["first"] == 0
