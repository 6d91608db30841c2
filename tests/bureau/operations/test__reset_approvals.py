"""What is asked about a lost second factor, and by which people of the house."""

from sqlalchemy import select

from bureau.model import User
from bureau.operations._reset_approvals import FACTORS, OF_TRACK, RESET
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_an_account_of_the_victim_track_is_a_matter_of_that_track(work_of, actors):
    with work_of(actors.admin) as work:
        people = {user.login: FACTORS.act(user) for user in work.session.scalars(select(User))}
    assert (people["care"], people["officer"], people["admin"]) == (OF_TRACK, RESET, RESET)


def test_what_is_asked_names_the_owner_and_counts_nothing_that_is_not_there(work_of, actors):
    with work_of(actors.admin) as work:
        thing = FACTORS.thing(work, work.session.get_one(User, actors.officer.id))
    assert (thing.says["login"], thing.says["factors"], thing.says["paper"]) == ("officer", [], 0)
    assert thing.given_to == actors.officer.id
