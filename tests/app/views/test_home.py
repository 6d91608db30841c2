"""The first page says what to do now; whoever has nothing yet reads how to begin."""

import pytest

from bureau.operations import supports
from bureau.rules.support import support_states
from tests.app.views.reading import text, words
from tests.app.views.test_areas import draw


@pytest.mark.parametrize("login", ["police", "admin", "auditor", "care", "coordinator", "outsider"])
def test_a_page_without_work_says_how_to_begin(client_of, login):
    page = text(client_of(login).get("/"))
    assert "niets" in page.lower() or "Nothing waits for you" in page
    assert "/help" in page


def test_the_clock_of_a_case_and_the_case_itself_are_there(road, officer):
    page = text(officer.get("/"))
    assert f"/cases/{road.id}" in page
    assert "beslistermijn" in page


def test_a_task_leads_to_the_page_on_which_it_is_done(road, officer, client_of):
    road.to_own().raise_indicator()
    page = text(officer.get("/"))
    assert f"/cases/{road.id}/tasks/indicators" in page
    answer = officer.get(f"/cases/{road.id}/tasks/indicators")
    assert answer.location == f"/cases/{road.id}/indicators"


def test_support_files_are_for_helpers_only(road, officer, client_of):
    assert "/support" not in text(officer.get("/"))
    assert "/support/new" in text(client_of("care").get("/"))


def test_the_state_of_a_support_file_is_told_in_words_of_the_reader(client_of, house):
    with house.work_of(house.actors.care) as work:
        file = supports.open_file(work, "Linde-4", "bericht op dinsdag", "rust")
        state, told = file.state, support_states().row(file.state, work.today).name
    shown = words(client_of("care").get("/"))
    assert told.nl in shown or told.en in shown
    assert state not in (told.nl, told.en)


def test_the_keeper_finds_a_power_that_ran_out_and_where_to_renew_it(client_of):
    coordinator = client_of("coordinator")
    draw(coordinator)
    said = {"kind": "covenant", "text": "Huurders.", "source": "Convenant", "on": "2026-01-01"}
    more = {"more_legal_basis": "Gemeentewet 160", "until": "2026-03-10"}
    assert coordinator.send("/areas/zuidkade/powers/new", said | more).status_code == 302
    page = coordinator.get("/")
    assert "/areas/zuidkade/statements/1/correct" in text(page)
    assert "Zuidkade" in words(page)
    assert "Zuidkade" not in words(client_of("officer").get("/"))
