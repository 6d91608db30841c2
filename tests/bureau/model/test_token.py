"""Tokens: only a digest is kept, and they end with time, by hand, or with their owner's place."""

from datetime import timedelta
from uuid import uuid4

import pytest

from bureau.model import Organisation, Token, User
from bureau.model.token import digest_of
from tests.conftest import NOW

HOME = uuid4()


def token(active=True, organisation=HOME, until=None, kind="MUN_MAYOR", **more):
    user = User(login="x", name="X", active=active, organisation_id=organisation)
    user.screened_until = until
    user.organisation = Organisation(id=organisation, code="x", name="X", kind=kind)
    given = {"expires_at": NOW + timedelta(days=1), **more}
    return Token(digest=digest_of("x"), user=user, organisation_id=HOME, purpose="p", **given)


def test_a_digest_is_32_bytes_and_not_the_secret():
    assert len(digest_of("bureau_x")) == 32
    assert digest_of("bureau_x") != digest_of("bureau_y")


@pytest.mark.parametrize(
    ("made", "usable"),
    [
        (token(), True),
        (token(expires_at=NOW), False),
        (token(revoked_at=NOW), False),
        (token(active=False), False),
        (token(kind="POLICE"), False),
        (token(until=NOW.date()), True),
        (token(until=NOW.date() - timedelta(days=1)), False),
        (token(organisation=uuid4()), False),
    ],
)
def test_it_is_usable_while_it_lasts_and_its_owner_is_in_place(made, usable):
    assert made.usable(NOW) is usable
