"""The officer makes and revokes links, and sees which answers were changed."""

import pytest

from bureau.operations import questionnaires
from tests.app.views.reading import text


@pytest.fixture
def place(road):
    return f"/cases/{road.to_form('03-02').id}/application"


def test_the_page_is_reached_from_the_application(officer, place):
    page = text(officer.get(place))
    assert f"{place}/links" in page
    assert f"{place}/versions" in page


def test_a_link_is_made_for_a_last_day_that_can_be(officer, place):
    answer = officer.send(f"{place}/links", {"language": "nl", "expires_on": "2020-01-01"})
    assert answer.status_code == 422
    assert officer.send(f"{place}/links", {"language": "en"}).status_code == 200
    assert "De Ankerplaats B.V." in text(officer.get(f"{place}/links"))


def test_a_second_reader_sees_links_and_makes_none(client_of, place):
    second = client_of("second")
    page = text(second.get(f"{place}/links"))
    assert "Make the link" not in page
    assert second.send(f"{place}/links", {"language": "nl"}).status_code == 404


def test_a_changed_answer_stands_with_what_it_said_before(officer, road, place):
    for version, amount in enumerate(("1000", "2000"), 1):
        with road.by("officer") as work:
            questionnaires.record_answers(
                work, road.id, {"Q02.01": amount}, versions={"Q02.01": version}
            )
    page = text(officer.get(f"{place}/versions"))
    assert '<del class="lines">1000</del>' in page
    assert '<ins class="lines">2000</ins>' in page
