"""Which clocks run in which part of the road."""

import pytest

from tests.bureau.operations.road import ON_SQLITE, Road

pytestmark = ON_SQLITE


def terms(road, day):
    return [(clock["term"], clock["state"]) for clock in road.show(day)["clocks"]]


def test_the_decision_term_comes_first_and_open_clocks_before_stopped_ones(road):
    road.to_returned()
    assert terms(road, "03-09") == [("DL01", "running"), ("DL02", "stopped")]


def test_a_suspension_in_the_future_is_not_counted_before_its_day(road):
    from datetime import date

    from bureau.model import Suspension
    from bureau.operations import suspensions

    with road.by("officer", "04-20") as work:
        suspensions.suspend(work, road.id, "SUS3", "agreed", until=date(2026, 5, 17))
        assert work.session.get(Suspension, road.id) is None
    assert road.clock("DL01", "04-19")["suspended_days"] == 0
    assert road.clock("DL01", "06-01")["suspended_days"] == 28


def test_a_withdrawn_application_stops_the_clock(road):
    road.step("T38", "03-10")
    assert terms(road, "03-20") == [("DL01", "stopped")]
    road.step("T39", "03-11")
    assert road.show("03-20")["state"] == "ST105"


def test_an_advice_that_is_used_owes_no_report(road):
    road.to_assessment()
    road.ask_advice("04-07")
    road.receive_advice("05-20")
    road.assess("05-20").weigh("05-20").step("T31", "05-20")
    road.intend("05-20", "06-03").hear("06-01")
    road.step("T35", "06-03")
    road.decide(day="06-04")
    road.make_known("06-04")
    found = dict(terms(road, "06-05"))
    assert "DL12" not in found
    assert found["DL07"] if "DL07" in found else found["DL06"] == "stopped"
    assert found["DL16"] == "running"


@pytest.mark.parametrize(("scope", "objection"), [("SC02", True), ("SC20", True), ("SC22", False)])
def test_only_a_decision_of_public_law_can_be_objected_to(work_of, actors, scope, objection):
    road, outcome = Road(work_of, actors, scope=scope), "refuse" if objection else "no_deal"
    road.to_care().weigh().step("T31", "03-17")
    road.intend(intended=outcome).hear()
    road.step("T35", "03-31")
    road.decide(outcome)
    road.make_known()
    assert ("DL11" in [term for term, _ in terms(road, "04-02")]) is objection
