"""What one reader sees of a case, as values and as one JSON document."""

import json

import pytest

from bureau.errors import AccessDenied, NotFound
from bureau.operations import cases, members, parties
from bureau.operations.case_files import read_case
from bureau.operations.sources import Learnt
from tests.bureau.operations.place import add_source
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_the_view_is_one_json_document_with_the_promised_keys(road):
    road.to_decision()
    told = json.loads(json.dumps(road.show("04-01")))
    assert {"case", "kind", "state", "clocks", "parties", "findings", "decisions"} <= set(told)
    assert told["findings"][0]["sources"] == [1]
    assert told["parties"][0]["role"] == "R01"
    assert {"due", "raw", "target", "days_left", "explanation"} <= set(told["clocks"][0])
    assert [member["login"] for member in told["members"]] == ["mayor", "officer", "second"]


def test_every_step_says_why_it_cannot_be_taken(road):
    road.to_own()
    steps = {step["step"]: step for step in road.show("03-11")["steps"]}
    assert steps["T12"]["possible"] is False
    assert steps["T12"]["blocked_by"][0]["basis"]
    assert steps["T38"]["possible"] is True
    road.raise_indicator()
    steps = {step["step"]: step for step in road.show("03-11")["steps"]}
    assert steps["T13"]["possible"] is True


def test_texts_come_in_both_languages(road):
    with road.by("officer") as work:
        view = read_case(work, road.id)
        assert view.plain("nl")["clocks"][0]["text"] != view.plain("en")["clocks"][0]["text"]
        assert view.plain("nl")["clocks"][0]["name"] == "beslistermijn"


def test_reading_is_recorded_with_who_looked(road, trail):
    road.show(login="second")
    event = trail()[-1]
    assert (event.kind, event.actor_id) == ("case.read", road.actors.second.id)


INSIDE = ("parties", "findings", "assessments", "ordinary_grounds", "advices", "decisions", "gaps")
KEPT = ("questionnaires", "requirements", "lookups", "indicators", "hearings", "supplements")


def test_who_may_only_read_where_a_case_stands_sees_nothing_of_the_inquiry(road):
    road.to_decision().decide()
    with road.by("officer", "04-02") as work:
        members.share_case(work, road.id, "coordinator", "reader", "reads along")
    whole, told = road.show("04-02"), road.show("04-02", login="coordinator")
    assert [part for part in INSIDE if whole[part]] == [*INSIDE[:4], "decisions"]
    assert [part for part in INSIDE if told[part]] == []
    assert {part: told[part] for part in whole if part not in INSIDE} == {
        **{part: whole[part] for part in whole if part not in INSIDE},
        "capacity": "reader",
    }
    with road.by("coordinator", "04-02") as work:
        view = read_case(work, road.id)
        assert [name for name in KEPT if getattr(view, name)] == []
        assert (view.applicant, view.weighing) == ("", None)


def test_a_protected_person_is_told_of_as_such_and_to_no_partner(work_of, actors):
    with work_of(actors.coordinator) as work:
        case_id = cases.open_case(work, "partnership", "Havenkwartier").id
        members.share_case(work, case_id, "police", "partner", "needed at the table")
        learnt = Learnt(add_source(work, case_id))
        person = parties.record_person(
            work, case_id, learnt, family_name="Verborgen", protected=True
        )
        parties.assign_role(work, case_id, person.id, "R06", learnt=learnt)
        [line] = read_case(work, case_id).plain("en")["parties"]
        assert (line["label"], line["protected"]) == ("Verborgen", True)
    with work_of(actors.police) as work:
        assert read_case(work, case_id).plain("en")["parties"] == []


def test_an_outsider_finds_nothing(road):
    from uuid import uuid4

    with pytest.raises(AccessDenied) as hidden:
        road.show(login="outsider")
    with pytest.raises(NotFound) as absent, road.by("outsider") as work:
        read_case(work, uuid4())
    assert str(hidden.value) == str(absent.value)


def test_who_may_not_step_sees_that(road):
    with road.by("mayor") as work:
        assert read_case(work, road.id).may_step is False


def test_a_partnership_case_has_its_own_clock_and_no_steps_of_a_screening(work_of, actors):
    with work_of(actors.coordinator) as work:
        case = cases.open_case(work, "partnership", "Havenkwartier")
        told = read_case(work, case.id).plain("en")
        terms = [clock["term"] for clock in told["clocks"]]
        assert (told["kind"], terms, told["steps"]) == ("partnership", ["DL20"], [])
