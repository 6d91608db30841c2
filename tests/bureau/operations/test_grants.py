"""Sensitive roles: one administrator asks, another answers, and the trail names both."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from bureau.entry import actor_of
from bureau.errors import AccessDenied, Changed, Invalid, NotAllowed, NotFound
from bureau.model import Organisation, RoleGrant, User, UserRole
from bureau.operations import grants, users
from bureau.rules.vocabulary import Role
from tests.conftest import NOW


def somebody(sessions, login, roles, code="havermonde"):
    """Another account, as an actor."""
    with sessions.begin() as session:
        body = session.scalars(select(Organisation).where(Organisation.code == code)).one()
        user = User(login=login, name=login.title(), organisation=body)
        user.roles = [UserRole(role=role) for role in roles]
        session.add(user)
        session.flush()
        return actor_of(user)


def roles_of(sessions, login):
    with sessions() as session:
        user = session.scalars(select(User).where(User.login == login)).one()
        return {row.role for row in user.roles}


@pytest.fixture
def admin2(sessions, actors):
    """A second administrator of the house."""
    return somebody(sessions, "admin2", [Role.ADMIN])


@pytest.fixture
def asked(work_of, actors):
    """The id of a grant that waits: a new auditor, asked by `admin`."""
    with work_of(actors.admin) as work:
        user = users.add_user(work, "newcomer", "New Comer", [Role.AUDITOR])
        return user.waiting[0].id


def settle(work_of, actor, key, version=1, reason="", *, confirmed=True):
    with work_of(actor) as work:
        grants.read_grant(work, key)
    with work_of(actor) as work:
        grants.settle_grant(work, key, version, reason, confirmed=confirmed)


def test_a_role_begins_when_a_second_administrator_confirms_it(
    work_of, actors, admin2, asked, sessions, trail
):
    assert roles_of(sessions, "newcomer") == set()
    with work_of(admin2) as work:
        [line] = grants.list_grants(work).lines
    assert (line.role, line.login, line.asked_by) == (Role.AUDITOR, "newcomer", "Admin")
    assert (line.asked_at, line.answerable) == (NOW, True)
    settle(work_of, admin2, asked)
    assert roles_of(sessions, "newcomer") == {Role.AUDITOR}
    said = [(event.kind, event.actor_id) for event in trail() if event.kind.startswith("role.")]
    assert said == [
        ("role.asked", actors.admin.id),
        *[("role.listed", admin2.id)] * 2,
        ("role.confirmed", admin2.id),
    ]


def test_four_eyes_on_every_sensitive_role(work_of, actors, admin2, asked, sessions):
    with pytest.raises(NotAllowed) as refusal:
        settle(work_of, actors.admin, asked)
    assert refusal.value.where == {"guard": "two people"}
    with sessions() as session:
        holder = session.get_one(RoleGrant, asked).user_id
    themselves = replace(admin2, id=holder)
    with pytest.raises(NotAllowed):
        settle(work_of, themselves, asked)
    assert roles_of(sessions, "newcomer") == set()


def test_a_lonely_administrator_is_told_what_to_do(work_of, actors, asked):
    with work_of(actors.admin) as work:
        assert grants.list_grants(work).alone
    with pytest.raises(NotAllowed) as refusal:
        settle(work_of, actors.admin, asked)
    assert "Add a second one" in refusal.value.hint


def test_a_refused_role_never_begins(work_of, actors, admin2, asked, sessions):
    with pytest.raises(Invalid):
        settle(work_of, admin2, asked, confirmed=False, reason=" ")
    settle(work_of, admin2, asked, confirmed=False, reason="not screened")
    assert roles_of(sessions, "newcomer") == set()
    with pytest.raises(NotFound):
        settle(work_of, admin2, asked, 2)


def test_a_role_that_was_answered_meanwhile_is_not_answered_again(work_of, admin2, asked):
    with pytest.raises(Changed):
        settle(work_of, admin2, asked, 99)


def test_what_waits_in_another_house_does_not_exist_here(work_of, actors, asked, sessions):
    stranger = somebody(sessions, "admin3", [Role.ADMIN], "elsewhere")
    with work_of(stranger) as work:
        assert grants.list_grants(work).lines == ()
    for act in (
        lambda work: grants.read_grant(work, asked),
        lambda work: grants.settle_grant(work, asked, 1, "", confirmed=True),
        lambda work: grants.confirm_login(work, "newcomer"),
    ):
        with pytest.raises(NotFound), work_of(stranger) as work:
            act(work)


@pytest.mark.parametrize("login", ["officer", "mayor", "auditor", "care"])
def test_nobody_else_answers(work_of, actors, asked, login):
    for act in (
        grants.list_grants,
        lambda work: grants.read_grant(work, asked),
        lambda work: grants.settle_grant(work, asked, 1, "", confirmed=True),
        lambda work: grants.confirm_login(work, "newcomer"),
    ):
        with pytest.raises(AccessDenied), work_of(getattr(actors, login)) as work:
            act(work)


def test_a_role_taken_back_before_the_answer_is_gone(work_of, actors, admin2, asked, trail):
    with work_of(actors.admin) as work:
        user = work.session.get_one(RoleGrant, asked).user
        users.change_user(
            work, user.id, user.version, "New", [Role.OFFICER], active=True, screened_until=None
        )
    with pytest.raises(NotFound):
        settle(work_of, admin2, asked, 2)
    assert "role.withdrawn" in [event.kind for event in trail()]


def test_two_requests_do_not_add_up_to_what_one_could_not_have(
    work_of, actors, admin2, asked, sessions
):
    with sessions() as session:
        holder = session.get_one(RoleGrant, asked).user_id
    both = [Role.AUDITOR, Role.OFFICER]
    with pytest.raises(Invalid), work_of(actors.admin) as work:
        users.change_user(work, holder, 1, "New", both, active=True, screened_until=None)
    with sessions.begin() as session:
        session.add(UserRole(user_id=holder, role=Role.OFFICER))
    with pytest.raises(Invalid):
        settle(work_of, admin2, asked)
    assert roles_of(sessions, "newcomer") == {Role.OFFICER}


def test_every_waiting_role_of_a_login_is_confirmed_at_once(work_of, admin2, asked, sessions):
    with pytest.raises(NotAllowed, match="opened exactly this first"), work_of(admin2) as work:
        grants.confirm_login(work, "newcomer")
    with work_of(admin2) as work:
        assert [line.role for line in grants.read_login(work, "newcomer")] == [Role.AUDITOR]
    with work_of(admin2) as work:
        assert grants.confirm_login(work, "newcomer", "seen in person") == (Role.AUDITOR,)
    assert roles_of(sessions, "newcomer") == {Role.AUDITOR}
    with pytest.raises(NotFound), work_of(admin2) as work:
        grants.confirm_login(work, "newcomer")
