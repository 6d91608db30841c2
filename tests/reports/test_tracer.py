"""From a found page to a copy, in the name of whoever asks, and kept in the trail."""

import pytest
from sqlalchemy import select

from bureau.errors import AccessDenied
from bureau.keys import mark_secret
from bureau.model import Event
from reports import marks, tracer
from reports.spacing import Spacing
from reports.tracing import Outcome
from tests.app.views.desk import ink
from tests.bureau.operations.road import ON_SQLITE
from tests.reports.room import Room
from tests.reports.test_tracing import WORDS

__all__ = ["ink"]
pytestmark = ON_SQLITE


@pytest.fixture
def room(work_of, actors, ink):
    return Room(work_of, actors)


def test_a_page_names_its_copy_and_the_trail_keeps_that_it_was_asked(room, monkeypatch):
    copy = room.issued()
    told = {word: marks.level(word, mark_secret(copy)) for word in WORDS[:40]}
    monkeypatch.setattr(tracer, "spacing", lambda _: Spacing(told, 40, 1))
    found = tracer.trace(room.unit("coordinator", "03-25"), b"%PDF found")
    assert found.verdict.outcome is Outcome.NAMED
    [(named, match)] = found.found
    assert (named.id, match.agree) == (copy, 40)
    with room.by("auditor", "03-26") as work:
        last = work.session.scalars(select(Event).where(Event.kind == "copy.traced")).all()[-1]
        assert (last.facts["outcome"], last.facts["sha256"]) == ("named", found.sha256)


def test_a_page_of_nobody_names_nobody_and_is_kept_too(room, monkeypatch):
    room.issued()
    monkeypatch.setattr(tracer, "spacing", lambda _: Spacing({}, 80, 1))
    found = tracer.trace(room.unit("coordinator", "03-25"), b"%PDF found")
    assert (found.verdict.outcome, found.found) == (Outcome.UNMARKED, ())


def test_nothing_is_measured_for_whoever_may_not_trace(room, monkeypatch):
    def never(_):
        raise AssertionError

    monkeypatch.setattr(tracer, "spacing", never)
    with pytest.raises(AccessDenied):
        tracer.trace(room.unit("officer", "03-25"), b"%PDF")
