import pytest

from bureau.errors import Invalid, TooLarge
from bureau.rules.vocabulary import TieKind
from tests.bureau.formats.test_ftm import line, read

PARTIES = (
    line("p", "Person", name="Jo"),
    line("q", "Person", name="Bo"),
    line("c", "Company", name="De Kade"),
    line("a", "BankAccount", accountNumber="NL1"),
    line("b", "BankAccount", accountNumber="NL2"),
)
PAID = {"payerAccount": "a", "beneficiaryAccount": "b", "amount": "12.5", "currency": "EUR"}


def ties(*lines):
    return [(tie.kind, tie.source, tie.target, tie.detail) for tie in read(*PARTIES, *lines).ties]


@pytest.mark.parametrize(
    ("schema", "properties", "kind", "detail"),
    [
        ("Ownership", {"owner": "p", "asset": "a"}, TieKind.HOLDS_ACCOUNT, ""),
        ("Ownership", {"owner": "p", "asset": "c", "percentage": "25-50"}, TieKind.OWNS, "25-50"),
        ("Directorship", {"director": "p", "organization": "c"}, TieKind.DIRECTS, ""),
        (
            "Family",
            {"person": "p", "relative": "q", "relationship": "kind"},
            TieKind.FAMILY,
            "kind",
        ),
        ("UnknownLink", {"subject": "p", "object": "q", "role": "sold_to"}, TieKind.SOLD_TO, ""),
        (
            "UnknownLink",
            {"subject": "p", "object": "q", "role": "vriend"},
            TieKind.ASSOCIATES,
            "vriend",
        ),
        (
            "Debt",
            {"creditor": "p", "debtor": "c", "amount": "5", "currency": "EUR"},
            TieKind.LENDS,
            "EUR 5",
        ),
    ],
)
def test_each_schema_is_a_kind_of_tie(schema, properties, kind, detail):
    [found] = ties(line("t", schema, **properties))
    assert (found[0], found[3]) == (kind, detail)


def test_many_ends_make_many_ties_and_a_missing_one_is_counted():
    file = read(*PARTIES, line("t", "Family", person=["p", "c"], relative=["q", "zzz"]))
    assert len(file.ties) == 2
    assert "Family.relative points to an entity" in file.warnings[0].message


def test_what_a_thing_says_of_its_place_and_owner_is_a_tie():
    told = ties(
        line("w", "Address", full="Kade 1"),
        line("r", "Person", name="Zo", addressEntity="w"),
        line("v", "Vehicle", name="bus", owner="p"),
        line("u", "CryptoWallet", name="beurs", holder="p"),
        line("s", "Company", name="Dochter", parent="c"),
    )
    assert [each[:3] for each in told] == [
        (TieKind.LIVES_AT, "r", "w"),
        (TieKind.OWNS, "p", "v"),
        (TieKind.USES, "p", "u"),
        (TieKind.OWNS, "c", "s"),
    ]


def test_only_things_are_used():
    told = ties(
        line("s", "Company", name="Kade", operator="p"),
        line("x", "BankAccount", accountNumber="X1", owner="p", holder="c"),
        line("u", "UnknownLink", subject="p", object="s", role="uses"),
    )
    assert [each[:4] for each in told] == [
        (TieKind.MANAGES, "p", "s", "operator"),
        (TieKind.HOLDS_ACCOUNT, "p", "x", ""),
        (TieKind.HOLDS_ACCOUNT, "c", "x", ""),
        (TieKind.MANAGES, "p", "s", "uses"),
    ]


def test_a_payment_needs_two_accounts_an_amount_a_currency_and_a_day():
    file = read(*PARTIES, line("t", "Payment", **PAID, date="2024-05-07T14:05:00"))
    [paid] = file.payments
    assert (paid.on, paid.time, paid.amount_minor) == ("2024-05-07", "14:05:00", 1250)
    file = read(*PARTIES, line("t", "Payment", **PAID))
    assert (file.payments, len(file.warnings)) == ((), 1)
    with pytest.raises(Invalid):
        read(*PARTIES, line("t", "Payment", **PAID, date="2024-02-30"))


def test_a_link_between_crowds_is_refused_before_it_is_multiplied():
    crowd = [f"p{n}" for n in range(60)]
    people = [line(name, "Person", name="Zee") for name in crowd]
    tied = line("t", "UnknownLink", subject=crowd, object=crowd)
    with pytest.raises(TooLarge) as refused:
        read(*people, tied)
    assert refused.value.where == {"line": 61}
