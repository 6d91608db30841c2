"""Tokens of one's own: made for a purpose, shown once, taken back; nobody sees another's."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from bureau import entry
from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import Organisation, Token, User
from bureau.operations import tokens, users
from bureau.rules.vocabulary import Role
from tests.conftest import NOW

PURPOSE = "nightly reading of terms into the planning board"
DAY = timedelta(days=1)


@pytest.fixture
def issued(work_of, actors):
    with work_of(actors.officer) as work:
        return tokens.issue_token(work, PURPOSE, 30)


def user(session, login="officer"):
    return session.scalars(select(User).where(User.login == login)).one()


def test_the_secret_is_kept_nowhere(issued, sessions):
    with sessions() as session:
        [row] = session.scalars(select(Token))
        kept = [str(getattr(row, column.key)) for column in Token.__table__.columns]
    assert issued.secret.startswith(tokens.PREFIX)
    assert len(issued.secret) == len(tokens.PREFIX) + 43
    assert not any(issued.secret in value for value in kept)


def test_it_stands_for_its_owner_and_its_purpose(issued, sessions, actors):
    found = entry.bearer(sessions, issued.secret, NOW)
    assert (found.visitor.actor.id, found.purpose) == (actors.officer.id, PURPOSE)
    assert found.visitor.actor.roles == actors.officer.roles
    assert found.visitor.actor.session_id == issued.line.id


def test_a_secret_nobody_made_stands_for_nobody(issued, sessions):
    assert entry.bearer(sessions, issued.secret + "x", NOW) is None
    assert entry.bearer(sessions, "", NOW) is None


def test_it_runs_out(issued, sessions):
    assert entry.bearer(sessions, issued.secret, NOW + 29 * DAY)
    assert entry.bearer(sessions, issued.secret, NOW + 30 * DAY) is None


def test_a_disabled_owner_ends_it_at_once_and_the_attempt_is_kept(issued, sessions, trail):
    with sessions.begin() as session:
        user(session).active = False
    assert entry.bearer(sessions, issued.secret, NOW) is None
    assert trail()[-1].kind == "token.refused"
    assert trail()[-1].session_id == issued.line.id


def test_an_owner_who_moves_to_another_organisation_ends_it(issued, sessions):
    with sessions.begin() as session:
        other = session.scalars(select(Organisation).where(Organisation.code == "om")).one()
        user(session).organisation = other
    assert entry.bearer(sessions, issued.secret, NOW) is None


def test_a_role_that_is_taken_away_is_gone_at_once(issued, sessions):
    with sessions.begin() as session:
        user(session).roles = []
    assert entry.bearer(sessions, issued.secret, NOW).visitor.actor.roles == frozenset()


def test_the_last_use_is_shown_to_the_minute(issued, sessions, work_of, actors):
    for seconds in (0, 30, 90):
        entry.bearer(sessions, issued.secret, NOW + timedelta(seconds=seconds))
    with work_of(actors.officer) as work:
        [line] = tokens.list_tokens(work)
    assert line.used_at == NOW + timedelta(seconds=90)


def test_taking_it_back_ends_it_and_twice_changes_nothing(issued, sessions, work_of, actors):
    for moment in (NOW, NOW + DAY):
        with work_of(actors.officer, moment) as work:
            assert tokens.revoke_token(work, issued.line.id).revoked_at == NOW
    assert entry.bearer(sessions, issued.secret, NOW) is None


def test_another_persons_token_does_not_exist(issued, sessions, work_of, actors):
    with work_of(actors.second) as work:
        assert tokens.list_tokens(work) == ()
    for token_id in (issued.line.id, uuid4()):
        with pytest.raises(NotFound), work_of(actors.second) as work:
            tokens.revoke_token(work, token_id)
    assert entry.bearer(sessions, issued.secret, NOW)


@pytest.mark.parametrize("days", [0, -1, 91, 10**9])
def test_it_lasts_at_most_ninety_days(work_of, actors, days):
    with pytest.raises(Invalid) as refusal, work_of(actors.officer) as work:
        tokens.issue_token(work, PURPOSE, days)
    assert refusal.value.where == {"field": "days"}


@pytest.mark.parametrize("purpose", ["", "   ", "because", "x" * 201, "a purpose \0 of sorts"])
def test_a_purpose_says_something(work_of, actors, purpose):
    with pytest.raises(Invalid) as refusal, work_of(actors.officer) as work:
        tokens.issue_token(work, purpose, 30)
    assert refusal.value.where == {"field": "purpose"}


def test_few_are_in_use_at_once(work_of, actors):
    with work_of(actors.officer) as work:
        made = [tokens.issue_token(work, PURPOSE, 30) for _ in range(tokens.MOST_LIVE)]
    with pytest.raises(NotAllowed), work_of(actors.officer) as work:
        tokens.issue_token(work, PURPOSE, 30)
    with work_of(actors.officer) as work:
        tokens.revoke_token(work, made[0].line.id)
        tokens.issue_token(work, PURPOSE, 30)


def test_each_act_is_in_the_trail_under_its_owner(issued, work_of, actors, trail):
    with work_of(actors.officer) as work:
        tokens.list_tokens(work)
        tokens.revoke_token(work, issued.line.id)
    told = [(event.kind, event.scope) for event in trail()]
    owner = f"user:{actors.officer.id}"
    assert told == [(f"token.{kind}", owner) for kind in ("issued", "listed", "revoked")]
    assert issued.secret not in "".join(str(event.facts) for event in trail())


def test_a_program_changes_nothing_for_which_a_fresh_second_factor_is_asked(
    sessions, work_of, actors
):
    with work_of(actors.admin) as work:
        issued = tokens.issue_token(work, PURPOSE, 30)
    program = entry.bearer(sessions, issued.secret, NOW, NOW.date()).visitor.actor
    with work_of(program) as work:
        assert users.list_users(work)
    with pytest.raises(NotAllowed, match="second factor"), work_of(program) as work:
        users.add_user(work, "friend", "A Friend", [Role.OFFICER])
