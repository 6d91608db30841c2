"""The whole road of a screening, each step by its own operation, every clock on its day."""

from datetime import date

import pytest

from bureau.errors import AccessDenied, Invalid, NotAllowed
from bureau.operations import advices, aftercare, cases, decisions, steps, supplements


def test_from_application_to_aftercare_with_every_clock(road):
    """Worked examples D and E: supplement 10-24 March, advice 7 April - 15 June."""
    road.to_returned("03-09", left_out=("Q02.01", "DC02"))
    assert road.clock("DL01", "03-09")["due"] == "2026-04-28"  # example A: King's Day
    with road.by("officer", "03-10") as work:
        asked = supplements.ask_supplement(work, road.id, "two gaps", until=date(2026, 3, 24))
        assert asked.gaps == ["DC02", "Q02.01"]
    assert road.clock("DL01", "03-16")["state"] == "suspended"
    assert road.clock("DL03", "03-16")["due"] == "2026-03-24"
    road.answer("03-24")
    with road.by("officer", "03-24") as work:
        supplements.close_supplement(work, road.id, "complete")
    example_d = road.clock("DL01", "03-24")
    assert (example_d["raw"], example_d["suspended_days"], example_d["due"]) == (
        "2026-04-27",
        13,
        "2026-05-11",
    )
    road.look_up("03-25")
    road.raise_indicator("03-26")
    road.step("T13", "03-26")
    road.find("03-30")
    road.step("T16", "04-01")
    road.ask_advice("04-07")
    assert road.clock("DL06", "04-08")["due"] == "2026-06-02"  # example L
    assert road.clock("DL08", "04-08")["due"] == "2026-06-01"
    with road.by("officer", "06-01") as work:
        advices.extend_advice(work, road.id, "the Bureau needs more time")
    assert road.clock("DL07", "06-02")["due"] == "2026-06-30"
    assert road.clock("DL01", "06-02")["state"] == "suspended"
    road.receive_advice("06-15")
    assert road.state() == "ST80"
    example_e = road.clock("DL01", "06-15")
    assert (example_e["suspended_days"], example_e["due"]) == (83, "2026-07-20")
    assert [row["rule"] for row in example_e["explanation"]] == ["SUS1", "SUS5"]
    assert road.clock("DL16", "06-15")["due"] == "2031-06-15"
    road.assess("06-16").weigh("06-17")
    road.step("T31", "06-17")
    road.intend("06-18", "07-02")
    assert road.clock("DL09", "06-19")["due"] == "2026-07-02"
    road.hear("07-01")
    road.step("T35", "07-02")
    road.decide("refuse", "07-06")
    assert road.clock("DL10", "07-06")["due"] == "2026-07-06"
    road.make_known("07-07")
    assert road.clock("DL01", "07-07")["state"] == "stopped"
    assert road.clock("DL11", "07-07")["due"] == "2026-08-18"
    with road.by("officer", "07-08") as work:
        decisions.register_report(work, road.id, (), "an advice was given, the Bureau registers")
    with road.by("officer", "12-01") as work:
        aftercare.close_case(work, road.id, "refusal final, nothing to watch")
    told = road.show("12-02")
    assert told["state"] == "ST199"
    assert [move["step"] for move in told["moves"]] == [
        *("T02", "T04", "T06", "T08", "T09", "T13", "T16", "T17", "T23", "T25", "T26"),
        *("T31", "T32", "T35", "T36", "T37", "T45"),
    ]


def test_a_step_is_told_with_its_clocks(road):
    told = road.step("T02", "03-02").plain("en")
    assert (told["case"], told["from"], told["to"]) == (road.reference, "ST10", "ST20")
    assert told["clocks"][0]["term"] == "DL01"


def test_a_state_stands_for_the_one_step_that_leads_to_it(road):
    assert road.step("st20", "03-02").transition == "T02"
    with pytest.raises(Invalid) as several:
        road.step("ST100", "03-03")
    assert "T03" in several.value.hint
    with pytest.raises(NotAllowed) as none:
        road.step("ST91", "03-03")
    assert "T04" in none.value.hint
    assert road.step("ST30", "03-03").transition == "T04"
    assert road.step("ST40", "03-04").transition == "T06"
    assert road.step("ST41", "03-05").transition == "T08"
    assert road.clock("DL03", "03-05")["due"] == "2026-03-19"


@pytest.mark.parametrize("step", ["T99", "ST999", "", "DROP TABLE"])
def test_an_unknown_step_is_refused(road, step):
    with pytest.raises(NotAllowed):
        road.step(step, "03-02")
    assert road.show()["state"] == "ST10"


def test_a_refusal_names_guard_and_basis_and_leaves_nothing(road, trail):
    road.to_own()
    before = road.show("03-10")
    with pytest.raises(NotAllowed) as refusal:
        road.step("T13", "03-11")
    assert refusal.value.where["guard"] == "open_indicators"
    assert refusal.value.where["basis"]
    assert refusal.value.hint
    assert trail()[-1].kind == "work.refused"
    assert road.show("03-10") == before


@pytest.mark.parametrize("reason", ["", "   ", "x" * 20_001])
def test_a_step_needs_a_reason(road, reason):
    with pytest.raises(Invalid):
        road.step("T02", "03-02", reason)


def test_a_step_lies_between_the_step_before_it_and_today(road):
    def take(code, on):
        with road.by("officer", "03-10") as work:
            steps.take_step(work, road.id, code, "fictional reason", on)

    for day in (date(2026, 3, 11), date(2026, 3, 1)):
        with pytest.raises(Invalid):
            take("T02", day)
    take("T02", date(2026, 3, 5))
    with pytest.raises(Invalid):
        take("T04", date(2026, 3, 4))
    take("T04", date(2026, 3, 5))
    assert [move["on"] for move in road.show("03-10")["moves"]] == ["2026-03-05", "2026-03-05"]


def test_only_the_officer_of_the_case_takes_steps(road):
    for login in ("second", "mayor", "outsider", "coordinator"):
        with pytest.raises(AccessDenied):
            road.step("T02", "03-02", login=login)


def test_a_partnership_has_no_steps_of_a_screening(work_of, actors):
    with work_of(actors.coordinator) as work:
        case = cases.open_case(work, "partnership", "Havenkwartier")
        with pytest.raises(Invalid):
            steps.take_step(work, case.id, "T02", "why")


def test_clocks_are_read_with_leave(road, trail):
    with road.by("second", "03-09") as work:
        [clock] = steps.clocks_of(work, road.id)
        assert (clock.term, clock.days_left) == ("DL01", 50)
    assert trail()[-1].facts == {"part": "clocks"}
    with pytest.raises(AccessDenied), road.by("outsider") as work:
        steps.clocks_of(work, road.id)


def test_a_step_of_their_own_operations_can_be_taken_by_number(road):
    """Every step that the table of operations names leads somewhere by its number alone."""
    road.to_assessment()
    road.step("T17", "04-07")
    road.step("T23", "04-08")
    road.step("T18", "04-09")
    road.step("T19", "04-10")
    road.step("T21", "04-11")
    assert road.step("T22", "04-12").target == "ST51"
