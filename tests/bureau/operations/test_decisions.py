"""Who decides, when, on what, and what may be told to the register afterwards."""

from datetime import date

import pytest
from sqlalchemy import select

from bureau.errors import AccessDenied, Invalid, NotAllowed
from bureau.model import Decision, Screening
from bureau.operations import cases, decisions


def report(road, entities, day="04-02"):
    with road.by("officer", day) as work:
        decisions.register_report(work, road.id, entities, "own conclusion, serious danger")


def test_only_the_mayor_decides_and_only_when_it_is_time(road):
    with pytest.raises(NotAllowed) as early:
        road.decide(day="03-03")
    assert early.value.where["guard"] == "state"
    road.to_decision()
    for login in ("officer", "second", "outsider"):
        with pytest.raises(AccessDenied), road.by(login, "04-01") as work:
            decisions.decide(work, road.id, "refuse", "why")
    road.decide()
    with pytest.raises(NotAllowed):
        road.decide()


def test_nobody_decides_before_proportionality_is_weighed(road):
    """The guard of the intention asks for the memo as well, so this case came another way."""
    road.step("T02", "03-02")
    road.assess("03-03")
    road.step("T05", "03-04")
    for outcome in ("refuse", "grant"):
        with pytest.raises(NotAllowed) as refusal:
            road.decide(outcome, "03-05")
        assert refusal.value.where["guard"] == "weighing"
        assert "3:4" in refusal.value.where["basis"]
    with road.by("mayor", "03-05") as work:
        assert work.session.scalars(select(Decision)).all() == []


def test_a_burden_needs_a_view_first(road):
    road.step("T02", "03-02")
    road.assess("03-03").weigh("03-03")
    road.step("T05", "03-04")
    with pytest.raises(NotAllowed) as refusal:
        road.decide("refuse", "03-05")
    assert refusal.value.where["guard"] == "view_first"
    road.decide("grant", "03-05")


def test_the_intention_needs_the_memo(road):
    road.to_care()
    with pytest.raises(NotAllowed) as refusal:
        road.step("T31", "03-17")
    assert refusal.value.where["guard"] in ("measure_proportionate", "proportionality_recorded")


def test_no_danger_leads_to_a_grant_without_more(road):
    road.to_care(a="none", b="none")
    road.step("T28", "03-16")
    with pytest.raises(NotAllowed):
        road.decide("refuse", "03-17")
    road.decide("grant", "03-17")
    road.make_known("03-18")
    assert road.show("03-18")["state"] == "ST105"


def test_conditions_belong_to_a_grant_with_conditions(road):
    road.to_care(a="lesser").weigh()
    road.step("T29", "03-17")
    road.intend(intended="grant_with_conditions").hear()
    road.step("T35", "03-31")
    check = ("Yearly accounts are handed in.", date(2027, 4, 1))
    for outcome, conditions in (
        ("grant_with_conditions", ()),
        ("grant", (check,)),
        ("grant_with_conditions", (("", date(2027, 4, 1)),)),
        ("grant_with_conditions", (("Too early.", date(2026, 1, 1)),)),
        ("reward", ()),
        ("withdraw", ()),
    ):
        with pytest.raises(Invalid):
            road.decide(outcome, conditions=conditions)
    with pytest.raises(NotAllowed):
        road.decide("refuse")
    road.decide("grant_with_conditions", conditions=(check,))
    [decision] = road.show("04-01")["decisions"]
    assert decision["conditions"][0]["check"] == "2027-04-01"


def test_an_ordinary_ground_decides_without_the_wet_bibob(road):
    road.step("T02", "03-02")
    with road.by("officer", "03-03") as work:
        screening = work.session.scalars(select(Screening)).one()
        cases.record_scope_test(
            work,
            road.id,
            screening.version,
            ordinary_grounds="The zoning plan forbids it.",
            ordinary_ground_met=True,
        )
    road.step("T03", "03-03")
    road.decide("refuse", "03-04")


def test_a_decision_is_made_known_once(road):
    road.to_decision()
    with pytest.raises(NotAllowed) as refusal:
        road.make_known()
    assert refusal.value.where["guard"] == "decided"
    road.decide()
    road.make_known("04-13")
    clock = road.clock("DL11", "04-14")
    assert (clock["raw"], clock["due"]) == ("2026-05-25", "2026-05-26")  # worked example N
    assert road.clock("DL11", "06-01")["state"] == "stopped"
    with pytest.raises(NotAllowed):
        road.make_known("04-14")


@pytest.fixture
def known(road):
    road.to_decision().decide()
    return road.make_known()


def test_an_open_business_partner_is_never_reported(known):
    with known.by("officer", "04-02") as work:
        partner = known.add_company(work, "Open Partner B.V.", "R06")
    with pytest.raises(NotAllowed) as refusal:
        report(known, [partner])
    assert refusal.value.where["guard"] == "register_without_partners"
    with pytest.raises(NotAllowed):
        report(known, [known.applicant, partner])
    assert known.clock("DL12", "04-02")["state"] == "running"
    report(known, [known.applicant])
    assert known.clock("DL12", "04-03")["state"] == "stopped"
    assert known.show("04-03")["state"] == "ST120"


def test_the_report_is_due_in_two_working_days(known):
    assert known.clock("DL12", "04-01")["due"] == "2026-04-07"  # Good Friday and Easter between


def test_without_a_conclusion_nobody_is_reported(road):
    road.to_care(a="none", b="none")
    road.step("T28", "03-16")
    road.decide("grant", "03-17")
    road.make_known("03-18")
    with pytest.raises(NotAllowed) as refusal:
        report(road, [road.applicant], "03-19")
    assert refusal.value.where["guard"] == "danger_concluded"
    report(road, [], "03-19")


def test_an_objection_in_time_opens_the_review(known):
    with pytest.raises(NotAllowed) as refusal:
        known.step("T40", "05-19")
    assert refusal.value.where["guard"] == "objection_in_time"
    known.object("05-13", committee=True)
    assert known.clock("DL13", "05-14")["due"] == "2026-08-05"
    with pytest.raises(NotAllowed) as refusal:
        known.step("T41", "06-30")
    assert refusal.value.where["guard"] == "objection_reconsidered"
    known.answer_objection("07-01")
    assert known.clock("DL14", "07-02")["due"] == "2026-08-12"
    with pytest.raises(NotAllowed) as refusal:
        known.step("T42", "08-10")
    assert refusal.value.where["guard"] == "appeal_lodged"
    known.appeal("08-03")
    known.step("T42", "08-10")
    assert known.clock("DL15", "08-11")["due"] == "2026-09-21"
