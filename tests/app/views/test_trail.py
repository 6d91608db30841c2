"""The trail is for the auditor, and the look itself becomes a line of it."""

import pytest

from bureau.operations import frames
from tests.app.views.reading import text, words


@pytest.mark.parametrize("login", ["officer", "coordinator", "mayor", "admin", "care", "police"])
def test_nobody_but_the_auditor_finds_it(client_of, login):
    assert client_of(login).get("/trail").status_code == 404


def test_a_stranger_is_shown_the_door(client_of):
    answer = client_of().get("/trail")
    assert answer.status_code == 302
    assert answer.location.startswith("/sign-in")


def test_the_auditor_reads_who_did_and_who_was_refused_what(road, client_of):
    client_of("police").get(f"/cases/{road.id}")
    shown = client_of("auditor").get("/trail")
    assert "geweigerd</span>" in text(shown)
    assert "teruggestuurd</span>" not in text(shown)
    page = words(shown)
    assert "zaak geopend" in page
    assert "Police (" in page
    assert "toegang geweigerd" in page
    assert str(road.id) not in page


def test_a_look_is_a_line_of_the_next_look(client_of):
    auditor = client_of("auditor")
    looked = '"Wat">logboek bekeken<'
    assert looked not in text(auditor.get("/trail?show=readings"))
    page = text(auditor.get("/trail?show=readings"))
    assert looked in page
    assert "controle van de rechtmatigheid" in page


def test_it_can_be_narrowed_to_a_kind_and_to_a_file(road, client_of):
    auditor = client_of("auditor")
    opened, signed_in = '"Wat">zaak geopend<', '"Wat">aangemeld<'
    page = text(auditor.get("/trail?kind=case.opened"))
    assert opened in page
    assert signed_in not in page
    page = text(auditor.get(f"/trail?file=case:{road.id}"))
    assert opened in page
    assert signed_in not in page
    assert "data-label" not in text(auditor.get("/trail?file=case:nowhere"))


def test_a_case_is_found_by_its_reference(road, client_of):
    with road.by("officer") as work:
        reference = frames.read_frame(work, road.id).reference
    page = text(client_of("auditor").get(f"/trail?file={reference.lower()}"))
    assert '"Wat">zaak geopend<' in page
    assert reference in page


def test_changes_and_refusals_are_not_buried_under_readings(road, officer, client_of):
    officer.get(f"/cases/{road.id}")
    client_of("police").get(f"/cases/{road.id}")
    auditor = client_of("auditor")
    read, refused, opened = '"Wat">zaak bekeken<', '"Wat">toegang geweigerd<', '"Wat">zaak geopend<'
    shown = {
        show: [word in text(auditor.get(f"/trail?show={show}")) for word in (read, refused, opened)]
        for show in ("", "changes", "readings", "refusals", "all")
    }
    assert shown == {
        "": [False, True, True],
        "changes": [False, False, True],
        "readings": [True, False, False],
        "refusals": [False, True, False],
        "all": [True, True, True],
    }


@pytest.mark.parametrize("query", ["kind=nonsense", "page=x", "page=-4", "page=99999", "file=%00"])
def test_a_question_that_makes_no_sense_still_gets_a_page(client_of, query):
    assert client_of("auditor").get(f"/trail?{query}").status_code == 200
