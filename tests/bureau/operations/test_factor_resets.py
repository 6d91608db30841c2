"""A lost second factor goes after two people said so, and of the victim track its own people."""

import pytest
from sqlalchemy import select

from bureau.errors import AccessDenied, Invalid, NotAllowed, NotFound
from bureau.model import Factor, RecoveryCode, Session, User
from bureau.operations import approvals, factor_resets, factors, organisations
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Role
from tests.bureau.operations.agreeing import agree_to, second_administrator, waiting
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test_factors import code
from tests.bureau.operations.test_grants import somebody
from tests.conftest import NOW, give_clearances

pytestmark = ON_SQLITE
BODY = "veilige-haven"
WHY = "She came by in person with her passport."


def enrolled(work_of, actor):
    """An account with an app and codes on paper."""
    with work_of(actor) as work:
        made = factors.begin_app(work, "Telephone")
    with work_of(actor) as work:
        factors.confirm_app(work, made.factor_id, code(made.secret))
    return made.factor_id


@pytest.fixture
def lost(work_of, actors, sessions):
    made = enrolled(work_of, actors.officer)
    with sessions.begin() as session:
        moments = dict.fromkeys(("opened_at", "seen_at", "expires_at"), NOW)
        session.add(Session(user_id=actors.officer.id, digest=b"d" * 32, **moments))
    return made


@pytest.fixture
def other(sessions, actors):
    return second_administrator(sessions, actors.admin)


def asked(work_of, actor, user_id, reason=WHY):
    with work_of(actor) as work:
        return factor_resets.ask_reset(work, user_id, reason).id


def test_after_two_people_the_factors_are_gone_the_sign_ins_ended_and_the_owner_told(
    work_of, actors, sessions, lost, other, trail
):
    request = asked(work_of, actors.admin, actors.officer.id)
    with work_of(actors.admin) as work:
        assert factor_resets.read_lost(work, actors.officer.id).waits_until
    with work_of(actors.officer) as work:
        [told] = factor_resets.list_told(work)
        assert (told.asked_by, told.agreed_at) == ("Admin", None)
    assert agree_to(lambda: work_of(other), request) == "used"
    with sessions() as session:
        assert session.get_one(Factor, lost).removed_at == NOW
        assert not [row for row in session.scalars(select(RecoveryCode)) if row.works]
        open_now = select(Session).where(
            Session.user_id == actors.officer.id, Session.ended_at.is_(None)
        )
        assert session.scalars(open_now).all() == []
    [event] = [row for row in trail() if row.kind == EventKind.FACTOR_RESET]
    assert event.facts == {"asked_by": str(actors.admin.id), "count": 1, "sessions": 1}
    with work_of(actors.officer) as work:
        [told] = factor_resets.list_told(work)
        assert (told.asked_by, told.agreed_by) == ("Admin", "Two")
        factors.begin_app(work, "New telephone")


def test_the_second_person_sees_whose_and_which_and_a_change_makes_it_void(
    work_of, actors, lost, other
):
    request = asked(work_of, actors.admin, actors.officer.id)
    with work_of(other) as work:
        seen = approvals.open_request(work, request)
    assert (seen.says["login"], seen.says["paper"]) == ("officer", factors.PAPER_CODES)
    assert seen.says["factors"][0].startswith("Telephone (")
    with work_of(actors.officer) as work:
        factors.remove_factor(work, lost)
    with pytest.raises(NotAllowed), work_of(other) as work:
        approvals.approve(work, request, seen.version, seen.digest)


def test_neither_who_asked_nor_whose_they_are_nor_somebody_else_agrees(
    work_of, actors, lost, other
):
    request = asked(work_of, actors.admin, actors.officer.id)
    for actor in (actors.admin, actors.officer, actors.second):
        with pytest.raises((NotAllowed, NotFound, AccessDenied)):
            agree_to(lambda who=actor: work_of(who), request)
    assert request in waiting(lambda: work_of(other), "factor_reset")


def test_it_needs_a_reason_a_factor_somebody_else_and_leave(work_of, actors, lost):
    with pytest.raises(Invalid):
        asked(work_of, actors.admin, actors.officer.id, " ")
    with pytest.raises(NotAllowed, match="no second factor"):
        asked(work_of, actors.admin, actors.second.id)
    with pytest.raises(NotAllowed, match="own account"):
        asked(work_of, actors.admin, actors.admin.id)
    with pytest.raises(AccessDenied):
        asked(work_of, actors.coordinator, actors.officer.id)
    asked(work_of, actors.admin, actors.officer.id)
    with pytest.raises(NotAllowed, match="waits for a second person"):
        asked(work_of, actors.admin, actors.officer.id)


def test_of_the_victim_track_its_lead_asks_a_helper_agrees_and_no_administrator_does_either(
    work_of, actors, sessions, other, lost
):
    with work_of(actors.admin) as work:
        organisations.add_organisation(work, BODY, "Veilige Haven", "NGO")
    lead = somebody(sessions, "lead", [Role.CARE, Role.CARE_LEAD], BODY)
    helper = somebody(sessions, "helper", [Role.CARE], BODY)
    owner = somebody(sessions, "owner", [Role.CARE], BODY)
    with sessions.begin() as session:
        give_clearances(session, "the helpers")
    enrolled(work_of, owner)
    for admin in (actors.admin, other):
        with pytest.raises(NotAllowed) as stop:
            asked(work_of, admin, owner.id)
        assert stop.value.where["guard"] == "victim track"
    with pytest.raises(NotFound):
        asked(work_of, lead, actors.officer.id)
    request = asked(work_of, lead, owner.id)
    for actor in (other, lead, owner):
        with pytest.raises((NotAllowed, NotFound, AccessDenied)):
            agree_to(lambda who=actor: work_of(who), request)
    assert agree_to(lambda: work_of(helper), request) == "used"
    with sessions() as session:
        held = select(Factor).where(Factor.user_id == owner.id)
        assert not [row for row in session.scalars(held) if row.works]
        assert session.get_one(User, owner.id).active
