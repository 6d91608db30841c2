"""The recipient's room over the web: three clicks from the notice to a verified copy."""

import re

import pytest

from reports import whose
from tests.app.views.desk import ink
from tests.app.views.reading import text
from tests.bureau.operations.road import at
from tests.reports.room import Room

__all__ = ["ink"]


@pytest.fixture
def app(open_house):
    """The house on the day after the issue."""
    return open_house(now=at("03-23"))


@pytest.fixture
def room(house, ink):
    return Room(house.work_of, house.actors)


@pytest.fixture
def path(room):
    return f"/received/{room.issued()}"


def version(page):
    return re.search(r'name="version" value="(\d+)"', page)[1]


def test_from_the_notice_to_the_copy_and_its_checks(client_of, path):
    office = client_of("prosecutor")
    assert path in text(office.get("/"))
    assert path in text(office.get("/received"))
    page = text(office.get(path))
    assert "M. Verhaar" in page
    assert whose.here().key_sha256 in page
    assert whose.here().certificate in page
    taken = office.get(f"{path}/file")
    assert taken.data.startswith(b"%PDF")
    assert "copy1.pdf" in taken.headers["Content-Disposition"]
    checked = office.send(f"{path}/checks")
    assert checked.status_code == 200
    assert "line" in text(checked) or "regel" in text(checked)


def test_receipt_question_and_report_stand_on_the_page_of_both_sides(client_of, room, path):
    office, officer = client_of("prosecutor"), client_of("officer")
    form = {"version": version(text(office.get(path)))}
    assert office.send(f"{path}/receipt", form).status_code == 302
    assert office.send(f"{path}/receipt", form).status_code == 409
    assert office.send(f"{path}/questions", {"question": "Wie zag dit?"}).status_code == 302
    report = {"kind": "feedback", "useful": "yes", "feedback": "Onderzoek gestart."}
    assert office.send(f"{path}/reports", report).status_code == 302
    for field, place in (("question", "questions"), ("feedback", "reports")):
        assert office.send(f"{path}/{place}", {field: " "}).status_code == 422
    copies = f"/cases/{room.id}/dossiers/{room.dossier.id}/copies"
    page = text(officer.get(copies))
    assert "Wie zag dit?" in page
    assert "Onderzoek gestart." in page
    answer = re.search(rf"{copies}/[0-9a-f-]+", page)[0]
    assert officer.send(answer, {"version": version(page), "answer": " "}).status_code == 422
    said = {"version": version(page), "answer": "De toetser zelf."}
    assert officer.send(answer, said).status_code == 302
    assert "De toetser zelf." in text(office.get(path))


@pytest.mark.parametrize("login", ["tax", "officer", "coordinator"])
def test_for_everybody_else_it_does_not_exist(client_of, path, login):
    other = client_of(login)
    assert other.get(path).status_code == 404
    assert other.get(f"{path}/file").status_code == 404
    assert other.send(f"{path}/checks").status_code == 404
    assert path not in text(other.get("/received"))


def test_a_character_that_turns_the_direction_of_text_is_shown_by_its_number(client_of, path):
    office = client_of("prosecutor")
    asked = {"question": "vraag\u202egnp.exe"}
    assert office.send(f"{path}/questions", asked).status_code == 302
    page = text(office.get(path))
    assert "vraag[U+202E]gnp.exe" in page
    assert "\u202e" not in page
