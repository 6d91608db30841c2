"""Addresses of the explorer that are made once, and pages of long tables."""

from uuid import UUID

from app.views.explorations import PAGE, Way, paged

CASE = UUID(int=1)


def test_an_address_that_differs_in_one_name_is_made_once(app):
    with app.test_request_context():
        way = Way(CASE, {"start": ["a"], "open": ["b"], "from": ["2024-01-01"]})
        assert way.more("open", "c").endswith("start=a&open=b&open=c&from=2024-01-01")
        assert way.more("open", "d").endswith("start=a&open=b&open=d&from=2024-01-01")
        assert way.less("open", "b").endswith("start=a&from=2024-01-01")
        assert way.only("z").endswith("start=z&from=2024-01-01")
        assert way.at("statements.show", "party", "p").endswith("/network/statement?party=p")


def test_a_long_table_comes_in_pages():
    rows, pages = paged(list(range(PAGE * 2 + 1)), 3, str)
    assert rows == [PAGE * 2]
    assert (pages["first"], pages["total"], pages["next_url"]) == (PAGE * 2 + 1, PAGE * 2 + 1, "")
    assert paged([1], 9, str) == ([1], None)
