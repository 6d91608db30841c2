"""Sources and uses: added up as recorded, apart for each currency."""

from types import SimpleNamespace

from app.views import financing
from bureau.rules.money import Money


def deal(kind, minor, currency="EUR"):
    return SimpleNamespace(kind=kind, amount=Money(minor, currency))


def test_what_comes_in_and_what_goes_out_stand_apart():
    (row,) = financing.table([deal("loan", 100), deal("mortgage", 50), deal("sale", 120)])
    assert (row["in"], row["out"]) == (150, 120)


def test_currencies_are_never_put_together():
    rows = financing.table([deal("loan", 1, "USD"), deal("loan", 1)])
    assert [row["currency"] for row in rows] == ["EUR", "USD"]


def test_a_permit_moves_no_money():
    assert financing.table([SimpleNamespace(kind="works_permit", amount=None)]) == []


def test_the_way_through_pages_ends_at_both_ends():
    found = SimpleNamespace(page=1, pages=1, rows=(1, 2), total=2)
    pages = financing.pages(found, str)
    assert (pages["first"], pages["last"]) == (1, 2)
    assert pages["previous_url"] == pages["next_url"] == ""
    middle = financing.pages(SimpleNamespace(page=2, pages=3, rows=(1,) * 50, total=130), str)
    assert (middle["previous_url"], middle["next_url"]) == ("1", "3")
