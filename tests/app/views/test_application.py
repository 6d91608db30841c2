"""The page of the application shows the standing of each answer and document."""

from tests.app.views.reading import text, words


def test_before_a_form_it_says_what_to_do(road, officer):
    assert "/application/form/send" in text(officer.get(f"/cases/{road.id}/application"))


def test_it_shows_answers_documents_and_what_is_missing(road, officer):
    road.to_returned(day="03-02", left_out=("Q02.01",))
    page = words(officer.get(f"/cases/{road.id}/application"))
    assert "Fictional answer" in page
    assert "DC01" in page
    assert "Q02.01" in page


def test_a_reader_gets_no_forms(road, client_of):
    road.to_returned(day="03-02")
    page = text(client_of("second").get(f"/cases/{road.id}/application"))
    assert "/application/scope" not in page
    assert "/application/answers/" not in page
