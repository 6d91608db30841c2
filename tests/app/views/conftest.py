"""A screening in the house of these tests, as far along its road as a test wants."""

from types import SimpleNamespace

import pytest
from sqlalchemy import select

from bureau.model import User
from bureau.policy import Actor
from bureau.work import begin
from tests.bureau.operations.road import Road
from tests.conftest import NOW


@pytest.fixture
def house(app):
    """Work in the name of the people of this house, beside its web pages."""
    factory = app.extensions["sessions"]
    with factory() as session:
        people = {
            user.login: Actor(
                user.id, user.organisation_id, frozenset(r.role for r in user.roles), user.name
            )
            for user in session.scalars(select(User))
        }

    def work_of(actor, now=NOW, purpose="test of the house"):
        return begin(factory, actor, now, purpose=purpose)

    return SimpleNamespace(actors=SimpleNamespace(**people), work_of=work_of)


@pytest.fixture
def road(house):
    """A screening received on 2 March 2026, the day on which this house stands still."""
    return Road(house.work_of, house.actors)


@pytest.fixture
def officer(client_of):
    """The officer at the keyboard."""
    return client_of("officer")
