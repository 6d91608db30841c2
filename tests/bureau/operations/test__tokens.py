"""The token of the victim track says checked or not and a day, and only to who needs to know."""

from dataclasses import fields, replace

import pytest

from bureau.errors import NotAllowed
from bureau.model import Meeting, Membership
from bureau.operations import agenda_items, frames, meetings
from bureau.operations._tokens import Token
from bureau.policy import Permission
from bureau.rules.agenda import Phase
from bureau.rules.events import EventKind
from tests.bureau.operations.housed import housed  # noqa: F401
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.sharing_desk import Desk
from tests.bureau.operations.table import ITEM, Table
from tests.bureau.operations.test_safety_holds import file, hold, named  # noqa: F401

pytestmark = [ON_SQLITE, pytest.mark.usefixtures("housed")]


def test_a_token_says_dates_only():
    assert [each.name for each in fields(Token)] == ["checked", "until", "stands", "item"]


@pytest.fixture
def table(work_of, actors, request):
    """A held case in which the port takes part, and sits at an item without persons."""
    made = Table(work_of, actors)
    with made.by("coordinator") as work:
        case = work.case(made.case, Permission.CASE_SHARE)
        port = Membership(user_id=actors.port.id, capacity="partner", since=work.today)
        case.members.append(port)
        work.record(EventKind.CASE_SHARED, case)
    bare = replace(ITEM, title="Verlichting", phase=Phase.ENRICHMENT, without_persons=True)
    with made.by("coordinator") as work:
        seats = [("port", "own quay"), ("police", "own quay")]
        made.bare = agenda_items.add_item(work, made.case, made.meeting, bare, seats).id
    made.until = held(work_of, actors, request, made.case)
    return made


def held(work_of, actors, request, case):
    found = [request.getfixturevalue(name) for name in ("file", "named")]
    return hold(work_of, actors, found[0], found[1](case))


def tokens(table, login):
    with table.by(login) as work:
        return frames.read_frame(work, table.case).tokens


def test_only_who_runs_the_case_learns_why_and_the_port_learns_nothing(table):
    (full,) = tokens(table, "coordinator")
    assert (full.checked, full.until) == (True, table.until)
    for login in ("police", "tax", "mayor"):
        (token,) = tokens(table, login)
        assert (token.checked, token.until, token.item) == (False, table.until, None)
    assert tokens(table, "port") == ()


def test_an_item_says_that_it_waits_and_to_whom_why(table):
    for login, item, waits, why in (
        ("coordinator", table.item, table.until, True),
        ("police", table.item, table.until, False),
        ("port", table.bare, None, False),
    ):
        with table.by(login) as work:
            view = agenda_items.read_item(work, table.case, item)
            assert (view.waits, view.told_why) == (waits, why), login


def test_a_meeting_on_persons_is_not_opened_while_the_case_is_held(table):
    table.to("agenda_frozen")
    with table.by("coordinator") as work:
        version = work.session.get_one(Meeting, table.meeting).version
    with pytest.raises(NotAllowed) as refusal, table.by("coordinator") as work:
        meetings.step_meeting(work, table.case, table.meeting, version, "in_session")
    assert refusal.value.where["guard"] == "hold"
    assert "without persons" in str(refusal.value.params["instead"])


def test_no_data_on_persons_are_given_out_of_a_held_case(work_of, actors, request):
    desk = Desk(work_of, actors)
    desk.give("police", "coordinator")
    held(work_of, actors, request, desk.case)
    refusal = desk.refused("police", "coordinator")
    assert refusal.where == {"guard": "hold", "basis": "WGS 1.5(1)"}
    told = f"{refusal} {refusal.hint} {refusal.params}".lower()
    assert "without persons" in told
    assert not [word for word in ("victim", "slachtoffer", "2011/36") if word in told]
    bare = desk.refused("police", "coordinator", category="AREA", way="NO_PERSONS")
    assert bare.where["guard"] != "hold"
