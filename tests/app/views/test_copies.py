"""Where a dossier goes, and a page that was found, over the web."""

from io import BytesIO

import pytest

from bureau.keys import mark_secret
from bureau.rules.vocabulary import Track
from reports import marks, tracer
from reports.spacing import Spacing
from tests.app.views.desk import ink
from tests.app.views.reading import text
from tests.bureau.operations.road import at
from tests.reports.room import Room
from tests.reports.test_tracing import WORDS

__all__ = ["ink"]


@pytest.fixture
def app(open_house):
    """The house on the day after the issue."""
    return open_house(now=at("03-23"))


@pytest.fixture
def room(house, ink):
    return Room(house.work_of, house.actors)


def test_the_body_is_chosen_before_the_approval(client_of, room):
    made = room.prepare(Track.CRIMINAL)
    path, officer = f"/cases/{room.id}/dossiers/{made.id}", client_of("officer")
    assert f"{path}/recipient" in text(officer.get(path))
    assert "Openbaar Ministerie" in text(officer.get(f"{path}/recipient"))
    assert officer.send(f"{path}/recipient", {"organisation": "om"}).location.endswith(path)
    assert "Openbaar Ministerie, parket Monde" in text(officer.get(path))
    room.approve(made)
    assert officer.send(f"{path}/recipient", {"organisation": "tax"}).status_code == 409


def test_a_found_page_names_its_copy_or_says_that_it_cannot(client_of, room, monkeypatch):
    copy = room.issued()
    told = {word: marks.level(word, mark_secret(copy)) for word in WORDS[:40]}
    answers = {b"%PDF copy": Spacing(told, 40, 1), b"%PDF plain": Spacing({}, 90, 1)}
    monkeypatch.setattr(tracer, "spacing", answers.__getitem__)
    coordinator = client_of("coordinator")
    assert coordinator.get("/trace").status_code == 200

    def traced(content):
        form = {"file": (BytesIO(content), "found.pdf")}
        return coordinator.send("/trace", form, content_type="multipart/form-data")

    page = text(traced(b"%PDF copy"))
    assert "M. Verhaar" in page
    assert "40" in page
    plain = text(traced(b"%PDF plain"))
    assert "M. Verhaar" not in plain
    assert coordinator.send("/trace").status_code == 422
    assert client_of("officer").get("/trace").status_code == 404
