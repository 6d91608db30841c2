"""Views that are kept under a name: versions, places that stay, nothing half-read."""

import json
import re

import pytest

from tests.app.views.case_with_money import money  # noqa: F401 - a fixture
from tests.app.views.reading import text, words


def test_a_view_is_kept_in_versions_and_opens_where_it_stood(officer, money):  # noqa: F811
    form = {
        "name": "Round trip",
        "asked": f"start={money.who}&from=2024-01-01",
        "places": json.dumps({str(money.who): [12, 34]}),
    }
    for _ in range(2):
        assert officer.send(f"{money.path}/explore", form).status_code == 302
    page = officer.get(f"{money.path}/views")
    assert words(page).count("Round trip") == 2
    view = re.search(r'explore\?view=([0-9a-f-]+)"', text(page))[1]
    opened = officer.get(f"{money.path}/explore?view={view}")
    assert opened.status_code == 302
    assert f"start={money.who}" in opened.location
    assert "from=2024-01-01" in opened.location
    found = json.loads(text(officer.get(opened.location.replace("/explore", "/explore.json"))))
    assert {(n["x"], n["y"]) for n in found["nodes"] if n["id"] == str(money.who)} == {(12, 34)}


@pytest.mark.parametrize(
    "wrong",
    [{"name": ""}, {"places": "["}, {"places": "[]"}, {"places": '{"a": 1}'}, {"asked": "start=x"}],
)
def test_what_cannot_be_kept_is_said(officer, money, wrong):  # noqa: F811
    form = {"name": "x", "asked": "", "places": "{}", **wrong}
    answer = officer.send(f"{money.path}/explore", form)
    assert answer.status_code == 422
    assert 'role="alert"' in text(answer)
