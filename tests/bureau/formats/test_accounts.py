import pytest

from bureau.formats.accounts import account_text, distinct, looks_like_iban, odd_payments
from bureau.formats.values import PaymentRecord


def payment(number, **told):
    base = {
        "where": {"line": number},
        "external_id": "x",
        "on": "2024-03-01",
        "time": "",
        "amount_minor": 1,
        "currency": "EUR",
        "from_account": "A",
        "to_account": "B",
    }
    return PaymentRecord(**{**base, **told})


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("nl41 buro 0000 0000 01", "NL41BURO0000000001"),
        ("NL41BURO0000000001EUR", "NL41BURO0000000001"),
        (" 45050050/76198810  ", "45050050/76198810"),
        ("bank  a", "bank a"),
        ("NL00BURO0000000001", "NL00BURO0000000001"),
        ("", ""),
    ],
)
def test_numbers_lose_only_surplus(raw, text):
    assert account_text(raw) == text


def test_the_shape_of_an_iban_says_nothing_of_its_digits():
    assert looks_like_iban("NL00BURO0000000001")
    assert not looks_like_iban("0123456789")


def test_a_repeated_identity_gets_a_count():
    assert [p.external_id for p in distinct([payment(1), payment(2), payment(3)])] == [
        "x",
        "x~2",
        "x~3",
    ]


def test_oddities_are_told_once_each_at_the_first_place():
    warnings = odd_payments(
        [
            payment(1),
            payment(2, amount_minor=0),
            payment(3, amount_minor=0, to_account="A"),
            payment(4, to_account="NL00BURO0000000001"),
            payment(5, from_account="NL00BURO0000000001", to_account=""),
        ]
    )
    assert [(w.where["line"], w.params["count"]) for w in warnings] == [(4, 1), (2, 2), (3, 1)]
