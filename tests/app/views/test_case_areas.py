"""On the pages of a partnership case a person places it in an area and takes that back."""

from tests.app.views.reading import address, text, words
from tests.app.views.test_areas import draw
from tests.bureau.operations.place import open_case


def test_a_case_is_placed_with_a_reason_and_taken_back(client_of, house):
    coordinator = client_of("coordinator")
    draw(coordinator)
    with house.work_of(house.actors.coordinator) as work:
        case_id = open_case(work, kind="partnership", title="De Kade")
    where = f"/cases/{case_id}/areas"
    assert where in text(coordinator.get(f"/cases/{case_id}/steps-touched"))
    assert "nog in geen gebied" in words(coordinator.get(where)).lower()
    given = {"area": "zuidkade", "why": "De loods staat daar."}
    assert coordinator.send(where, {**given, "why": ""}).status_code == 422
    assert coordinator.send(where, given).status_code == 302
    assert coordinator.send(where, given).status_code == 409
    page = coordinator.get(where)
    assert "De loods staat daar." in words(page)
    back = address(text(page), "/withdraw")
    assert coordinator.get(back).status_code == 200
    assert coordinator.send(back, {"reason": ""}).status_code == 422
    assert coordinator.send(back, {"reason": "Vergissing."}).status_code == 302
    assert "Vergissing." in words(coordinator.get(where))
    assert client_of("officer").get(where).status_code == 404


def test_the_profile_says_that_small_counts_are_kept_back(client_of):
    coordinator = client_of("coordinator")
    draw(coordinator)
    shown = words(coordinator.get("/areas/zuidkade"))
    assert "Signalen per stap" in shown
    assert "systeem" in shown
