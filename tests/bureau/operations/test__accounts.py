"""An account begins once, and its sign-ins end together."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bureau import entry
from bureau.errors import Invalid
from bureau.model import Organisation, User
from bureau.operations import _accounts
from bureau.rules.events import EventKind
from bureau.trust import passwords
from tests.conftest import NOW

LIMITS = entry.Limits(idle=timedelta(minutes=30), longest=timedelta(hours=10))
GOOD = "a quay with seven cranes"


def test_an_account_begins_without_roles_and_with_a_free_login(work_of, actors):
    with work_of(actors.admin) as work:
        body = work.session.get_one(Organisation, actors.admin.organisation_id)
        user = _accounts.added(work, body, "newcomer", " N ")
        assert (user.name, user.roles) == ("N", [])
        for login in ("officer", "A.Capital", "x"):
            with pytest.raises(Invalid):
                _accounts.added(work, body, login, "N")
        work.undo()


def test_every_sign_in_ends_but_the_one_that_is_spared(work_of, actors, sessions):
    with sessions.begin() as session:
        user = session.scalar(select(User).where(User.login == "officer"))
        user.password_hash = passwords.hash_of(GOOD)
    secrets = [entry.sign_in(sessions, "officer", GOOD, NOW, LIMITS) for _ in range(2)]
    with work_of(actors.admin) as work:
        user = work.session.get_one(User, actors.officer.id)
        assert _accounts.end(work, user) == _accounts.Ended(2, 0)
        work.record(EventKind.SIGNED_OUT, user)
    assert not any(entry.visitor(sessions, secret, NOW, LIMITS) for secret in secrets)
