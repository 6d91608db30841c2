"""The recipient's room: one's own office and nothing else; every act by name."""

import pytest
from sqlalchemy import select

from bureau.errors import AccessDenied, Invalid, NotAllowed, NotFound
from bureau.model import Event
from bureau.model.base import new_id
from bureau.operations import received, tasks
from bureau.operations.tasks import TaskKind
from tests.app.views.desk import ink
from tests.bureau.operations.road import ON_SQLITE
from tests.reports.room import Room

__all__ = ["ink"]
pytestmark = ON_SQLITE
OTHERS = ("police", "tax", "officer", "second", "mayor", "coordinator", "outsider", "admin")


@pytest.fixture
def room(work_of, actors, ink):
    return Room(work_of, actors)


@pytest.fixture
def copy(room):
    return room.issued()


def test_nobody_but_the_office_finds_it(room, copy):
    with room.by("prosecutor", "03-23") as work:
        assert [each.id for each in received.list_received(work)] == [copy]
        assert received.read_received(work, copy).recipient.startswith("M. Verhaar")
    for login in OTHERS:
        with room.by(login, "03-23") as work:
            assert received.list_received(work) == ()
            assert received.list_room_tasks(work) == ()
        for act in (received.read_received, received.take_copy, received.prove_copy):
            with pytest.raises(AccessDenied), room.by(login, "03-23") as work:
                act(work, copy)
        with pytest.raises(AccessDenied), room.by(login, "03-23") as work:
            received.ask_question(work, copy, "Wat staat erin?")


def test_what_was_handed_over_by_another_way_is_in_no_room(room):
    copy = room.issued("")
    with room.by("prosecutor", "03-23") as work:
        assert received.list_received(work) == ()
    with pytest.raises(AccessDenied), room.by("prosecutor", "03-23") as work:
        received.take_copy(work, copy)


def test_a_copy_leads_to_a_later_version_in_the_same_room_and_to_no_other(room, copy):
    with room.by("prosecutor", "03-23") as work:
        assert received.read_received(work, copy).later is None
    room.issued("tax")
    with room.by("prosecutor", "03-23") as work:
        assert received.read_received(work, copy).later is None
    newer = room.issued()
    with room.by("prosecutor", "03-23") as work:
        assert received.read_received(work, copy).later == newer
        assert received.read_received(work, newer).later is None


def test_what_never_was_is_not_found(room):
    with pytest.raises(NotFound), room.by("prosecutor", "03-23") as work:
        received.read_received(work, new_id())


def test_a_receipt_is_confirmed_once_and_by_name(room, copy):
    with room.by("prosecutor", "03-23") as work:
        assert [task.kind for task in received.list_room_tasks(work)] == ["receive"]
        received.confirm_receipt(work, copy, 1)
    with pytest.raises(NotAllowed, match="already"), room.by("prosecutor", "03-23") as work:
        received.confirm_receipt(work, copy, 2)
    with room.by("prosecutor", "03-23") as work:
        assert received.list_room_tasks(work) == ()
        assert received.read_received(work, copy).received_by == "Prosecutor"


def test_feedback_falls_due_after_a_year_and_then_again(room, copy):
    with room.by("prosecutor", "03-23") as work:
        received.confirm_receipt(work, copy, 1)
        due = received.read_received(work, copy).feedback_due_on
    assert due.isoformat() == "2027-03-22"
    with room.by("prosecutor", "2027-03-24") as work:
        [task] = received.list_room_tasks(work)
        assert (task.kind, task.due, task.late) == ("report", due, True)
        received.report(work, copy, "feedback", "Onderzoek gestart.", useful=True)
        received.report(work, copy, "use", "Gevoegd in het onderzoek.")
    with room.by("prosecutor", "2027-03-25") as work:
        assert received.list_room_tasks(work) == ()
        told = received.read_received(work, copy)
    assert [(each.kind, each.useful) for each in told.messages] == [
        *(("feedback", True), ("use", None)),
    ]
    with pytest.raises(Invalid), room.by("prosecutor", "03-25") as work:
        received.report(work, copy, "gossip", "Niets.")


def test_a_question_waits_among_the_tasks_of_whoever_issued(room, copy):
    with room.by("prosecutor", "03-23") as work:
        received.ask_question(work, copy, "Wie zag dit?")
    with room.by("officer", "03-24") as work:
        kinds = [task.kind for task in tasks.waiting(work, room.id)]
    assert TaskKind.ANSWER_COPY in kinds


def test_the_trail_proves_the_making_and_keeps_each_look(room, copy):
    with room.by("prosecutor", "03-23") as work:
        told, pdf, line = received.prove_copy(work, copy)
        assert line.included
        assert line.digest == told.sha256
        assert pdf.startswith(b"%PDF")
        received.take_copy(work, copy)
    with room.by("auditor", "03-24") as work:
        kinds = [row.kind for row in work.session.scalars(select(Event).order_by(Event.seq))]
    assert kinds[-2:] == ["copy.verified", "copy.taken"]
