"""A calendar address ends by hand or with its owner's place."""

from datetime import timedelta
from uuid import uuid4

import pytest

from bureau.model import CalendarFeed, Organisation, User
from bureau.model.token import digest_of
from tests.conftest import NOW

HOME = uuid4()


def feed(active=True, organisation=HOME, kind="MUN_MAYOR", **more):
    user = User(login="x", name="X", active=active, organisation_id=organisation)
    user.organisation = Organisation(id=organisation, code="x", name="X", kind=kind)
    more = {"ends_on": NOW.date(), **more}
    return CalendarFeed(digest=digest_of("x"), user=user, organisation_id=HOME, **more)


@pytest.mark.parametrize(
    ("made", "usable"),
    [
        (feed(), True),
        (feed(revoked_at=NOW), False),
        (feed(ends_on=NOW.date() - timedelta(days=1)), False),
        (feed(active=False), False),
        (feed(kind="POLICE"), False),
        (feed(organisation=uuid4()), False),
    ],
)
def test_it_is_usable_while_its_owner_is_in_place(made, usable):
    assert made.usable(NOW) is usable
