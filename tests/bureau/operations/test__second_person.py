"""Whether an answer would count is looked up afresh, whatever the session holds."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import User, UserRole
from bureau.operations import holds
from bureau.operations._second_person import digest_of
from bureau.rules.vocabulary import Role
from tests.bureau.operations.agreeing import agree_to
from tests.bureau.operations.road import ON_SQLITE


def test_a_digest_is_over_the_act_and_all_that_is_shown_in_any_order():
    one = digest_of("role", {"name": "A", "role": "auditor"})
    assert one == digest_of("role", {"role": "auditor", "name": "A"})
    assert one != digest_of("mandate", {"name": "A", "role": "auditor"})
    assert one != digest_of("role", {"name": "A", "role": "admin"})


@ON_SQLITE
def test_a_role_that_was_taken_away_meanwhile_gives_no_leave(road, sessions):
    with road.by("officer") as work:
        holds.set_hold(work, road.id, "a claim")
        asked = holds.ask_lifting(work, road.id, "over").id
    with sessions.begin() as session:
        user = session.scalars(select(User).where(User.login == "second")).one()
        user.roles = [UserRole(role=Role.COORDINATOR)]
    stale = replace(road.actors.second, roles=frozenset({Role.REVIEWER}))
    with pytest.raises(NotAllowed, match="leave"):
        agree_to(lambda: road.work_of(stale), asked)
