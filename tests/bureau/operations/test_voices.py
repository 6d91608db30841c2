"""At the table the weakest speaks first, and a veto is not passed over in silence."""

import pytest

from bureau.errors import AccessDenied, Invalid, NotAllowed
from bureau.model import AgendaItem, Meeting
from bureau.operations import minutes, rooms, voices
from bureau.operations._meeting_record import recorded
from tests.bureau.operations.map_desk import Mapped
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def desk(work_of, actors, sessions):
    """A table in session, whose agreement has a map: the police advise on a result, tax vetoes."""
    made = Mapped(work_of, actors, sessions)
    made.put("police", "advises")
    made.fill()
    made.bind()
    made.to("in_session")
    made.attend("coordinator", "police", "tax")
    return made


def choose(desk, subject="RESULT", login="coordinator"):
    version = desk.version()
    with desk.by(login) as work:
        voices.choose_subject(work, desk.case, desk.item, version, subject)


def read(desk, login="coordinator"):
    with desk.by(login) as work:
        found = voices.read_voices(work, desk.case, desk.item)
        work.session.expunge_all()
        return found


def dissent(desk, login):
    seat = desk.seat(login)
    with desk.by(login) as work:
        minutes.state_dissent(work, desk.case, desk.item, seat, "Not before the audit.")


def answer(desk, reason="The court asked for it."):
    version = desk.version()
    with desk.by("coordinator") as work:
        voices.answer_veto(work, desk.case, desk.item, version, reason)


def held(desk):
    with desk.by("coordinator") as work:
        return recorded(work.session.get_one(Meeting, desk.meeting))


def test_the_least_power_on_the_subject_speaks_first(desk):
    assert read(desk).order == ()
    choose(desk)
    found = read(desk, "police")
    assert [each.place.value for each in found.order] == ["advises", "vetoes", "decides"]
    assert [each.seat.user.login for each in found.order] == ["police", "tax", "coordinator"]
    assert [each.seat.user.login for each in found.vetoing] == ["tax"]
    assert not found.may_choose
    choose(desk, "")
    assert read(desk).subject is None


def test_the_room_screen_says_who_speaks_first_of_those_who_are_there(desk):
    def speaking():
        with desk.by("coordinator") as work:
            return rooms.show_room(work, desk.case, desk.item).speaking

    assert speaking() == ()
    choose(desk)
    police, tax, house = speaking()
    assert (police, tax) == ("Politie, district Monde", "Belastingdienst")
    desk.leave("police")
    assert speaking() == (tax, house)


def test_only_who_runs_the_table_says_what_it_decides_on(desk):
    with pytest.raises(AccessDenied):
        choose(desk, login="police")
    with pytest.raises(Invalid):
        choose(desk, "POEM")
    with pytest.raises(AccessDenied):
        read(desk, "customs")


def test_a_decision_against_a_veto_is_not_recorded_without_its_reason(desk):
    choose(desk)
    dissent(desk, "tax")
    with pytest.raises(NotAllowed, match="can veto this"):
        desk.minute()
    desk.minute("next_time", "We look again.")
    with pytest.raises(Invalid):
        answer(desk, " ")
    answer(desk)
    desk.minute()
    with desk.by("coordinator") as work:
        item = work.session.get_one(AgendaItem, desk.item)
        assert (item.decision_kind, item.veto_reason) == ("close", "The court asked for it.")


def test_a_dissent_without_a_veto_only_waits_for_its_answer(desk):
    choose(desk)
    dissent(desk, "police")
    desk.minute()
    with pytest.raises(NotAllowed, match="Nobody who can veto"):
        answer(desk)


def test_a_veto_after_the_decision_keeps_the_meeting_until_it_was_said_why(desk):
    choose(desk)
    desk.minute()
    assert "vetoes_said" in held(desk)
    dissent(desk, "tax")
    assert "vetoes_said" not in held(desk)
    assert read(desk).unsaid
    answer(desk)
    assert "vetoes_said" in held(desk)
    dissent(desk, "tax")
    assert "vetoes_said" not in held(desk)


def test_the_subject_may_be_named_after_the_dissent(desk):
    dissent(desk, "tax")
    assert not read(desk).against
    choose(desk)
    assert [seat.user.login for seat in read(desk).against] == ["tax"]


def test_who_left_the_room_does_not_speak_and_reads_no_dissent(desk):
    choose(desk)
    desk.leave("police")
    dissent(desk, "tax")
    found = read(desk, "police")
    assert "police" not in [each.seat.user.login for each in found.order]
    assert found.against == ()


def test_what_was_tracked_is_not_ordered_anew(desk):
    desk.to("tracking")
    with pytest.raises(NotAllowed, match="past this point"):
        choose(desk)


def test_a_veto_does_not_go_with_the_subject_before_it_was_answered(desk):
    choose(desk)
    dissent(desk, "tax")
    for subject in ("", "CLOSURE_13B"):
        with pytest.raises(NotAllowed, match="unanswered"):
            choose(desk, subject)
    assert [seat.user.login for seat in read(desk).against] == ["tax"]
    answer(desk)
    choose(desk, "")
    assert read(desk).subject is None


def test_another_reason_is_approved_anew(desk):
    choose(desk)
    desk.minute()
    dissent(desk, "tax")
    answer(desk)
    desk.to("minutes_approved")
    with desk.by("tax") as work:
        minutes.approve_minutes(work, desk.case, desk.item)
    answer(desk, "Nobody minded.")
    with desk.by("coordinator") as work:
        item = work.session.get_one(AgendaItem, desk.item)
        assert not any(seat.approved_at for seat in item.seats)
