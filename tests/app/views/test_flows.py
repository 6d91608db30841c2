"""Money as bands, and the table that says the same."""

from tests.app.views.case_with_money import money  # noqa: F401 - a fixture
from tests.app.views.reading import text, words


def test_bands_and_table_say_the_same(officer, money):  # noqa: F811
    page = officer.get(f"{money.path}/flows")
    assert text(page).count("<path class") == 4
    assert text(page).count("rivers__band--back") == 1  # the money went round
    assert "Proefman" in words(page)
    later = officer.get(f"{money.path}/flows?from=2024-05-06&party={money.D}")
    assert text(later).count("<path class") == 1
    assert officer.get(f"{money.path}/flows?from=2030-01-01").status_code == 200
    assert officer.get(f"{money.path}/flows?from=x").status_code == 422
    assert officer.get(f"{money.path}/flows?party=x").status_code == 422
