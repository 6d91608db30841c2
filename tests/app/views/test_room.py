"""The room screen and the board of actions, over the web."""

import pytest

from tests.app.views.reading import text, words
from tests.app.views.test_meetings import ACTION, Table
from tests.app.views.test_table import bring


@pytest.fixture
def table(client_of):
    return Table(client_of)


def test_the_screen_counts_what_not_all_may_see_and_leads_nowhere_but_back(table):
    item = table.to_session()
    assert table.chair.get(f"{item}/room").status_code == 409
    table.attend(item)
    bring(table.police, item, "Coordinator")
    page = table.chair.get(f"{item}/room")
    assert "Three vans" in words(page)
    assert "<nav" not in text(page)
    assert text(page).count("<a ") == 1
    assert table.police.get(f"{item}/room").status_code == 404


def test_the_board_shows_actions_by_status_and_filters_by_address(table):
    item = table.to_session()
    table.attend(item)
    assert table.chair.send(f"{item}/actions", ACTION).status_code == 302
    for login, seen in ((table.police, True), (table.chair, True), (table.tax, False)):
        assert ("Look at the lock" in words(login.get("/actions"))) is seen
    assert "Look at the lock" in words(table.police.get("/actions?barrier=UGB-4b"))
    assert "Look at the lock" not in words(table.police.get("/actions?barrier=UGB-1a"))
    assert "Look at the lock" not in words(table.police.get("/actions?overdue=y"))
