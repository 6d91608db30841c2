"""Names of others are removed from texts."""

from uuid import uuid4

import pytest

from bureau.model import Account, Address, Company, Identifier, Person
from bureau.operations._blackout import REMOVED, of_others


def person(given, family):
    return Person(id=uuid4(), given_names=given, family_name=family, label=f"{given} {family}")


ME = person("Piet", "Jansen")
OTHER = person("Sanne", "Verbeek")


def test_names_go_in_any_case_and_whole_words_only():
    out = of_others(ME, [], [ME, OTHER])
    assert out.clean("SANNE VERBEEK and Verbeekstraat") == f"{REMOVED} and Verbeekstraat"
    assert out.count == 1


def test_ones_own_name_stays_even_when_somebody_shares_it():
    out = of_others(ME, [], [ME, person("Anna", "Jansen")])
    assert out.clean("Piet Jansen and Anna Jansen") == f"Piet Jansen and {REMOVED}"


def test_accounts_and_addresses_of_others_go_ones_own_stay():
    account = Account(id=uuid4(), label="NL01", number="NL01TEST0123", holder_name="S. Verbeek")
    home = Address(id=uuid4(), label="Kade 3", street="Kade", number="3", addition="", postcode="")
    out = of_others(ME, [home], [ME, account, home])
    assert out.clean("NL01TEST0123, Kade 3") == f"{REMOVED}, Kade 3"


def test_a_company_is_named_and_a_person_is_not():
    out = of_others(ME, [], [ME, OTHER])
    assert out.name(Company(id=uuid4(), label="Havenwerk B.V.")) == "Havenwerk B.V."
    assert out.name(Company(id=uuid4(), label="Verbeek B.V.")) == f"{REMOVED} B.V."
    assert out.name(OTHER) == REMOVED


def test_nobody_else():
    assert of_others(ME, [], [ME]).clean("Piet") == "Piet"


def test_a_company_that_holds_an_account_stays_named():
    firm = Company(id=uuid4(), label="Kade B.V.")
    account = Account(id=uuid4(), label="NL02", number="NL02TEST0123", holder_name="Kade B.V.")
    out = of_others(ME, [], [ME, firm, account])
    assert out.clean("Kade B.V. by NL02TEST0123") == f"Kade B.V. by {REMOVED}"


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Verbeeks loan", f"{REMOVED} loan"),
        ("Verbeek's loan, Sanne’s car", f"{REMOVED} loan, {REMOVED} car"),
        ("S. Verbeek and S.M. Verbeek", f"{REMOVED} and {REMOVED}"),
        ("to NL91 ABNA 0417 1643 00 and back", f"to {REMOVED} and back"),
        ("mine NL02 ABNA 0123 4567 89 stays", "mine NL02 ABNA 0123 4567 89 stays"),
        ("BSN 999 990 019", f"BSN {REMOVED}"),
        ("KvK 6959 9084 of another", f"KvK {REMOVED} of another"),
        ("call 06-12345678 or a@b.test", f"call {REMOVED} or {REMOVED}"),
        ("in the Lange Havenstraat, 1234 ab", f"in the {REMOVED}, {REMOVED}"),
        ("De Lange Havenstraat B.V. lent", "De Lange Havenstraat B.V. lent"),
    ],
)
def test_numbers_genitives_and_parts_of_addresses_of_others_go(text, cleaned):
    firm = Company(id=uuid4(), label="De Lange Havenstraat B.V.")
    shop = Company(id=uuid4(), label="Winkel", identifiers=[_number("kvk", "69599084")])
    home = Address(id=uuid4(), label="Lange Havenstraat 3", street="Lange Havenstraat",
                   number="3", addition="", postcode="1234AB")  # fmt: skip
    mine = Account(id=uuid4(), label="x", number="NL02ABNA0123456789", holder_name="")
    theirs = Account(id=uuid4(), label="y", number="NL91ABNA0417164300", holder_name="")
    out = of_others(ME, [mine], [ME, OTHER, firm, shop, home, mine, theirs])
    assert out.clean(text) == cleaned


def _number(scheme, value):
    return Identifier(scheme=scheme, value=value)
