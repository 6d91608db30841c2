"""The trail is for the auditor, and the look itself becomes a line of it."""

import pytest

from tests.app.views.reading import text, words


@pytest.mark.parametrize("login", ["officer", "coordinator", "mayor", "admin", "care", "police"])
def test_nobody_but_the_auditor_finds_it(client_of, login):
    assert client_of(login).get("/trail").status_code == 404


def test_a_stranger_is_shown_the_door(client_of):
    answer = client_of().get("/trail")
    assert answer.status_code == 302
    assert answer.location.startswith("/sign-in")


def test_the_auditor_reads_who_did_and_who_was_refused_what(road, client_of):
    client_of("second").get(f"/cases/{road.id}")
    page = words(client_of("auditor").get("/trail"))
    assert "case.opened" in page
    assert "Second (Gemeente Havermonde)" in page
    assert "access.denied" in page
    assert "refused" in page


def test_a_look_is_a_line_of_the_next_look(client_of):
    auditor = client_of("auditor")
    assert "<code>trail.read</code>" not in text(auditor.get("/trail"))
    page = text(auditor.get("/trail"))
    assert "<code>trail.read</code>" in page
    assert "controle van de rechtmatigheid" in page


def test_it_can_be_narrowed_to_a_kind_and_to_a_file(road, client_of):
    auditor = client_of("auditor")
    page = text(auditor.get("/trail?kind=case.opened"))
    assert "<code>case.opened</code>" in page
    assert "<code>session.opened</code>" not in page
    page = text(auditor.get(f"/trail?file=case:{road.id}"))
    assert "<code>case.opened</code>" in page
    assert "<code>session.opened</code>" not in page
    assert "<code>" not in text(auditor.get("/trail?file=case:nowhere")).partition("<table")[2]


@pytest.mark.parametrize("query", ["kind=nonsense", "page=x", "page=-4", "page=99999", "file=%00"])
def test_a_question_that_makes_no_sense_still_gets_a_page(client_of, query):
    assert client_of("auditor").get(f"/trail?{query}").status_code == 200
