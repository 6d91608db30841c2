"""The intention and the view on it."""

import pytest

from tests.app.views.reading import address, text, version

INTENTION = {"intended": "refuse", "reasons": "Serious danger.", "until_on": "2026-03-31"}


@pytest.fixture
def intending(road):
    """A case in which an intention is to be sent."""
    road.to_care().weigh("03-13").step("T31", "03-13")
    return road


@pytest.mark.parametrize(
    "wrong",
    [{"until_on": "2026-02-30"}, {"until_on": ""}, {"reasons": ""}, {"intended": "applaud"}],
)
def test_a_wrong_intention_stays_on_the_page(intending, officer, wrong):
    path = f"/cases/{intending.id}/hearing/intention"
    assert officer.send(path, {**INTENTION, **wrong}).status_code == 422
    assert "Serious danger." not in text(officer.get(f"/cases/{intending.id}/hearing"))


def test_nothing_is_chosen_beforehand_and_only_what_fits_is_offered(intending, officer):
    page = text(officer.get(f"/cases/{intending.id}/hearing/intention"))
    first = page.partition('name="intended"')[2].partition("<option")[2]
    assert 'value=""' in first.partition(">")[0]
    assert 'value="refuse"' in page
    assert 'value="withdraw"' not in page


def test_a_view_has_points_and_each_is_answered(road, officer):
    road.to_care().weigh().step("T31", "03-17")
    road.intend()
    path = f"/cases/{road.id}/hearing"
    assert officer.send(f"{path}/view", {"manner": "written", "points": ""}).status_code == 422
    road.hear()
    page = text(officer.get(path))
    assert "The loan is repaid." in page
    point = address(page, "/hearing/points/")
    stale = officer.send(point, {"version": "1", "answer": "Other words."})
    assert stale.status_code == 409
    assert "Not shown." in text(stale)
    assert officer.send(point, {"version": version(page, point), "answer": ""}).status_code == 422
