"""Beside a copy its notices stand with the last one first."""

import pytest

from bureau.operations._copy_notices import of_copies
from tests.app.views.desk import ink
from tests.bureau.operations.road import ON_SQLITE
from tests.reports.told import Told, inkless

__all__ = ["ink"]
pytestmark = ON_SQLITE


@pytest.fixture
def room(work_of, actors, ink, monkeypatch):
    inkless(monkeypatch)
    made = Told(work_of, actors)
    made.copy = made.issued()
    return made


def test_a_recall_after_a_correction_comes_first(room):
    room.sent(room.correction(room.correct()))
    room.sent(room.recall())
    with room.by("officer", "03-27") as work:
        told = of_copies(work, [room.copy])[room.copy]
        assert of_copies(work, []) == {}
    assert [(one.number, one.recall, one.received_by) for one in told] == [
        *((2, True, ""), (1, False, "")),
    ]
