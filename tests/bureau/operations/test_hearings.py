"""The intention goes out with the advice and the duty of secrecy; the view is answered by point."""

import pytest

from bureau.errors import Changed, Invalid, NotAllowed
from bureau.operations import hearings
from bureau.operations.case_files import read_case
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def weighed(road):
    road.to_care().weigh()
    road.step("T31", "03-17")
    return road


@pytest.fixture
def advised(road):
    road.to_assessment()
    road.ask_advice("04-07")
    road.receive_advice("05-20")
    road.assess("05-20").weigh("05-20")
    road.step("T31", "05-21")
    return road


@pytest.mark.parametrize(
    ("copied", "notice", "guard"),
    [(False, True, "advice_copy_enclosed"), (True, False, "secrecy_notice_given")],
)
def test_with_an_advice_a_copy_and_the_duty_of_secrecy_go_along(advised, copied, notice, guard):
    with pytest.raises(NotAllowed) as refusal:
        advised.intend("05-22", "06-05", copied=copied, notice=notice)
    assert refusal.value.where["guard"] == guard
    assert "28" in refusal.value.where["basis"]
    assert advised.show("05-22")["state"] == "ST90"
    advised.intend("05-22", "06-05")
    assert advised.show("05-22")["state"] == "ST91"


def test_without_an_advice_there_is_nothing_to_enclose(weighed):
    weighed.intend(copied=False, notice=False)
    assert weighed.clock("DL09", "03-18")["due"] == "2026-03-31"


def test_only_an_outcome_that_stands_open_can_be_intended(road):
    road.to_care().weigh(proportionate=False)
    road.step("T30", "03-17")
    with pytest.raises(NotAllowed) as refusal:
        road.intend(intended="refuse")
    assert refusal.value.where["guard"] == "may_refuse"
    with pytest.raises(Invalid) as unknown:
        road.intend(intended="withdraw")
    assert "grant_with_conditions" in unknown.value.hint
    road.intend(intended="grant_with_conditions")


def test_a_term_cannot_end_before_it_begins(weighed):
    with pytest.raises(Invalid):
        weighed.intend("03-17", "03-16")


def test_every_point_is_answered_or_the_term_is_over(weighed):
    weighed.intend("03-17", "03-31")
    with pytest.raises(NotAllowed) as early:
        weighed.step("T35", "03-31")
    assert early.value.where["guard"] == "view_closed"
    with weighed.by("officer", "03-30") as work:
        hearing = hearings.receive_view(work, weighed.id, ["One.", "Two."], "oral")
        work.session.flush()
        points = [(point.id, point.version) for point in hearing.points]
    for point_id, version in points:
        with pytest.raises(NotAllowed):
            weighed.step("T35", "03-31")
        with weighed.by("officer", "03-30") as work:
            hearings.answer_point(work, weighed.id, point_id, version, "Considered.")
    with pytest.raises(Changed), weighed.by("officer", "03-30") as work:
        hearings.answer_point(work, weighed.id, points[0][0], points[0][1], "Again.")
    assert weighed.step("T35", "03-31").target == "ST100"


def test_the_term_may_lapse_without_a_view(weighed):
    weighed.intend("03-17", "03-31")
    assert weighed.step("T35", "04-01").target == "ST100"


def test_silence_is_recorded_after_the_term_and_a_view_may_still_come(weighed):
    weighed.intend("03-17", "03-31")
    with pytest.raises(NotAllowed) as early, weighed.by("officer", "03-31") as work:
        hearings.receive_view(work, weighed.id, [], "none")
    assert "33(1)" in early.value.where["basis"]
    with weighed.by("officer", "04-01") as work:
        hearings.receive_view(work, weighed.id, [], "none")
    weighed.step("T35", "04-01")
    with weighed.by("officer", "04-02") as work:
        hearings.receive_view(work, weighed.id, ["One."], "written")
    with weighed.by("officer", "04-02") as work:
        [hearing] = read_case(work, weighed.id).hearings
        assert (hearing.manner, [point.text for point in hearing.points]) == ("written", ["One."])


def test_after_the_decision_silence_stays_what_it_was(weighed):
    weighed.intend("03-17", "03-31")
    with weighed.by("officer", "04-01") as work:
        hearings.receive_view(work, weighed.id, [], "none")
    weighed.step("T35", "04-01")
    weighed.decide()
    with pytest.raises(Invalid), weighed.by("officer", "04-02") as work:
        hearings.receive_view(work, weighed.id, ["One."], "written")


def test_somebody_may_write_that_no_view_is_wanted(weighed):
    weighed.intend("03-17", "03-31")
    with weighed.by("officer", "03-20") as work:
        hearings.receive_view(work, weighed.id, [], "waived")
    with weighed.by("officer", "03-20") as work:
        assert hearings.close_hearing(work, weighed.id, "letter of 19 March").target == "ST100"


def test_a_view_has_points_and_is_recorded_once(weighed):
    with pytest.raises(Invalid), weighed.by("officer", "03-20") as work:
        hearings.receive_view(work, weighed.id, ["One."], "written")
    weighed.intend("03-17", "03-31")
    for points, manner in (([], "written"), (["One."], "none"), ([" "], "oral"), (["x"], "sung")):
        with pytest.raises(Invalid), weighed.by("officer", "03-20") as work:
            hearings.receive_view(work, weighed.id, points, manner)
    weighed.hear("03-20")
    with pytest.raises(Invalid), weighed.by("officer", "03-21") as work:
        hearings.receive_view(work, weighed.id, ["More."], "written")
    with weighed.by("officer", "03-21") as work:
        [hearing] = read_case(work, weighed.id).hearings
        assert [point.answer for point in hearing.points] == ["Not shown."]
