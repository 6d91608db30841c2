"""Meetings: planned by the chair, read by members, each seeing only the items that admit them."""

from datetime import timedelta

import pytest

from bureau.errors import AccessDenied, Changed, Invalid, NotAllowed, NotFound
from bureau.model import Meeting
from bureau.operations import agenda_items, meetings, minutes
from bureau.rules.vocabulary import CaseKind
from tests.bureau.operations.place import open_case
from tests.bureau.operations.table import ITEM, Table


@pytest.fixture
def table(work_of, actors):
    return Table(work_of, actors)


def version(table):
    with table.by("coordinator") as work:
        return work.session.get_one(Meeting, table.meeting).version


def step(table, target, at=None):
    at = at or version(table)
    with table.by("coordinator") as work:
        return meetings.step_meeting(work, table.case, table.meeting, at, target).state


def test_only_who_runs_the_case_plans(table):
    for login in ("police", "mayor", "customs", "outsider", "care"):
        with pytest.raises(AccessDenied), table.by(login) as work:
            meetings.show_planning(work, table.case)
        with pytest.raises(AccessDenied), table.by(login) as work:
            meetings.plan_meeting(work, table.case, "Own", work.today, "", "x")


def test_a_screening_has_no_meetings(work_of, actors):
    with work_of(actors.coordinator) as work:
        case_id = open_case(work)
    with pytest.raises(AccessDenied), work_of(actors.coordinator) as work:
        meetings.plan_meeting(work, case_id, "Own", work.today, "", "x")


def test_a_meeting_needs_a_title_and_a_purpose(table):
    for title, purpose in ((" ", "x"), ("x", ""), ("x" * 201, "\0")):
        with pytest.raises(Invalid), table.by("coordinator") as work:
            meetings.plan_meeting(work, table.case, title, work.today, "", purpose)


def test_the_secretary_takes_part_in_the_case(table):
    with pytest.raises(NotFound), table.by("coordinator") as work:
        meetings.plan_meeting(work, table.case, "Own", work.today, "", "x", "prosecutor")


def test_members_find_the_meetings_of_their_cases_and_nobody_else_does(table):
    for login, expected in (("police", 1), ("customs", 1), ("prosecutor", 0), ("outsider", 0)):
        with table.by(login) as work:
            assert len(meetings.list_meetings(work)) == expected


def test_an_item_shows_to_the_seats_it_admits_only(table):
    for login, expected in (("coordinator", 1), ("police", 1), ("customs", 0), ("mayor", 0)):
        with table.by(login) as work:
            view = meetings.read_meeting(work, table.case, table.meeting)
            assert len(view.items) == expected
            assert view.may_run is (login == "coordinator")
            assert bool(view.steps) is (login == "coordinator")


def test_what_is_missing_shows_to_whoever_runs_the_meeting_only(table):
    table.to("in_session")
    for login in ("coordinator", "police", "customs"):
        with table.by(login) as work:
            view = meetings.read_meeting(work, table.case, table.meeting)
            assert bool(view.missing) is (login == "coordinator")


def test_somebody_outside_the_case_does_not_learn_that_it_meets(table):
    for login in ("prosecutor", "outsider", "auditor", "admin"):
        with pytest.raises(AccessDenied), table.by(login) as work:
            meetings.read_meeting(work, table.case, table.meeting)


def test_the_agenda_is_frozen_before_the_meeting_opens(table):
    with pytest.raises(NotAllowed):
        step(table, "in_session")
    assert step(table, "agenda_frozen") == "agenda_frozen"
    with pytest.raises(NotAllowed), table.by("coordinator") as work:
        agenda_items.add_item(work, table.case, table.meeting, ITEM, ())
    assert step(table, "in_session") == "in_session"


def test_what_is_missing_is_named_before_the_next_step(table):
    table.to("in_session")
    with pytest.raises(NotAllowed) as refusal:
        step(table, "minutes_draft")
    assert refusal.value.where["guard"] == "attendance"
    with table.by("coordinator") as work:
        view = meetings.read_meeting(work, table.case, table.meeting)
        assert [row.code for row in view.missing] == ["attendance", "interests_declared"]


def test_a_meeting_does_not_pass_over_the_question_of_interests(table):
    table.to("in_session")
    table.attend("coordinator", "police", "tax", declaration="not_asked")
    with pytest.raises(NotAllowed) as refusal:
        step(table, "minutes_draft")
    assert refusal.value.where["guard"] == "interests_declared"


def test_the_chair_sees_which_seats_the_law_opens_and_members_do_not(table):
    with table.by("coordinator") as work:
        places = meetings.read_meeting(work, table.case, table.meeting).places
        phases = {place.user.login: list(place.phases) for place in places}
    assert phases["customs"] == phases["tax"] == ["P2", "P3"]
    assert not phases.keys() & {"coordinator", "police"}, "chair and secretary sit always"
    assert phases["mayor"] == ["P1", "P2", "P3"]
    with table.by("police") as work:
        assert meetings.read_meeting(work, table.case, table.meeting).places == ()


def test_the_road_of_a_meeting_to_its_end(table):
    for target in ("agenda_frozen", "in_session"):
        step(table, target)
    table.attend("coordinator", "police", "tax")
    step(table, "minutes_draft")
    table.minute()
    step(table, "minutes_approved")
    for login in ("coordinator", "police", "tax"):
        with table.by(login) as work:
            minutes.approve_minutes(work, table.case, table.item)
    step(table, "tracking")
    assert step(table, "closed") == "closed"


def test_two_chairs_do_not_overtake_each_other(table):
    seen = version(table)
    step(table, "agenda_frozen", seen)
    with pytest.raises(Changed):
        step(table, "in_session", seen)


def test_a_meeting_of_another_case_is_not_there(table, work_of, actors):
    with work_of(actors.coordinator) as work:
        other = open_case(
            work, kind=CaseKind.PARTNERSHIP, title="Een andere zaak", reference="PAR-2"
        )
    with pytest.raises(NotFound), table.by("coordinator") as work:
        meetings.read_meeting(work, other, table.meeting)


def test_planning_and_looking_stand_in_the_trail(table, trail):
    with table.by("police") as work:
        meetings.read_meeting(work, table.case, table.meeting)
    assert {"meeting.planned", "item.added", "meeting.read"} <= {e.kind for e in trail()}
    assert trail()[-1].facts == {"items": 1}
    assert timedelta(days=7) == table.day - trail()[0].at.date()
