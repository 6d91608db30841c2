"""A recipient's checks: each alone finds what was altered."""

import pytest

from bureau.model import DossierCopy
from bureau.operations import received
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Language, Track
from reports import receipt
from reports.canonical import content_digest
from reports.receipt import What
from tests.app.views.desk import ink
from tests.bureau.operations.road import ON_SQLITE
from tests.reports.room import Room
from tests.reports.samples import sample

__all__ = ["ink"]


@pytest.fixture
def room(work_of, actors, ink):
    return Room(work_of, actors)


def held(room, copy):
    found = receipt.check(room.unit("prosecutor", "03-23"), copy)
    return {each.what: each.holds for each in found.checks}, found.holds


@ON_SQLITE
def test_the_paper_and_the_line_of_the_trail_hold(room):
    copy = room.issued()
    checks, whole = held(room, copy)
    assert checks == {What.PAPER: True, What.CONTENT: False, What.TRAIL: True, What.PACKAGE: False}
    assert not whole  # the paper of this test is no PDF: nothing in it can be read


def test_the_content_is_read_from_the_paper_itself(printed):
    paper = printed(Track.VICTIM, Language.EN)
    assert receipt._content(paper.pdf) == content_digest(sample(Track.VICTIM, Language.EN))


@ON_SQLITE
def test_a_digest_changed_behind_the_trail_does_not_hold(room):
    copy = room.issued()
    with room.by("officer", "03-22") as work:
        row = work.session.get_one(DossierCopy, copy)
        row.sha256 = "f" * 64
        work.record(EventKind.COPY_LISTED, row)
    checks, _ = held(room, copy)
    assert checks[What.PAPER] is False


@ON_SQLITE
def test_without_its_line_in_the_trail_nothing_is_proved(room, monkeypatch):
    copy = room.issued()
    monkeypatch.setattr(received, "_in_trail", lambda *_: None)
    checks, _ = held(room, copy)
    assert checks[What.TRAIL] is False
