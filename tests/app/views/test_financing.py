"""The way through a long list of payments."""

from types import SimpleNamespace

from app.views import financing


def test_the_way_through_pages_ends_at_both_ends():
    found = SimpleNamespace(page=1, pages=1, rows=(1, 2), total=2)
    pages = financing.pages(found, str)
    assert (pages["first"], pages["last"]) == (1, 2)
    assert pages["previous_url"] == pages["next_url"] == ""
    middle = financing.pages(SimpleNamespace(page=2, pages=3, rows=(1,) * 50, total=130), str)
    assert (middle["previous_url"], middle["next_url"]) == ("1", "3")
