"""Accounts: an administrator manages colleagues, never the own account, never another house."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from bureau import entry
from bureau.errors import AccessDenied, Changed, Invalid, NotAllowed, NotFound
from bureau.model import Session, User
from bureau.operations import tokens, users
from bureau.rules.vocabulary import Language, Role
from bureau.trust import passwords
from tests.conftest import NOW

LIMITS = entry.Limits(idle=timedelta(minutes=30), longest=timedelta(hours=10))
GOOD = "a quay with seven cranes"


@pytest.fixture
def signed_in(sessions, actors):
    """The officer with two open sign-ins."""
    with sessions.begin() as session:
        user = session.scalar(select(User).where(User.login == "officer"))
        user.password_hash = passwords.hash_of(GOOD)
    return [entry.sign_in(sessions, "officer", GOOD, NOW, LIMITS) for _ in range(2)]


def alive(sessions, secrets):
    return [entry.visitor(sessions, secret, NOW, LIMITS) is not None for secret in secrets]


def test_an_administrator_sees_the_own_organisation_only(work_of, actors):
    with work_of(actors.admin) as work:
        logins = [user.login for user in users.list_users(work)]
    assert logins == sorted(["admin", "coordinator", "mayor", "officer", "second"])


@pytest.mark.parametrize(
    "login", ["officer", "second", "coordinator", "mayor", "police", "care", "auditor", "outsider"]
)
def test_nobody_else_manages_accounts(work_of, actors, login):
    actor = getattr(actors, login)
    for act in (
        users.list_users,
        lambda work: users.read_user(work, actors.officer.id),
        lambda work: users.add_user(work, "newcomer", "N", [Role.OFFICER]),
        lambda work: users.end_sessions(work, actors.officer.id),
        lambda work: users.change_user(
            work, actor.id, 1, "N", [Role.ADMIN], active=True, screened_until=None
        ),
    ):
        with pytest.raises(AccessDenied), work_of(actor) as work:
            act(work)


def test_a_new_colleague_can_come_in(work_of, actors, sessions):
    with work_of(actors.admin) as work:
        users.add_user(
            work,
            "new.colleague",
            " New Colleague ",
            [Role.OFFICER, Role.OFFICER],
            password=GOOD,
            screened_until=date(2027, 1, 1),
        )
    secret = entry.sign_in(sessions, "new.colleague", GOOD, NOW, LIMITS)
    visitor = entry.visitor(sessions, secret, NOW, LIMITS)
    assert visitor.actor.name == "New Colleague"
    assert visitor.actor.roles == {Role.OFFICER}
    assert visitor.organisation == "Gemeente Havermonde"


@pytest.mark.parametrize("login", ["", "a", "A.Capital", "with blank", "é", "x" * 81, "officer"])
def test_a_login_must_be_plain_and_free(work_of, actors, login):
    with pytest.raises(Invalid) as refusal, work_of(actors.admin) as work:
        users.add_user(work, login, "Name", [Role.OFFICER])
    assert refusal.value.where == {"field": "login"}


def test_an_account_in_another_organisation_cannot_be_made(work_of, actors):
    with pytest.raises(NotFound), work_of(actors.admin) as work:
        users.add_user(work, "newcomer", "Name", [Role.OFFICER], organisation="elsewhere")


@pytest.mark.parametrize("role", [Role.POLICE, Role.TAX, Role.PORT])
def test_a_role_of_another_kind_of_body_is_not_given(work_of, actors, role):
    with pytest.raises(Invalid), work_of(actors.admin) as work:
        users.add_user(work, "newcomer", "Name", [role])
    roles = [Role.OFFICER, role]
    with pytest.raises(Invalid), work_of(actors.admin) as work:
        users.change_user(work, actors.officer.id, 1, "O", roles, active=True, screened_until=None)


def test_people_of_another_organisation_do_not_exist_for_an_administrator(work_of, actors):
    said = set()
    for stranger in (actors.outsider.id, uuid4()):
        for act in (users.read_user, users.end_sessions, disable):
            with pytest.raises(NotFound) as refusal, work_of(actors.admin) as work:
                act(work, stranger)
            said.add((str(refusal.value), refusal.value.hint, str(refusal.value.where)))
    assert len(said) == 1


def disable(work, user_id):
    users.change_user(
        work, user_id, 1, "Outsider", [Role.OFFICER], active=False, screened_until=None
    )


def test_an_administrator_never_changes_the_own_account(work_of, actors, sessions):
    with pytest.raises(NotAllowed), work_of(actors.admin) as work:
        users.change_user(
            work,
            actors.admin.id,
            1,
            "A",
            [Role.ADMIN, Role.MAYOR],
            active=True,
            screened_until=None,
        )
    with sessions() as session:
        kept = session.get_one(User, actors.admin.id)
        assert {row.role for row in kept.roles} == {Role.ADMIN}


@pytest.mark.parametrize("name", ["", "  ", "x" * 201, "a\0b"])
def test_a_name_is_kept_only_when_it_is_one(work_of, actors, name):
    with pytest.raises(Invalid), work_of(actors.admin) as work:
        users.change_user(
            work, actors.officer.id, 1, name, [Role.OFFICER], active=True, screened_until=None
        )


@pytest.mark.parametrize("roles", [[Role.COORDINATOR], [Role.OFFICER, Role.COORDINATOR], []])
def test_other_roles_hold_at_once_for_every_sign_in_and_every_token(
    work_of, actors, sessions, signed_in, program, roles
):
    with work_of(actors.admin) as work:
        user = users.read_user(work, actors.officer.id)
        users.change_user(
            work, user.id, user.version, "Officer", roles, active=True, screened_until=None
        )
    visitors = [entry.visitor(sessions, secret, NOW, LIMITS) for secret in signed_in]
    visitors.append(entry.bearer(sessions, program, NOW).visitor)
    assert [visitor.actor.roles for visitor in visitors] == [set(roles)] * 3


def test_another_name_alone_ends_nothing(work_of, actors, sessions, signed_in):
    with work_of(actors.admin) as work:
        user = users.read_user(work, actors.officer.id)
        users.change_user(
            work,
            user.id,
            user.version,
            " O. Fictief ",
            [Role.OFFICER],
            active=True,
            screened_until=None,
        )
    assert alive(sessions, signed_in) == [True, True]
    assert entry.visitor(sessions, signed_in[0], NOW, LIMITS).actor.name == "O. Fictief"


def test_a_disabled_account_loses_every_sign_in(work_of, actors, sessions, signed_in):
    with work_of(actors.admin) as work:
        user = users.read_user(work, actors.officer.id)
        users.change_user(
            work,
            user.id,
            user.version,
            "Officer",
            [Role.OFFICER],
            active=False,
            screened_until=None,
        )
    assert alive(sessions, signed_in) == [False, False]
    assert entry.sign_in(sessions, "officer", GOOD, NOW, LIMITS) is None


def test_two_administrators_do_not_overwrite_each_other(work_of, actors):
    with pytest.raises(Changed) as clash, work_of(actors.admin) as work:
        users.change_user(
            work, actors.officer.id, 99, "Another", [Role.OFFICER], active=True, screened_until=None
        )
    assert ("name", "Another", "Officer") in clash.value.differences


def test_sign_ins_of_a_colleague_can_be_ended(work_of, actors, sessions, signed_in):
    with work_of(actors.admin) as work:
        assert users.end_sessions(work, actors.officer.id) == 2
        assert users.end_sessions(work, actors.officer.id) == 0
    assert alive(sessions, signed_in) == [False, False]


def test_one_ends_the_own_sign_ins_and_sees_them(work_of, actors, sessions, signed_in):
    with work_of(actors.officer) as work:
        assert len(users.read_account(work).sessions) == 2
        assert users.end_own_sessions(work) == 2
        assert users.read_account(work).sessions == ()
    assert alive(sessions, signed_in) == [False, False]


@pytest.fixture
def program(work_of, actors):
    """The secret of a token of the officer."""
    with work_of(actors.officer) as work:
        return tokens.issue_token(work, "reading terms into the planning board", 30).secret


def test_ending_sign_ins_revokes_the_tokens_too(work_of, actors, sessions, program, trail):
    assert entry.bearer(sessions, program, NOW) is not None
    with work_of(actors.admin) as work:
        users.end_sessions(work, actors.officer.id)
    assert entry.bearer(sessions, program, NOW) is None
    kinds = [event.kind for event in trail()]
    assert kinds == ["token.issued", "session.ended", "token.refused"]


def test_another_password_ends_all_but_this_sign_in(
    work_of, actors, sessions, signed_in, program, trail
):
    here = entry.visitor(sessions, signed_in[0], NOW, LIMITS).actor
    new = "eleven gulls above a lock"
    with work_of(here) as work:
        users.change_password(work, passwords.hash_of(new))
    assert alive(sessions, signed_in) == [True, False]
    assert entry.bearer(sessions, program, NOW) is None
    assert entry.sign_in(sessions, "officer", GOOD, NOW, LIMITS) is None
    assert entry.sign_in(sessions, "officer", new, NOW, LIMITS) is not None
    assert "user.changed" in [event.kind for event in trail()]


def test_a_language_is_remembered(work_of, actors, sessions):
    with work_of(actors.officer) as work:
        users.choose_language(work, Language.EN)
    with sessions() as session:
        assert session.get_one(User, actors.officer.id).language is Language.EN
        assert session.scalars(select(Session)).all() == []


def test_every_act_stands_in_the_trail(work_of, actors, trail):
    with work_of(actors.admin) as work:
        users.list_users(work)
        users.add_user(work, "newcomer", "Name", [Role.OFFICER])
        users.end_sessions(work, actors.officer.id)
    said = [(event.kind, event.actor_id) for event in trail()]
    kinds = ["user.listed", "user.added", "session.ended"]
    assert said == [(kind, actors.admin.id) for kind in kinds]


def test_a_screening_can_be_renewed_and_ended(work_of, actors, sessions, signed_in):
    for until, alive_then in ((date(2020, 1, 1), False), (date(2027, 1, 1), True), (None, True)):
        with work_of(actors.admin) as work:
            user = users.read_user(work, actors.officer.id)
            users.change_user(
                work,
                user.id,
                user.version,
                "Officer",
                [Role.OFFICER],
                active=True,
                screened_until=until,
            )
        assert alive(sessions, signed_in) == [alive_then] * 2


def test_roles_that_no_one_person_holds_are_refused_with_both_names(work_of, actors, sessions):
    every = [Role.OFFICER, Role.REVIEWER, Role.MAYOR, Role.AUDITOR, Role.ADMIN]
    for roles in ([Role.ADMIN, Role.OFFICER], [Role.OFFICER, Role.REVIEWER], every):
        with pytest.raises(Invalid) as refusal, work_of(actors.admin) as work:
            users.add_user(work, "newcomer", "Name", roles)
        assert refusal.value.where["field"] == "roles"
        assert refusal.value.params["one"] in str(refusal.value)
    both = [Role.REVIEWER, Role.OFFICER]
    with pytest.raises(Invalid), work_of(actors.admin) as work:
        users.change_user(
            work, actors.second.id, 1, "Second", both, active=True, screened_until=None
        )
    with sessions() as session:
        assert session.scalar(select(User).where(User.login == "newcomer")) is None


def test_a_sensitive_role_asked_for_a_colleague_waits(work_of, actors, sessions):
    with work_of(actors.admin) as work:
        user = users.read_user(work, actors.coordinator.id)
        both = [Role.COORDINATOR, Role.REVIEWER]
        users.change_user(
            work, user.id, user.version, "Coordinator", both, active=True, screened_until=None
        )
    with sessions() as session:
        kept = session.get_one(User, actors.coordinator.id)
        assert {row.role for row in kept.roles} == {Role.COORDINATOR}
        assert [grant.role for grant in kept.waiting] == [Role.REVIEWER]


def test_nobody_puts_a_first_password_in_the_place_of_one_that_its_owner_chose(
    work_of, actors, sessions
):
    given = {"first": passwords.first().digest}
    with work_of(actors.admin) as work:
        made = users.add_user(work, "new.colleague", "New", [Role.OFFICER], **given)
        key, version = made.id, made.version
    with work_of(actors.admin) as work:
        again = users.renew_first(work, key, version, passwords.first().digest)
        assert again.password_until > NOW
        owner = entry.actor_of(again)
    with sessions() as session:
        later = session.get_one(User, key).version + 1  # the owner's own change
    with work_of(owner) as work:
        users.change_password(work, passwords.hash_of(GOOD))
    with pytest.raises(Invalid), work_of(actors.admin) as work:
        users.renew_first(work, key, later, passwords.first().digest)
    assert entry.sign_in(sessions, "new.colleague", GOOD, NOW, LIMITS)
