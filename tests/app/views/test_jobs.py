"""How far long work is: told to whoever asked for it, and to nobody else."""

from uuid import uuid4

import pytest

from bureau.operations import jobs, supports
from tests.app.views.reading import text

WANTED = {"recipient": "X", "basis": "Y", "language": "nl", "track": "administrative"}


@pytest.fixture
def asked(road, house):
    """A job that the officer asked for; its id."""
    with house.work_of(house.actors.officer) as work:
        return jobs.ask_preparation(work, road.id, WANTED).id


def test_waiting_work_is_asked_about_again(officer, asked):
    page = text(officer.get(f"/jobs/{asked}"))
    assert "<html" in page
    assert f'hx-get="/jobs/{asked}"' in page
    assert "<noscript>" in page


def test_asked_again_it_answers_with_its_own_part_only(officer, asked):
    page = text(officer.get(f"/jobs/{asked}", headers={"HX-Request": "true"}))
    assert "<html" not in page
    assert f'id="job-{asked}"' in page


def test_a_long_print_says_how_many_pieces_are_done(officer, house, asked):
    with house.work_of(house.actors.officer) as work:
        jobs.begin_job(work, asked)
        jobs.advance_job(work, asked, 12, 63)
    page = text(officer.get(f"/jobs/{asked}"))
    assert "12" in page
    assert "63" in page
    assert 'value="26"' in page


def test_finished_work_leads_on_and_is_not_asked_about_again(officer, road, house, asked):
    dossier = uuid4()
    with house.work_of(house.actors.officer) as work:
        jobs.finish_job(work, asked, {"dossier": str(dossier), "pages": 3})
    page = text(officer.get(f"/jobs/{asked}"))
    assert f"/cases/{road.id}/dossiers/{dossier}" in page
    assert "hx-get" not in page


def test_refused_work_says_why_and_what_to_do(officer, road, house, asked):
    with house.work_of(house.actors.officer) as work:
        jobs.fail_job(work, asked, "No finding yet.", "Write one first.")
    page = text(officer.get(f"/jobs/{asked}"))
    assert "No finding yet." in page
    assert "Write one first." in page
    assert "hx-get" not in page
    assert f'href="/cases/{road.id}/dossiers"' in page


def test_a_refused_plan_leads_back_to_its_file(client_of, house):
    with house.work_of(house.actors.care) as work:
        file_id = supports.open_file(work, "Linde-4", "bericht op dinsdag", "rust").id
        job_id = jobs.ask_plan(work, file_id, {"recipient": "opvang"}).id
    with house.work_of(house.actors.care) as work:
        jobs.fail_job(work, job_id, "No consent.", "Ask for it first.")
    assert f'href="/support/{file_id}"' in text(client_of("care").get(f"/jobs/{job_id}"))


@pytest.mark.parametrize(
    "login", ["second", "coordinator", "mayor", "admin", "auditor", "outsider"]
)
def test_it_is_nobody_elses_business(client_of, asked, login):
    visitor = client_of(login)
    answer = visitor.get(f"/jobs/{asked}")
    assert answer.status_code == 404
    assert visitor.get(f"/jobs/{uuid4()}").status_code == 404


def test_a_stranger_is_shown_the_door(client_of, asked):
    assert client_of().get(f"/jobs/{asked}").location.startswith("/sign-in")
