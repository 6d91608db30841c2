"""The timeline with lanes, and the table that says the same."""

from tests.app.views.case_with_money import money  # noqa: F401 - a fixture
from tests.app.views.reading import raw_days, text, words


def test_lanes_and_table_say_the_same(officer, money):  # noqa: F811
    page = officer.get(f"{money.path}/timeline")
    assert text(page).count("lanes__bar--money") == 2  # paid out and received
    assert "9825.00 EUR" in words(page)
    assert raw_days(page) == []
    one = officer.get(f"{money.path}/timeline?party={money.who}&from=2024-01-01&to=2024-12-31")
    assert "De Ankerplaats" in words(one)
    assert officer.get(f"{money.path}/timeline?to=x").status_code == 422
    assert officer.get(f"{money.path}/timeline?from=1990-01-01&to=1990-01-02").status_code == 200
