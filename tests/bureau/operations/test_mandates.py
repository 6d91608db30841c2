"""The mandate register: two people, and no decision without it."""

from datetime import date

import pytest
from sqlalchemy import delete

from bureau.errors import AccessDenied, Invalid, NotAllowed, NotFound
from bureau.model import Mandate
from bureau.operations import mandates
from bureau.operations.case_files import read_case
from bureau.rules.vocabulary import Role
from tests.bureau.operations.road import ON_SQLITE, Road, at

pytestmark = ON_SQLITE
D = date.fromisoformat


@pytest.fixture
def emptied(sessions, actors):
    """A house whose register holds nothing."""
    with sessions.begin() as session:
        session.execute(delete(Mandate))
    return actors


@pytest.fixture
def second_admin(sessions, emptied, work_of):
    """Another administrator of the same house."""
    from bureau.entry import actor_of
    from bureau.model import User, UserRole

    with sessions.begin() as session:
        user = User(login="admin2", name="Admin Two", organisation_id=emptied.admin.organisation_id)
        user.roles = [UserRole(role=Role.ADMIN)]
        session.add(user)
        session.flush()
        session.refresh(user)
        return actor_of(user)


def add(work_of, actor, **said):
    with work_of(actor) as work:
        return mandates.add_mandate(
            work, "college", "Mandaatbesluit 2026, nr. 3", D("2026-01-01"), **said
        ).id


def settle(work_of, actor, mandate_id, confirmed=True, reason=""):
    with work_of(actor) as work:
        version = mandates.read_mandate(work, mandate_id).version
    with work_of(actor) as work:
        mandates.settle_mandate(work, mandate_id, version, reason, confirmed=confirmed)


def to_college_decision(work_of, actors):
    road = Road(work_of, actors, scope="SC09")
    return road.to_decision()


def test_a_decision_of_the_college_needs_a_mandate(work_of, emptied, second_admin):
    road = to_college_decision(work_of, emptied)
    with road.by("mayor", "04-01") as work:
        assert mandates.own_right(work, road.id) is None
    with pytest.raises(NotAllowed) as refusal:
        road.decide()
    assert refusal.value.where == {
        "guard": "mandate_held",
        "basis": "Awb 10:3; Gemeentewet 160, 171",
    }
    mandate_id = add(work_of, emptied.admin)
    with pytest.raises(NotAllowed):
        road.decide()
    settle(work_of, second_admin, mandate_id)
    road.decide()
    road.make_known()
    with road.by("mayor", "04-02") as work:
        right = mandates.own_right(work, road.id)
        assert (right.organ_name.en, right.decree) == (
            "municipal executive (college)",
            "Mandaatbesluit 2026, nr. 3",
        )
        assert read_case(work, road.id).decisions[-1].organ == "college"


def test_the_mayor_needs_none_for_a_mayoral_decision(work_of, emptied):
    road = Road(work_of, emptied)
    road.to_decision().decide()
    with road.by("mayor", "04-02") as work:
        decision = read_case(work, road.id).decisions[-1]
        assert (decision.organ, decision.mandate_id) == ("mayor", None)


def test_whoever_entered_a_mandate_does_not_confirm_it(work_of, emptied, second_admin):
    mandate_id = add(work_of, emptied.admin)
    with pytest.raises(NotAllowed):
        settle(work_of, emptied.admin, mandate_id)
    with pytest.raises(Invalid):
        settle(work_of, second_admin, mandate_id, confirmed=False)
    settle(work_of, second_admin, mandate_id, confirmed=False, reason="no such decree")
    with pytest.raises(NotAllowed):
        settle(work_of, second_admin, mandate_id)
    with work_of(emptied.officer) as work:
        [line] = mandates.list_mandates(work)
        assert (line.state, line.in_force, line.reason) == ("refused", False, "no such decree")


def test_an_ended_mandate_gives_no_right_any_more(work_of, emptied, second_admin):
    mandate_id = add(work_of, emptied.admin, login="mayor", kinds=["licence"], covered=["SC09"])
    settle(work_of, second_admin, mandate_id)
    with work_of(emptied.admin, at("03-20")) as work:
        row = mandates.read_mandate(work, mandate_id)
        with pytest.raises(Invalid):
            mandates.end_mandate(work, mandate_id, row.version, D("2026-03-19"), "left")
        mandates.end_mandate(work, mandate_id, row.version, D("2026-03-31"), "left the house")
    road = to_college_decision(work_of, emptied)
    with pytest.raises(NotAllowed):
        road.decide()
    with work_of(emptied.admin, at("04-02")) as work:
        version = mandates.read_mandate(work, mandate_id).version
        with pytest.raises(Invalid):
            mandates.end_mandate(work, mandate_id, version, D("2026-12-31"), "longer")


@pytest.mark.parametrize(
    "said",
    [
        {"login": "nobody"},
        {"login": "officer"},
        {"login": "police"},
        {"kinds": ["parking"]},
        {"covered": ["SC99"]},
        {"until_on": D("2025-12-31")},
    ],
)
def test_what_cannot_be_is_refused(work_of, emptied, said):
    with pytest.raises(Invalid):
        add(work_of, emptied.admin, **said)


def test_only_an_administrator_of_the_house_manages_the_register(work_of, emptied):
    with pytest.raises(AccessDenied):
        add(work_of, emptied.officer)
    mandate_id = add(work_of, emptied.admin)
    with work_of(emptied.police) as work:
        assert mandates.list_mandates(work) == ()
    with pytest.raises(NotFound), work_of(emptied.admin) as work:
        mandates.read_mandate(work, work.actor.id)
    assert mandate_id


def test_nobody_judges_the_objection_to_a_decision_of_their_own_mandate(
    work_of, emptied, second_admin
):
    settle(work_of, second_admin, add(work_of, emptied.admin))
    road = to_college_decision(work_of, emptied)
    road.decide()
    road.make_known().object("05-04")
    with pytest.raises(NotAllowed) as refusal:
        road.answer_objection("06-01")
    assert refusal.value.where["basis"] == "Awb 10:3(3)"


def test_each_act_leaves_a_line(work_of, emptied, second_admin, trail):
    settle(work_of, second_admin, add(work_of, emptied.admin))
    kinds = [event.kind for event in trail()]
    assert [kind for kind in kinds if kind.startswith("mandate.")] == [
        "mandate.asked",
        "mandate.listed",
        "mandate.confirmed",
    ]
