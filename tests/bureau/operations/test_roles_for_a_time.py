"""A role that was given for a time opens nothing after its last day, wherever one comes in."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from bureau import entry
from bureau.acting import actor_called
from bureau.errors import Invalid, NotAllowed
from bureau.model import RoleGrant, User
from bureau.operations import approvals, grants, track_roles, users
from bureau.rules.vocabulary import Role
from tests.bureau.operations.test_grants import settle, somebody
from tests.bureau.operations.test_users import GOOD, LIMITS
from tests.conftest import NOW

LAST = date(2026, 3, 20)


def add(work_of, actors, *roles, until=LAST):
    with work_of(actors.admin) as work:
        return users.add_user(
            work, "stand.in", "S", roles, password=GOOD, until=until, screened_until=None
        ).id


def change(work_of, actors, user_id, version, *roles, until=None):
    with work_of(actors.admin) as work:
        given = {"active": True, "screened_until": None, "until": until}
        users.change_user(work, user_id, version, "S", roles, **given)


def at(day, hour=12):
    return NOW.replace(year=day.year, month=day.month, day=day.day, hour=hour)


def test_it_opens_until_its_last_day_and_not_after(work_of, actors, sessions):
    add(work_of, actors, Role.OFFICER)
    for day, held in ((LAST, {Role.OFFICER}), (LAST + timedelta(1), set())):
        secret = entry.sign_in(sessions, "stand.in", GOOD, at(day), LIMITS)
        assert entry.visitor(sessions, secret, at(day), LIMITS).actor.roles == held
        assert actor_called(sessions, "stand.in", at(day)).roles == held


def test_an_open_sign_in_loses_it_at_the_end_of_the_day(work_of, actors, sessions):
    add(work_of, actors, Role.OFFICER)
    evening = at(LAST, 22) + timedelta(minutes=50)  # by civil time ten minutes before midnight
    secret = entry.sign_in(sessions, "stand.in", GOOD, evening, LIMITS)
    assert entry.visitor(sessions, secret, evening, LIMITS).actor.roles
    after = evening + timedelta(minutes=20)
    assert entry.visitor(sessions, secret, after, LIMITS).actor.roles == set()


def test_a_role_that_is_kept_keeps_its_end_and_a_new_one_has_its_own(work_of, actors, sessions):
    user_id = add(work_of, actors, Role.OFFICER)
    later = LAST + timedelta(30)
    change(work_of, actors, user_id, 1, Role.OFFICER, Role.COORDINATOR, until=later)
    with sessions() as session:
        rows = session.get_one(User, user_id).roles
        assert {row.role: row.until_on for row in rows} == {
            Role.OFFICER: LAST,
            Role.COORDINATOR: later,
        }


def test_one_that_ended_can_be_given_again(work_of, actors, sessions):
    user_id = add(work_of, actors, Role.OFFICER)
    with sessions.begin() as session:
        session.get_one(User, user_id).roles[0].until_on = NOW.date() - timedelta(1)
    change(work_of, actors, user_id, 1, Role.OFFICER)
    assert actor_called(sessions, "stand.in", NOW).roles == {Role.OFFICER}


def test_a_sensitive_role_is_confirmed_with_its_end(work_of, actors, sessions):
    add(work_of, actors, Role.AUDITOR)
    second = somebody(sessions, "admin2", [Role.ADMIN])
    with work_of(second) as work:
        [line] = grants.list_grants(work).lines
        assert line.until == LAST
    with work_of(second) as work:
        [asked] = approvals.list_tasks(work)
        assert approvals.open_request(work, asked.id).says["until_on"] == LAST.isoformat()
    settle(work_of, second, line.id)
    assert actor_called(sessions, "stand.in", at(LAST)).roles == {Role.AUDITOR}
    assert actor_called(sessions, "stand.in", at(LAST + timedelta(1))).roles == set()


def test_another_end_is_another_question(work_of, actors, sessions):
    add(work_of, actors, Role.AUDITOR)
    second = somebody(sessions, "admin2", [Role.ADMIN])
    with work_of(second) as work:
        grants.read_login(work, "stand.in")
    with sessions.begin() as session:
        session.scalars(select(RoleGrant)).one().until_on = None
    with pytest.raises(NotAllowed), work_of(second) as work:
        grants.confirm_login(work, "stand.in")
    assert actor_called(sessions, "stand.in", NOW).roles == set()


def test_the_last_day_does_not_lie_behind(work_of, actors):
    with pytest.raises(Invalid) as refusal:
        add(work_of, actors, Role.OFFICER, until=NOW.date() - timedelta(1))
    assert refusal.value.where == {"field": "roles_until"}


def test_the_trail_says_until_when(work_of, actors, trail):
    add(work_of, actors, Role.OFFICER)
    told = next(event for event in trail() if event.kind == "user.added")
    assert told.facts["role_ends"] == [f"officer {LAST}"]


def test_one_of_the_victim_track_that_ended_is_not_given_again_by_an_administrator(
    work_of, actors, sessions
):
    helper = somebody(sessions, "helper", [Role.CARE]).id
    with sessions.begin() as session:
        for row in session.get_one(User, helper).roles:
            row.until_on = NOW.date() - timedelta(1)
    given = {"active": True, "screened_until": None}
    with pytest.raises(NotAllowed), work_of(actors.admin) as work:
        users.change_user(work, helper, 1, "Helper", [Role.CARE], **given)
    with work_of(actors.admin) as work:
        users.change_user(work, helper, 1, "Helper", [], **given)
    assert actor_called(sessions, "helper", NOW).roles == set()


def test_one_of_the_victim_track_that_ended_is_given_again_by_its_lead(work_of, actors, sessions):
    lead = somebody(sessions, "lead", [Role.CARE_LEAD], "support")
    with sessions.begin() as session:
        for row in session.get_one(User, actors.care.id).roles:
            row.until_on = NOW.date() - timedelta(1)
    with work_of(lead) as work:
        track_roles.give_role(work, "care", "care", "helps again", "0" * 64)
    assert Role.CARE in actor_called(sessions, "care", NOW).roles
