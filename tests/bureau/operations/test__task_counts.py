"""What waits for whom in one case: for the officer, the second reader, the decider, a reader."""

from datetime import date

from bureau.operations import supplements, tasks
from bureau.operations.tasks import TaskKind


def kinds(road, login, day="03-20"):
    with road.by(login, day) as work:
        return [task.kind for task in tasks.upcoming(work) if task.kind is not TaskKind.CLOCK]


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


def test_that_an_application_is_left_untreated_waits_to_be_made_known(road):
    road.to_returned(left_out=("Q02.01",))
    with road.by("officer", "03-10") as work:
        supplements.ask_supplement(work, road.id, "a gap", until=date(2026, 3, 30))
    with road.by("mayor", "03-31") as work:
        supplements.leave_untreated(work, road.id, "never supplemented")
    assert TaskKind.MAKE_KNOWN in kinds(road, "officer", "04-01")
    road.agree_to_decision("04-01")
    taken = road.step("T36", "04-01", "sent by post")
    assert (taken.transition, taken.source, taken.target) == ("T36", "ST42", "ST42")
    assert TaskKind.MAKE_KNOWN not in kinds(road, "officer", "04-01")
