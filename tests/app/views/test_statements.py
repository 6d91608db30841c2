"""The page of a statement: payments with balances, the lead marked."""

from tests.app.views.case_with_money import money  # noqa: F401 - a fixture
from tests.app.views.reading import text, words


def test_a_statement_marks_the_payments_of_a_lead(officer, money):  # noqa: F811
    path = f"{money.path}/statement"
    assert officer.get(path).status_code == 200
    page = officer.get(f"{path}?party={money.who}&lead={money.lead}")
    assert text(page).count("is-matched") == 2
    assert "not known" in words(page) or "niet bekend" in words(page)
    assert officer.get(f"{path}?party={money.who}").status_code == 200
    assert officer.get(f"{path}?party=ghost").status_code == 422
    assert officer.get(f"{path}?party={money.lead}").status_code == 404
