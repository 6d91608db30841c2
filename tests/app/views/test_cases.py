"""Opening, finding, stepping and sharing a case over the web."""

import re

import pytest

from tests.app.views.reading import text, words

OPENED = {
    "title": "Lege winkels",
    "regime": "RIEC",
    "regime_reason": "Signalen van drie deelnemers",
    "regime_basis": "WGS 2.17",
}
NEW = {
    "title": "Eethuis De Proef",
    "scope": "SC02",
    "stage": "application",
    "received_on": "2026-03-02",
}


def test_a_screening_is_opened_and_stands_on_the_worklist(officer):
    answer = officer.send("/cases/new", NEW)
    assert answer.status_code == 302
    assert "Eethuis De Proef" in text(officer.get(answer.location))
    assert "Eethuis De Proef" in text(officer.get("/cases"))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"received_on": "2026-02-30"}, "2026-02-30"),
        ({"received_on": "2026-03-03"}, "2026-03-03"),
        ({"received_on": ""}, "received_on"),
        ({"scope": "SC99"}, "scope"),
        ({"title": ""}, "title"),
        ({"weeks": "99"}, "weeks"),
    ],
)
def test_bad_input_stays_on_the_page_and_stores_nothing(officer, wrong, said):
    answer = officer.send("/cases/new", {**NEW, **wrong})
    assert answer.status_code == 422
    page = text(answer)
    assert 'role="alert"' in page
    assert said in page
    assert wrong.get("title") == "" or "Eethuis De Proef" in page
    assert "Eethuis De Proef" not in text(officer.get("/cases"))


def test_a_day_may_be_written_as_people_here_write_it(officer):
    assert officer.send("/cases/new", {**NEW, "received_on": "02-03-2026"}).status_code == 302


def test_every_decision_in_scope_can_be_chosen_with_its_authority(officer):
    page = text(officer.get("/cases/new"))
    assert all(f'value="SC{number:02d}"' in page for number in range(1, 27))
    assert "burgemeester" in page


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("?kind=screening", True),
        ("?kind=partnership", False),
        ("?clock=overdue", False),
        ("?clock=none", False),
        ("?q=ankerplaats", True),
        ("?q=elsewhere", False),
        ("?clock=nonsense", True),
    ],
)
def test_the_worklist_is_filtered(road, officer, asked, there):
    assert (f"/cases/{road.id}" in text(officer.get(f"/cases{asked}"))) is there


def test_a_step_is_taken_and_the_next_one_offered(road, officer):
    answer = officer.send(
        f"/cases/{road.id}/steps", {"step": "T02", "reason": "complete", "on": "2026-03-02"}
    )
    assert answer.status_code == 302
    assert "ST20" in road.state()


def test_a_step_that_is_not_possible_says_why_on_the_page(road, officer):
    answer = officer.send(f"/cases/{road.id}/steps", {"step": "T27", "reason": "too early"})
    assert answer.status_code == 409
    assert "T27" in text(answer)
    assert road.state() == "ST10"


def test_a_step_without_a_reason_is_not_taken(road, officer):
    answer = officer.send(f"/cases/{road.id}/steps", {"step": "T02", "reason": ""})
    assert answer.status_code == 422
    assert road.state() == "ST10"


def test_a_note_is_kept_and_shown(road, officer):
    assert officer.send(f"/cases/{road.id}/notes", {"text": "Called the desk."}).status_code == 302
    assert "Called the desk." in text(officer.get(f"/cases/{road.id}"))


def test_somebody_is_added_and_taken_off_with_a_reason(road, officer, client_of):
    path = f"/cases/{road.id}/members"
    given = {"login": "coordinator", "capacity": "reader", "reason": "plans the meeting"}
    assert officer.send(path, given).status_code == 302
    assert client_of("coordinator").get(f"/cases/{road.id}").status_code == 200
    answer = officer.send(f"{path}/leave", {"login": "coordinator", "reason": "plans no more"})
    assert answer.status_code == 302
    assert client_of("coordinator").get(f"/cases/{road.id}").status_code == 404


def test_an_unknown_login_and_one_that_may_not_join_sound_alike(road, officer):
    said = []
    for login in ("nobody", "care"):
        answer = officer.send(
            f"/cases/{road.id}/members",
            {"login": login, "capacity": "reader", "reason": "needed"},
        )
        assert answer.status_code == 422
        said.append(re.sub(rf"\b{login}\b", "?", words(answer)))
    assert said[0] == said[1]


def test_a_partnership_case_shows_its_partners_only_members_and_meetings(client_of):
    coordinator = client_of("coordinator")
    path = coordinator.send("/cases/new/partnership", OPENED).location
    share = {"login": "police", "capacity": "partner", "reason": "own task"}
    assert coordinator.send(f"{path}/members", share).status_code == 302
    page = text(client_of("police").get(path))
    assert "Lege winkels" in page
    assert f"{path}/parties" not in page
    assert f"{path}/parties" in text(coordinator.get(path))
    assert f"{path}/application" not in text(coordinator.get(path))
