"""Minutes: a decision has a quorum, a dissent an answer, a correction what stood before."""

from datetime import date, timedelta

import pytest

from bureau.errors import AccessDenied, Changed, Invalid, NotAllowed
from bureau.model import AgendaItem
from bureau.operations import agenda_items, attendances, minutes
from bureau.operations._meeting_record import recorded
from bureau.operations.attendances import Attendance
from bureau.operations.minutes import Decided
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table
from tests.conftest import NOW

pytestmark = ON_SQLITE


@pytest.fixture
def table(work_of, actors):
    return Table(work_of, actors)


def there(table, *logins):
    table.to("in_session")
    table.attend("coordinator", *(logins or ("police", "tax")))


def write(table, version, login="coordinator", check="referred", text="Said.", **changed):
    told = Decided(**{"kind": "close", "words": "We wait.", **changed})
    with table.by(login) as work:
        minutes.write_minutes(work, table.case, table.item, version, text, told, check)


def test_minutes_are_written_while_the_meeting_is_in_session(table):
    with pytest.raises(NotAllowed):
        write(table, table.version())
    there(table)
    write(table, table.version())
    with table.by("police") as work:
        item = agenda_items.read_item(work, table.case, table.item).item
        assert (item.decision, item.decision_kind) == ("We wait.", "close")
        assert item.victim_check == "referred"


@pytest.mark.parametrize("wrong", [{"words": " "}, {"kind": "punish"}, {"check": "no"}])
def test_minutes_without_a_decision_of_a_known_kind_are_refused(table, wrong):
    there(table)
    with pytest.raises(Invalid):
        write(table, table.version(), **wrong)


def test_minutes_are_not_overwritten_unseen(table):
    there(table)
    seen = table.version()
    write(table, seen)
    with pytest.raises(Changed) as clash:
        write(table, seen, words="We act.")
    assert ("decision", "We act.", "We wait.") in clash.value.differences


def test_minutes_are_approved_by_a_seat_for_itself_when_they_are_up(table):
    with pytest.raises(NotAllowed), table.by("police") as work:
        minutes.approve_minutes(work, table.case, table.item)
    table.to("minutes_approved")
    with table.by("police") as work:
        minutes.approve_minutes(work, table.case, table.item)
    with table.by("coordinator") as work:
        seats = work.session.get_one(AgendaItem, table.item).seats
        approved = {seat.user.login for seat in seats if seat.approved_at}
    assert approved == {"police"}


def test_the_first_approval_stands(table):
    table.to("minutes_approved")
    for hours in (1, 2):
        with table.work_of(table.actors.police, NOW + timedelta(hours=hours)) as work:
            minutes.approve_minutes(work, table.case, table.item)
    with table.by("police") as work:
        item = agenda_items.read_item(work, table.case, table.item).item
        [moment] = [seat.approved_at for seat in item.seats if seat.approved_at]
    assert moment == NOW + timedelta(hours=1)


def test_somebody_without_a_seat_approves_nothing(table):
    table.to("minutes_approved")
    with pytest.raises(AccessDenied), table.by("customs") as work:
        minutes.approve_minutes(work, table.case, table.item)


def test_without_a_quorum_nothing_is_decided_but_the_item_may_go_on(table):
    there(table, "tax")
    with pytest.raises(NotAllowed) as refusal:
        write(table, table.version())
    assert refusal.value.where["guard"] == "quorum"
    assert "WGS 2.23" in refusal.value.where["basis"]
    write(table, table.version(), kind="next_time", words="No secretary.")


def test_an_interest_that_was_not_asked_stops_the_decision(table):
    there(table)
    table.attend("tax", declaration="not_asked")
    with pytest.raises(NotAllowed) as refusal:
        write(table, table.version())
    assert refusal.value.where == {"guard": "interest", "basis": "Awb 2:4"}


@pytest.mark.parametrize(
    ("kind", "field"),
    [("continue", "phase"), ("intervention", "to"), ("hold", "until"), ("refer", "power")],
)
def test_a_decision_says_what_its_kind_must_say(table, kind, field):
    there(table)
    power = {"continue": "WGS 2.23(6)", "hold": ""}.get(kind, "Politiewet 3")
    told = {"phase": "P3", "to": table.code("police"), "power": power, "until": date(2099, 1, 1)}
    empty = None if field == "until" else ""
    with pytest.raises(Invalid) as refusal:
        write(table, table.version(), kind=kind, **{**told, field: empty})
    on_form = {"phase": "decided_phase", "power": "decided_power"}
    assert refusal.value.where["field"] == on_form.get(field, field)
    write(table, table.version(), kind=kind, **told)


def test_a_dissent_is_of_a_seat_that_took_part_and_has_an_answer(table):
    seat, other = table.seat("tax"), table.seat("coordinator")
    there(table)
    with table.by("tax") as work:
        minutes.state_dissent(work, table.case, table.item, seat, "We would have waited.")
    with pytest.raises(AccessDenied), table.by("tax") as work:
        minutes.state_dissent(work, table.case, table.item, other, "In another name.")
    table.minute()
    with table.by("coordinator") as work:
        meeting = work.session.get_one(AgendaItem, table.item).meeting
        assert "dissents_answered" not in recorded(meeting)
        minutes.answer_dissent(work, table.case, table.item, seat, "The lease ends sooner.")
        assert "dissents_answered" in recorded(meeting)


def test_a_correction_keeps_what_stood_there_and_asks_approval_anew(table):
    there(table)
    table.minute()
    table.to("minutes_approved")
    with table.by("police") as work:
        minutes.approve_minutes(work, table.case, table.item)
    with table.by("tax") as work:
        row = minutes.ask_correction(work, table.case, table.item, "It was two shops.").id
    with table.by("coordinator") as work:
        minutes.answer_correction(work, table.case, row, "Right.", "Two shops were discussed.")
    with table.by("police") as work:
        view = agenda_items.read_item(work, table.case, table.item)
        assert view.item.minutes == "Two shops were discussed."
        assert [one.before for one in view.corrections] == ["Said and asked."]
        assert all(one.approved_at is None for one in view.item.seats)


def test_who_left_the_room_neither_reads_nor_approves_nor_corrects(table):
    there(table, "police")
    seat = {table.seat("tax"): Attendance(True, "left_room", "a brother rents there")}
    with table.by("coordinator") as work:
        attendances.record_attendance(work, table.case, table.item, seat)
    table.minute()
    table.to("minutes_approved")
    with table.by("tax") as work:
        assert agenda_items.read_item(work, table.case, table.item).outcome is False
    for act in (
        lambda work: minutes.approve_minutes(work, table.case, table.item),
        lambda work: minutes.ask_correction(work, table.case, table.item, "x"),
    ):
        with pytest.raises(NotAllowed), table.by("tax") as work:
            act(work)
