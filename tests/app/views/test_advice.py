"""The advice is registered for named readers and checked with care."""

import pytest

from tests.app.views.reading import address, only_version, text

GIVEN = {
    "danger_a": "serious",
    "danger_b": "none",
    "summary": "Serious danger, says the Bureau.",
    "reason": "registers it",
}


@pytest.fixture
def awaited(road):
    """A case in which the advice is awaited, and its document."""
    road.to_assessment().find()
    road.ask_advice("03-13")
    with road.by("officer") as work:
        return road.advice_document(work)


def test_it_is_registered_and_only_its_readers_see_what_it_says(road, awaited, client_of):
    officer, path = client_of("officer"), f"/cases/{road.id}/advice/receive"
    assert str(awaited) in text(officer.get(path))
    form = {**GIVEN, "document": str(awaited), "readers": "second: second reading"}
    assert officer.send(path, form).status_code == 302
    tail = f"/cases/{road.id}/assessment"
    assert GIVEN["summary"] in text(officer.get(tail))
    assert GIVEN["summary"] in text(client_of("second").get(tail))
    assert GIVEN["summary"] not in text(client_of("mayor").get(tail))


def test_a_reader_who_takes_no_part_is_refused_on_the_page(road, awaited, officer):
    form = {**GIVEN, "document": str(awaited), "readers": "outsider: curious"}
    answer = officer.send(f"/cases/{road.id}/advice/receive", form)
    assert answer.status_code == 422
    assert GIVEN["summary"] in text(answer)


def test_readers_are_added_and_the_care_check_is_written(road, awaited, client_of):
    officer = client_of("officer")
    form = {**GIVEN, "document": str(awaited)}
    assert officer.send(f"/cases/{road.id}/advice/receive", form).status_code == 302
    page = text(officer.get(f"/cases/{road.id}/assessment"))
    check, readers = address(page, "/check"), address(page, "/readers")
    assert client_of("mayor").get(check).status_code == 404
    shown = only_version(text(officer.get(check)))
    assert officer.send(check, {"version": shown, "memo": ""}).status_code == 422
    assert officer.send(check, {"version": shown, "memo": "Careful."}).status_code == 302
    assert officer.send(readers, {"readers": "mayor: decides"}).status_code == 302
    assert "Careful." in text(client_of("mayor").get(f"/cases/{road.id}/assessment"))
