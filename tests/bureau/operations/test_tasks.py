"""The home page: what waits for whom follows from role and membership, most pressing first."""

from datetime import date

import pytest

from bureau.operations import supplements, tasks
from bureau.operations.tasks import TaskKind


def kinds(road, login, day="03-20"):
    with road.by(login, day) as work:
        return [task.kind for task in tasks.upcoming(work) if task.kind is not TaskKind.CLOCK]


def running(road, login, day):
    with road.by(login, day) as work:
        return [(t.clock.term, t.due) for t in tasks.upcoming(work) if t.clock]


def test_clocks_are_shown_to_every_member_by_their_end(road):
    road.to_form()
    expected = [("DL02", date(2026, 3, 17)), ("DL01", date(2026, 4, 28))]
    for login in ("officer", "second", "mayor"):
        assert running(road, login, "03-10") == expected
    assert running(road, "outsider", "03-10") == []


def test_open_indicators_wait_for_the_officer_alone(road):
    road.to_own()
    road.raise_indicator()
    assert TaskKind.INDICATORS in kinds(road, "officer")
    assert kinds(road, "mayor") == []
    assert TaskKind.LIGHT_CHECK not in kinds(road, "second")


def test_the_light_check_and_unsigned_assessments_wait_for_the_second_reader(road):
    road.to_own()
    assert kinds(road, "second") == [TaskKind.LIGHT_CHECK]
    road.assess("03-13", sign=False)
    assert set(kinds(road, "second")) == {TaskKind.LIGHT_CHECK, TaskKind.SIGN}
    assert TaskKind.SIGN not in kinds(road, "officer")
    road.sign()
    assert kinds(road, "second") == [TaskKind.LIGHT_CHECK]


def test_the_road_to_the_decision_waits_for_one_after_the_other(road):
    road.to_care()
    assert kinds(road, "officer") == [TaskKind.WEIGH]
    road.weigh().step("T31", "03-17")
    assert kinds(road, "officer") == []
    road.intend().hear()
    road.step("T35", "03-31")
    assert kinds(road, "mayor", "03-31") == [TaskKind.DECIDE]
    road.decide()
    assert kinds(road, "mayor", "04-01") == []
    assert kinds(road, "officer", "04-01") == [TaskKind.MAKE_KNOWN]
    road.make_known()
    assert kinds(road, "officer", "04-01") == [TaskKind.REPORT]


def test_a_restricted_advice_waits_for_its_readers_only(road):
    road.to_assessment()
    road.ask_advice("04-07")
    road.receive_advice("05-20")
    assert TaskKind.READ_ADVICE in kinds(road, "second", "05-21")
    assert kinds(road, "mayor", "05-21") == []
    assert TaskKind.CHECK_ADVICE in kinds(road, "officer", "05-21")


def test_tasks_are_plain_values_and_listing_is_recorded(road, trail):
    road.raise_indicator()
    with road.by("officer") as work:
        [clock, task] = sorted(tasks.upcoming(work), key=lambda each: each.kind)
        assert clock.plain("nl")["clock"]["name"] == "beslistermijn"
        assert task.plain("en") == {
            "kind": "indicators",
            "case": road.reference,
            "title": "Café De Ankerplaats",
            "due": "2026-04-28",
            "days_left": 57,
            "count": 1,
            "clock": None,
        }
    assert trail()[-1].facts == {"shown": 2}


@pytest.mark.parametrize("login", ["police", "care", "admin", "auditor"])
def test_who_is_in_no_case_has_nothing_to_do(road, login):
    assert kinds(road, login) == []


def test_that_an_application_is_left_untreated_waits_to_be_made_known(road):
    road.to_returned(left_out=("Q02.01",))
    with road.by("officer", "03-10") as work:
        supplements.ask_supplement(work, road.id, "a gap", until=date(2026, 3, 30))
    with road.by("mayor", "03-31") as work:
        supplements.leave_untreated(work, road.id, "never supplemented")
    assert TaskKind.MAKE_KNOWN in kinds(road, "officer", "04-01")
    taken = road.step("T36", "04-01", "sent by post")
    assert (taken.transition, taken.source, taken.target) == ("T36", "ST42", "ST42")
    assert TaskKind.MAKE_KNOWN not in kinds(road, "officer", "04-01")
