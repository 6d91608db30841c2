"""Ordinary grounds are answered first, carried by words and a source, and decide before Bibob."""

import pytest

from bureau.errors import Changed, Invalid, NotAllowed
from bureau.operations import ordinary, weighings
from bureau.operations.case_files import read_case
from bureau.operations.ordinary import GroundAnswer
from bureau.rules.events import EventKind
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
WHY = "The plan allows no hospitality at this address."


def check(road, day="03-02", **answers):
    given = {code.replace("_", "-"): GroundAnswer(**said) for code, said in answers.items()}
    with road.by("officer", day) as work:
        return ordinary.check_grounds(work, road.id, given)


def plan(road, **more):
    return {"standing": "met", "remark": WHY, "source_id": road.source, **more}


def standing(road):
    return {row["code"]: row["standing"] for row in road.show()["ordinary_grounds"]}


def test_the_list_is_that_of_the_decision_and_nothing_is_checked_at_first(road):
    found = standing(road)
    assert {"EX-PLAN", "EX-CONDUCT", "APV-ORDER"} <= set(found)
    assert set(found.values()) == {"unchecked"}
    assert not {"AL-AGE", "APV-FALSE"} & set(found)


def test_only_answers_that_changed_are_kept_and_told_to_the_trail(road, trail):
    given = {"EX_PLAN": plan(road), "EX_AREA": {"standing": "unchecked"}}
    given["EX_USE"] = {"standing": "not_met", "remark": "Inspected."}
    assert check(road, **given) == 2
    given["EX_PLAN"]["version"] = 1
    assert check(road, **given) == 0
    told = [event.facts for event in trail() if event.kind == EventKind.GROUND_CHECKED]
    assert [(row["ground"], row["standing"]) for row in told] == [
        ("EX-PLAN", "met"),
        ("EX-USE", "not_met"),
    ]


def test_the_second_officer_sees_the_difference_and_nothing_is_lost(road):
    check(road, EX_PLAN=plan(road))
    with pytest.raises(Changed) as found:
        check(road, EX_PLAN={"standing": "not_met", "remark": "Allowed after all."})
    assert ("remark", "Allowed after all.", WHY) in found.value.differences
    assert standing(road)["EX-PLAN"] == "met"


@pytest.mark.parametrize(
    "wrong",
    [
        {"EX_PLAN": {"standing": "met", "remark": WHY}},
        {"EX_PLAN": {"standing": "not_met"}},
        {"EX_PLAN": {"standing": "perhaps", "remark": WHY}},
        {"AL_AGE": {"standing": "not_met", "remark": WHY}},
    ],
)
def test_an_answer_that_rests_on_nothing_or_is_none_is_refused(road, wrong):
    with pytest.raises(Invalid) as refusal:
        check(road, EX_USE={"standing": "not_met", "remark": "Inspected."}, **wrong)
    assert refusal.value.where
    assert set(standing(road).values()) == {"unchecked"}


def test_a_ground_that_is_met_decides_and_the_wet_bibob_stays_out(road):
    road.step("T02", "03-02")
    check(road, "03-03", EX_PLAN=plan(road))
    assert "no_ordinary_ground" in blocked(road, "T04")
    road.step("T03", "03-03")
    with road.by("officer", "03-03") as work:
        options = weighings.options_now(work, road.id)
    refusal = next(row for row in options.reasons if row.option == "may_refuse")
    assert "omgevingsplan (APV (model 2:28(2)))" in refusal.text.nl
    assert refusal.basis == "APV (model 2:28(2))"
    assert not options.may_attach_conditions
    road.decide("refuse", "03-04")
    assert read(road).ordinary_decides


def blocked(road, step):
    rows = road.show("03-03")["steps"]
    return {each["guard"] for row in rows if row["step"] == step for each in row["blocked_by"]}


def read(road):
    with road.by("officer", "03-05") as work:
        found = read_case(work, road.id)
        work.session.expunge_all()
    return found


def test_answers_are_closed_once_a_decision_rests_on_them(road):
    road.step("T02", "03-02")
    check(road, "03-03", EX_PLAN=plan(road))
    road.step("T03", "03-03")
    road.decide("refuse", "03-04")
    with pytest.raises(NotAllowed) as refusal:
        check(road, "03-05", EX_PLAN=plan(road, standing="not_met", version=1))
    assert refusal.value.where["guard"] == "assessment_open"


def test_after_an_objection_the_page_still_shows_what_the_decision_rested_on(road):
    road.step("T02", "03-02")
    check(road, "03-03", EX_PLAN=plan(road))
    road.step("T03", "03-03")
    road.decide("refuse", "03-04")
    road.make_known("03-05")
    road.object("03-20")
    check(road, "03-23", EX_PLAN=plan(road, standing="not_met", remark="Allowed.", version=1))
    with road.by("officer", "03-24") as work:
        view = ordinary.read_grounds(work, road.id)
        [line] = [each for each in view.ordinary if each.row.code == "EX-PLAN"]
        [old] = view.earlier[line.answer.id]
        assert (old.content["standing"], old.content["remark"]) == ("met", WHY)
        assert old.decided_on.isoformat() == "2026-03-04"
