"""Where a dossier goes is said before its approval; what recipients ask is answered beside it."""

import pytest

from bureau.errors import AccessDenied, Changed, Invalid, NotAllowed
from bureau.model import Dossier
from bureau.operations import copies, received
from bureau.rules.vocabulary import Track
from tests.app.views.desk import ink
from tests.bureau.operations.road import ON_SQLITE
from tests.reports.room import OFFICE, Room

__all__ = ["ink"]
pytestmark = ON_SQLITE


@pytest.fixture
def room(work_of, actors, ink):
    return Room(work_of, actors)


def test_a_dossier_goes_to_a_partner_body_of_the_house_only(room):
    made = room.prepare(Track.CRIMINAL)
    with room.by("officer", "03-20") as work:
        offered = [code for code, _ in copies.list_addressees(work, room.id, made.id)]
    assert offered == ["tax", OFFICE]
    for wrong in ("havermonde", "elsewhere", "nowhere"):
        with pytest.raises(Invalid):
            room.address(made, wrong)
    room.address(made)
    with room.by("second", "03-21") as work:
        assert work.session.get_one(Dossier, made.id).to.code == OFFICE


def test_after_the_approval_it_goes_nowhere_else(room):
    made = room.prepare(Track.CRIMINAL)
    room.address(made)
    room.approve(made)
    with pytest.raises(NotAllowed, match="before it is approved"):
        room.address(made, "tax")


def test_a_question_is_answered_once_by_whoever_issues(room):
    copy = room.issued()
    with room.by("prosecutor", "03-23") as work:
        asked = received.ask_question(work, copy, "Wie zag dit?")
        work.session.flush()
        message = asked.id
    with pytest.raises(AccessDenied), room.by("second", "03-24") as work:
        copies.answer_question(work, room.id, message, 1, "De toetser.")
    with pytest.raises(Changed), room.by("officer", "03-24") as work:
        copies.answer_question(work, room.id, message, 9, "De toetser.")
    with room.by("officer", "03-24") as work:
        copies.answer_question(work, room.id, message, 1, "De toetser.")
    with pytest.raises(NotAllowed, match="already"), room.by("officer", "03-24") as work:
        copies.answer_question(work, room.id, message, 2, "Nog eens.")
    with room.by("officer", "03-25") as work:
        [told] = copies.list_copies(work, room.id, room.dossier.id)
    assert (told.messages[0].answer, told.questions) == ("De toetser.", 0)


def test_only_coordinator_and_auditor_trace_and_the_house_of_another_learns_nothing(room):
    copy = room.issued()
    with room.by("coordinator", "03-25") as work:
        assert copies.list_traceable(work) == (copy,)
        [found] = copies.record_trace(work, "d" * 64, "named", (copy,))
        assert found.id == copy
    for login in ("officer", "prosecutor", "admin"):
        with pytest.raises(AccessDenied), room.by(login, "03-25") as work:
            copies.list_traceable(work)
    with room.by("auditor", "03-25") as work:  # of a body without a house of its own here
        assert copies.list_traceable(work) == ()
        assert copies.record_trace(work, "d" * 64, "named", (copy,)) == ()
