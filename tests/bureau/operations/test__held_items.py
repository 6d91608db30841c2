"""What is held comes on no agenda, on no table and into no mouth; what takes back goes on."""

from datetime import timedelta

import pytest

from bureau.errors import NotAllowed
from bureau.model import AgendaItem, Case
from bureau.operations import (
    agenda_items,
    attendances,
    contributions,
    meetings,
    papers,
    parties,
    rooms,
    safety_holds,
)
from bureau.operations.agenda_items import Wanted
from bureau.operations.attendances import Attendance
from bureau.operations.contributions import Brought
from bureau.operations.sources import Learnt
from tests.bureau.operations.housed import housed  # noqa: F401
from tests.bureau.operations.place import add_source
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import ITEM, SEATS, Table
from tests.conftest import NOW

pytestmark = [ON_SQLITE, pytest.mark.usefixtures("housed")]
UNTIL = NOW.date() + timedelta(30)
TOLD = Brought("Two lorries a night.", "SUPERVISION", "Wpg 20", "H1")
BARE = Wanted(
    "Panden in de wijk", "Hoeveel staan er leeg?", "P1", "Wgs 2.22", "no_indication", True
)


@pytest.fixture
def table(work_of, actors):
    return Table(work_of, actors)


def hold(table, item=""):
    """Hold the case, or one item, as the victim track does; of the file only a mark is known."""
    with table.by("coordinator") as work:
        case = work.session.get_one(Case, table.case)
        case.reference = "PAR-2026-ABC23"
        work.record("case.opened", case)
    with table.by("care") as work:
        safety_holds.set_hold(work, f"PAR-2026-ABC23{item}", UNTIL, "mark")


def insist_held(refused, *, told=True):
    """It waits until a day; why is for who runs the case alone."""
    why = "Richtlijn 2011/36/EU 8, 11" if told else "WGS 1.5(1)"
    assert refused.value.where == {"guard": "hold", "basis": why}
    assert ("victim" in refused.value.hint) is told
    assert refused.value.params["instead"]


def bring(table, *readers):
    seats = [table.seat(each) for each in readers]
    with table.by("police") as work:
        return contributions.contribute(work, table.case, table.item, TOLD, seats).id


def release(table, brought, *readers):
    seats = [table.seat(each) for each in readers]
    with table.by("police") as work:
        contributions.release_contribution(work, table.case, brought, seats)


def lay(table, party):
    with table.by("coordinator") as work:
        return papers.release_paper(
            work, table.case, table.item, "party", party, "WGS 2.22", [table.seat("police")]
        ).id


@pytest.mark.parametrize("item", ["", "/1"])
def test_nothing_new_is_brought_to_what_is_held_and_all_can_be_taken_back(table, item):
    with table.by("coordinator") as work:
        learnt = Learnt(add_source(work, table.case))
        party = parties.record_company(work, table.case, learnt, name="Loods Vier B.V.").id
    paper, brought = lay(table, party), bring(table, "tax")
    hold(table, item)
    with pytest.raises(NotAllowed) as refused:
        lay(table, party)
    insist_held(refused)
    with pytest.raises(NotAllowed) as refused:
        bring(table, "tax")
    insist_held(refused, told=False)
    release(table, brought)
    with pytest.raises(NotAllowed) as refused:
        release(table, brought, "tax")
    insist_held(refused, told=False)
    with table.by("police") as work:
        contributions.recall_contribution(work, table.case, brought, "It waits.")
    with table.by("coordinator") as work:
        papers.withdraw_paper(work, table.case, paper)


def test_nobody_comes_to_sit_at_what_is_held_and_the_session_can_be_left(table):
    table.to("in_session")
    table.attend("police")
    hold(table)
    sat, other = table.seat("police"), table.seat("tax")

    def attend(**told):
        seats = {
            sat: Attendance(attended=True, declaration="no_interest"),
            other: Attendance(**told),
        }
        with table.by("coordinator") as work:
            attendances.record_attendance(work, table.case, table.item, seats)

    with pytest.raises(NotAllowed) as refused:
        attend(attended=True)
    insist_held(refused)
    attend(attended=False)
    with table.by("coordinator") as work:
        seats = {
            seat.id: seat.attended for seat in work.session.get_one(AgendaItem, table.item).seats
        }
    assert (seats[sat], seats[other]) == (True, False)


def test_no_agenda_is_made_of_what_is_held_save_of_what_has_no_persons(table):
    hold(table)

    def add(wanted):
        with table.by("coordinator") as work:
            agenda_items.add_item(work, table.case, table.meeting, wanted, SEATS)

    for act in (lambda: add(ITEM), lambda: step(table)):
        with pytest.raises(NotAllowed) as refused:
            act()
        insist_held(refused)
    add(BARE)
    with table.by("coordinator") as work:
        assert meetings.show_planning(work, table.case)[1] == UNTIL
        assert meetings.read_meeting(work, table.case, table.meeting).waits == UNTIL


def step(table):
    with table.by("coordinator") as work:
        version = meetings.read_meeting(work, table.case, table.meeting).meeting.version
        meetings.step_meeting(work, table.case, table.meeting, version, "agenda_frozen")


def test_what_is_held_is_projected_to_nobody(table):
    with table.by("coordinator") as work:
        learnt = Learnt(add_source(work, table.case))
        party = parties.record_company(work, table.case, learnt, name="Loods Vier B.V.").id
    lay(table, party)
    table.to("in_session")
    table.attend("police", "coordinator")
    hold(table)
    with pytest.raises(NotAllowed) as refused, table.by("coordinator") as work:
        rooms.show_room(work, table.case, table.item)
    insist_held(refused)
