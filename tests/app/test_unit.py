"""The unit of work of a request: in the name of whoever is signed in, for a purpose."""

import pytest
from flask_login import login_user
from sqlalchemy import select

from app.login import SignedIn
from app.unit import DEFAULT_PURPOSE, confirm, unit
from bureau.entry import Visitor, actor_of
from bureau.errors import Invalid
from bureau.model import Event, User
from bureau.operations import users
from bureau.rules.vocabulary import Language
from tests.conftest import NOW
from tests.walls.visiting import PASSWORD


@pytest.fixture
def seated(app):
    """A request of the officer."""
    with app.extensions["sessions"]() as store:
        actor = actor_of(store.scalar(select(User).where(User.login == "officer")))
    person = SignedIn("-", Visitor(actor, "officer", "Gemeente Havermonde", Language.EN))
    with app.test_request_context():
        app.preprocess_request()
        login_user(person)
        yield actor


@pytest.fixture
def last(app):
    """The last line of the trail."""

    def read():
        with app.extensions["sessions"]() as store:
            return store.scalars(select(Event).order_by(Event.seq.desc())).first()

    return read


def test_work_is_done_by_whoever_is_signed_in_at_the_moment_of_the_house(seated):
    with unit() as work:
        assert (work.actor, work.now) == (seated, NOW)
        users.read_account(work)


@pytest.mark.parametrize("purpose", [DEFAULT_PURPOSE, "control of lawfulness"])
def test_the_trail_says_what_it_was_for_and_which_request_it_was(seated, last, purpose):
    from flask import g

    with unit(purpose) as work:
        users.read_account(work)
    event = last()
    assert (event.actor_id, event.purpose) == (seated.id, purpose)
    assert event.request_id == g.request_id


def test_what_is_refused_half_way_leaves_nothing_behind(app, seated):
    def half_way():
        with unit() as work:
            users.choose_language(work, Language.EN)
            raise Invalid("Half way.")

    with pytest.raises(Invalid):
        half_way()
    with app.extensions["sessions"]() as store:
        user = store.scalar(select(User).where(User.login == "officer"))
        assert user.language is Language.NL


@pytest.mark.usefixtures("seated")
def test_a_grave_act_takes_the_own_password():
    confirm(PASSWORD)


@pytest.mark.usefixtures("seated")
@pytest.mark.parametrize("typed", ["eight cranes on a quay", "", None])
def test_any_other_password_stops_it(last, typed):
    with pytest.raises(Invalid) as told:
        confirm(typed)
    assert told.value.where == {"field": "password"}
    assert last().outcome == "refused"
