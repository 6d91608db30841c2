"""Sharing a case: need to know, in capacity, and without telling who exists."""

import pytest

from bureau.errors import AccessDenied, Invalid, NotAllowed, NotFound
from bureau.model import AgendaItem
from bureau.operations import cases, members
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table

pytestmark = ON_SQLITE


def share(road, login, by="officer"):
    with road.by(by) as work:
        members.share_case(work, road.id, login, "reader", "needed")


def test_a_member_can_read_and_one_taken_off_cannot(road):
    share(road, "coordinator")
    assert road.show(login="coordinator")["case"] == road.reference
    with road.by("officer") as work:
        members.unshare_case(work, road.id, "coordinator", "no longer needed")
    with pytest.raises(AccessDenied):
        road.show(login="coordinator")


def test_the_handler_chooses_among_colleagues_who_may_be_added_and_do_not_take_part(road):
    with road.by("officer") as work:
        found = {one.login: one.roles for one in members.list_colleagues(work, road.id)}
    assert found["coordinator"] == ("coordinator",)
    assert not {"officer", "second", "mayor", "police", "auditor", "admin"} & set(found)
    with road.by("officer") as work:
        for login in found:
            members.share_case(work, road.id, login, "reader", "needed")
    with pytest.raises(AccessDenied), road.by("second") as work:
        members.list_colleagues(work, road.id)


@pytest.mark.parametrize("login", ["nobody", "police", "care", "auditor", "admin", "outsider"])
def test_an_unknown_person_and_one_who_may_not_be_added_answer_alike(road, login):
    with pytest.raises(NotFound) as refusal:
        share(road, login)
    with pytest.raises(NotFound) as unknown:
        share(road, "nobody-at-all")
    assert str(refusal.value) == str(unknown.value)
    assert (refusal.value.where, refusal.value.hint) == (unknown.value.where, unknown.value.hint)


def test_partners_can_be_members_of_a_partnership_but_helpers_never(work_of, actors):
    with work_of(actors.coordinator) as work:
        case = cases.open_case(work, "partnership", "Havenkwartier")
        for login in ("police", "tax", "port"):
            members.share_case(work, case.id, login, "partner", "takes part")
        with pytest.raises(NotFound):
            members.share_case(work, case.id, "care", "helper", "no")
        assert len(case.members) == 4


def test_nobody_is_added_twice_and_the_last_handler_stays(road):
    with pytest.raises(Invalid):
        share(road, "second")
    with pytest.raises(NotAllowed) as refusal, road.by("officer") as work:
        members.unshare_case(work, road.id, "officer", "leaving")
    assert refusal.value.where["guard"] == "handler"
    with pytest.raises(NotFound), road.by("officer") as work:
        members.unshare_case(work, road.id, "police", "was never here")


def test_only_whoever_handles_the_case_shares_it(road, trail):
    for login in ("second", "mayor", "outsider"):
        with pytest.raises(AccessDenied):
            share(road, "coordinator", by=login)
    share(road, "coordinator")
    event = trail()[-1]
    assert (event.kind, event.facts["capacity"]) == ("case.shared", "reader")
    assert "needed" not in str(event.facts)
    assert "Coordinator" not in str(event.facts)


@pytest.mark.parametrize(("state", "left"), [("in_session", 0), ("closed", 1)])
def test_whoever_leaves_a_case_loses_the_seats_of_its_open_meetings(work_of, actors, state, left):
    table = Table(work_of, actors, state)
    with table.by("coordinator") as work:
        members.unshare_case(work, table.case, "police", "no longer needed")
    with table.by("coordinator") as work:
        seats = work.session.get_one(AgendaItem, table.item).seats
        assert sum(seat.user_id == actors.police.id for seat in seats) == left
        assert any(seat.user_id == actors.tax.id for seat in seats)


def test_whoever_does_not_decide_is_not_added_as_the_one_who_does(work_of, actors, case_id):
    with pytest.raises(Invalid) as refused, work_of(actors.officer) as work:
        members.share_case(work, case_id, "coordinator", "decision_maker", "to decide")
    assert refused.value.where["field"] == "capacity"
    with work_of(actors.officer) as work:
        row = members.share_case(work, case_id, "mayor", "decision_maker", "to decide")
        assert row.capacity == "decision_maker"
