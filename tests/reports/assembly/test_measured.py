"""What a pattern measured, in words and numbers that a reader can follow."""

import pytest

from bureau.rules.vocabulary import Language
from reports.assembly.measured import AMOUNTS, HIDDEN, NAMES, SHARES, measured
from tests.reports.assembly.rich import BOTH


@BOTH
def test_amounts_shares_and_counts_are_written_as_people_write_them(rich, language):
    metrics = {"gross": "1234.50", "currency": "EUR", "offset": 0.9876, "days": 4.0, "payments": 3}
    metrics["p"] = 0.00195
    with rich.file(language) as file:
        told = measured(file, metrics)
    assert told == (
        "samen: € 1.234,50; valt tegen elkaar weg: 98,8%; betalingen: 3; dagen: 4; "
        "kans bij gelijke spreiding: 0,00195"
        if language is Language.NL
        else "together: €1,234.50; cancels out: 98.8%; payments: 3; days: 4; "
        "chance if evenly spread: 0.00195"
    )


def test_keys_of_our_own_are_not_printed(rich):
    with rich.file() as file:
        assert measured(file, {"loan": "0a31f10b", "currency": "EUR"}) == ""
        assert measured(file, {"direction": "in"}) == "richting: ontvangen"


@pytest.mark.parametrize("names", [AMOUNTS, SHARES])
def test_every_amount_and_share_has_a_name(names):
    assert set(names) <= set(NAMES)
    assert not set(names) & set(HIDDEN)
