"""The first page of a case."""

from tests.app.views.reading import text, words


def test_it_shows_the_steps_that_are_possible_and_those_that_wait_with_their_basis(road, officer):
    road.to_own()
    page = words(officer.get(f"/cases/{road.id}"))
    assert "Wet Bibob" in page
    assert "Awb" in page


def test_it_explains_the_clock(road, officer):
    road.to_form()
    page = text(officer.get(f"/cases/{road.id}"))
    assert 'class="ladder"' in page


def test_what_if_advice_is_asked_today_only_reckons(road, officer):
    page = text(officer.get(f"/cases/{road.id}?weeks=8"))
    assert "2026-06-22" in page
    assert road.show()["advices"] == []


def test_a_number_of_weeks_that_cannot_be_is_passed_over(road, officer):
    for asked in ("0", "900", "many", ""):
        assert officer.get(f"/cases/{road.id}?weeks={asked}").status_code == 200


def test_a_reader_is_offered_no_step_to_take(road, client_of):
    page = text(client_of("second").get(f"/cases/{road.id}"))
    assert f'/cases/{road.id}/steps"' not in page
    assert f"/cases/{road.id}/members" not in page


def test_what_lies_too_far_away_is_not_imagined_and_said(road, officer):
    road.to_assessment()
    asked = f"/cases/{road.id}?rule=SUS5&start=2020-01-01&weeks=8"
    assert "ten hoogste een jaar" in words(officer.get(asked))
