"""In a case holds what agreements in force say of those that signed them."""

from datetime import timedelta

import pytest

from bureau.model import Case
from bureau.operations._power_map import binding, may_veto
from tests.bureau.operations.map_desk import Mapped
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test_agreements import END, TODAY, offer, sign

pytestmark = ON_SQLITE


@pytest.fixture
def desk(work_of, actors, sessions):
    made = Mapped(work_of, actors, sessions)
    made.fill()
    return made


def vetoes(desk, login, on=TODAY, subject="RESULT"):
    with desk.by("coordinator") as work:
        case = work.session.get_one(Case, desk.case)
        body = getattr(desk.actors, login).organisation_id
        return may_veto(work, case, subject, body, on)


def test_nothing_binds_before_it_is_signed_or_after_it_ended(desk):
    assert not vetoes(desk, "police")
    desk.bind()
    assert vetoes(desk, "police")
    assert vetoes(desk, "tax")
    assert not vetoes(desk, "coordinator")
    assert not vetoes(desk, "police", subject="CLOSURE_13B")
    assert not vetoes(desk, "police", subject="")
    assert not vetoes(desk, "police", END + timedelta(days=1))


def test_of_a_party_that_did_not_sign_nothing_holds(desk, work_of, actors):
    offer(work_of, actors.coordinator, desk.agreement)
    for code in ("havermonde", "police"):
        sign(work_of, actors.coordinator, desk.agreement, code)
    assert vetoes(desk, "police")
    assert not vetoes(desk, "tax")
    with desk.by("coordinator") as work:
        case = work.session.get_one(Case, desk.case)
        bodies = {key[1] for key in binding(work, case, TODAY)}
        assert desk.actors.tax.organisation_id not in bodies
