"""A dossier that went astray is a task of three days, until somebody says what became of it."""

from datetime import date

import pytest

from bureau.errors import AccessDenied, Invalid, NotAllowed
from bureau.operations import breaches, tasks
from bureau.operations.tasks import TaskKind
from bureau.rules.notices import NoticeKind
from reports import notices
from reports.notices import Wanted
from tests.app.views.desk import ink
from tests.bureau.operations.road import ON_SQLITE
from tests.reports.told import Told, inkless

__all__ = ["ink"]
pytestmark = ON_SQLITE
ASTRAY = Wanted(NoticeKind.RECALL, "It went to the wrong office.", "MISSENT", "DESTROY")


@pytest.fixture
def room(work_of, actors, ink, monkeypatch):
    inkless(monkeypatch)
    made = Told(work_of, actors)
    made.issued()
    return made


def asked(room, login="officer"):
    with room.by(login, "03-25") as work:
        found = tasks.upcoming(work)
    return [task.due for task in found if task.kind is TaskKind.REPORT_BREACH]


def answer(room, notice, kind="notified", words="AP 2026-117, on 25 March", login="officer"):
    with room.by(login, "03-25") as work:
        version = notices.list_notices(work, room.id, room.dossier.id).notices[0].version
        place = (room.id, room.dossier.id, notice, version)
        return breaches.answer_breach(work, *place, kind, words).breach_at


def test_it_waits_for_the_handler_from_the_making_of_the_recall_until_it_is_answered(room, trail):
    assert asked(room) == []
    notice = room.make(ASTRAY)
    assert asked(room) == [date(2026, 3, 27)]
    assert asked(room, "second") == []
    with pytest.raises(AccessDenied):
        answer(room, notice, login="second")
    answer(room, notice)
    assert asked(room) == []
    [line] = [event for event in trail() if event.kind == "dossiernotice.weighed"]
    assert "117" not in str(line.facts)
    with pytest.raises(NotAllowed) as refusal:
        answer(room, notice, "not_needed", "again")
    assert refusal.value.where["basis"] == "AVG 33(1), 33(5)"


@pytest.mark.parametrize(("kind", "words"), [("notified", " "), ("forgotten", "x")])
def test_it_says_when_or_why_not(room, kind, words):
    notice = room.make(ASTRAY)
    with pytest.raises(Invalid):
        answer(room, notice, kind, words)
    assert asked(room)


def test_another_recall_asks_nothing(room):
    notice = room.make(room.recall())
    assert asked(room) == []
    with pytest.raises(NotAllowed):
        answer(room, notice)
