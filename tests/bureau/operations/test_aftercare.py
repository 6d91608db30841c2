"""After the decision: conditions watched, a new screening linked, the file closed."""

from datetime import date

import pytest
from sqlalchemy import select, update

from bureau.errors import Changed, Invalid, NotAllowed
from bureau.model import Condition, Screening
from bureau.operations import aftercare, decisions


@pytest.fixture
def watched(road):
    road.to_care(a="lesser").weigh()
    road.step("T29", "03-17")
    road.intend(intended="grant_with_conditions").hear()
    road.step("T35", "03-31")
    road.decide("grant_with_conditions", conditions=(("Accounts.", date(2026, 10, 1)),))
    road.make_known()
    with road.by("officer", "04-02") as work:
        decisions.register_report(work, road.id, [road.applicant], "lesser danger")
    with road.by("officer", "04-02") as work:
        condition = work.session.scalars(select(Condition)).one()
        road.condition, road.version = condition.id, condition.version
    return road


def check(road, version, status, **more):
    with road.by("officer", "10-01") as work:
        aftercare.check_condition(work, road.id, road.condition, version, status, **more)


def test_a_check_is_kept_and_planned_again(watched):
    check(watched, watched.version, "open", result="in order", next_check=date(2027, 10, 1))
    with pytest.raises(Changed):
        check(watched, watched.version, "met")
    [decision] = watched.show("10-02")["decisions"]
    assert decision["conditions"][0]["check"] == "2027-10-01"


def test_without_a_day_it_comes_back_after_the_period_of_the_library(watched, sessions):
    with sessions.begin() as store:
        store.execute(update(Condition).values(again=180))
    check(watched, watched.version, "open", result="in order")
    [decision] = watched.show("10-02")["decisions"]
    assert decision["conditions"][0]["check"] == "2027-03-30"


def test_a_breach_is_described(watched):
    with pytest.raises(Invalid):
        check(watched, watched.version, "breached")
    with pytest.raises(Invalid):
        check(watched, watched.version, "forgotten")
    check(watched, watched.version, "breached", result="no accounts were handed in")


def test_a_file_closes_when_nothing_is_watched_any_more(watched):
    def close():
        with watched.by("officer", "10-02") as work:
            aftercare.close_case(work, watched.id, "licence ended")

    with pytest.raises(Invalid):
        close()
    check(watched, watched.version, "ended", result="licence ended")
    close()
    assert watched.show("10-03")["state"] == "ST199"
    assert watched.show("10-03")["steps"] == []


def test_a_new_screening_is_linked_and_of_the_running_licence(watched, trail):
    with pytest.raises(NotAllowed) as refusal:
        watched.step("T44", "10-01")
    assert refusal.value.where["guard"] == "opens_case"
    with watched.by("officer", "10-01") as work:
        new = aftercare.screen_again(work, watched.id, "Again", "a new financier")
        work.session.flush()
        kept = work.session.scalars(select(Screening).where(Screening.case_id == new.id)).one()
        assert (new.state, kept.stage, kept.previous_id) == ("ST20", "existing", watched.id)
        assert kept.received_on == date(2026, 10, 1)
    assert watched.show("10-02")["state"] == "ST120"
    assert trail()[-2].facts["transition"] == "T44"


def test_a_new_screening_only_follows_a_finished_one(road):
    with pytest.raises(NotAllowed), road.by("officer") as work:
        aftercare.screen_again(work, road.id, "Again", "why")


def test_the_plan_of_monitoring_is_kept_with_its_version(watched):
    def plan(version, text):
        with watched.by("officer", "10-01") as work:
            aftercare.plan_monitoring(work, watched.id, version, text)

    with watched.by("officer", "10-01") as work:
        version = work.session.scalars(select(Screening)).one().version
    plan(version, "a visit every quarter")
    with pytest.raises(Changed):
        plan(version, "a visit every year")


def test_a_condition_is_not_watched_before_the_decision_is_made_known(road):
    road.to_decision()
    road.decide("grant_with_conditions", conditions=(("Accounts.", date(2026, 10, 1)),))
    with road.by("officer", "04-01") as work:
        condition = work.session.scalars(select(Condition)).one()
        said = (road.id, condition.id, condition.version, "met")
        with pytest.raises(NotAllowed) as refused:
            aftercare.check_condition(work, *said)
    assert refused.value.where["basis"] == "Awb 3:40"
