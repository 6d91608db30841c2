"""What is missing is chosen by section of the form, in words and without any script."""

from tests.app.views.reading import text


def test_a_whole_section_is_chosen_by_its_button_and_nothing_is_sent_yet(road, officer):
    road.to_returned(left_out=("Q02.01", "Q02.02", "Q03.01"))
    path = f"/cases/{road.id}/application/supplement"
    assert " checked" not in text(officer.get(path))
    page = text(officer.send(path, {"all": "Q02"}))
    assert page.count(" checked") >= 1
    assert 'value="Q03.01" checked' not in page
    none = text(officer.send(path, {"gaps": ["Q02.01"], "none": "Q02"}))
    assert 'value="Q02.01" checked' not in none
    assert road.state() == "ST40"
    assert officer.send(path, {"reason": "incomplete"}).status_code == 422


def test_what_was_asked_is_listed_once_and_in_words(road, officer):
    road.to_returned(left_out=("Q02.01",))
    path = f"/cases/{road.id}/application"
    form = {"reason": "incomplete", "gaps": ["Q02.01"], "until": "2026-03-30"}
    sent = officer.send(f"{path}/supplement", form)
    assert sent.status_code == 302
    assert 'class="mono">Q02.01' not in text(officer.get(path))
