"""What is missing is chosen by section of the form, in words and without any script."""

import re

from tests.app.views.reading import text


def test_a_whole_section_is_chosen_by_its_button_and_nothing_is_sent_yet(road, officer):
    road.to_returned(left_out=("Q02.01", "Q02.02", "Q03.01"))
    path = f"/cases/{road.id}/application/supplement"
    first = text(officer.get(path))
    asked = re.findall(r'name="gaps" id="[^"]+" value="([^"]+)"( checked)?', first)
    assert len(asked) > 2
    assert all(ticked for _, ticked in asked)
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


def test_when_nothing_is_missing_the_page_says_so(road, officer):
    road.to_returned()
    page = text(officer.get(f"/cases/{road.id}/application/supplement"))
    assert 'name="gaps"' not in page
    assert "notice--success" in page
