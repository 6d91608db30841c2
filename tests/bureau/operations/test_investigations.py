"""Consulting registers: only about the closed circle, only when and where the law allows."""

import pytest
from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed
from bureau.model import Lookup, Source
from bureau.operations import case_files, investigations


def consult(road, subject, register="BR01", day="03-11", **more):
    with road.by("officer", day) as work:
        return investigations.consult(
            work, road.id, register, subject, "Who directs it?", "nobody else", **more
        ).id


def another(road, label, role=""):
    with road.by("officer", "03-10") as work:
        return road.add_company(work, label, role)


def test_a_look_up_is_logged_and_becomes_a_source(road):
    road.to_own()
    consult(road, road.applicant)
    with road.by("officer", "03-11") as work:
        [lookup] = case_files.read_case(work, road.id).lookups
        source = work.session.get_one(Source, lookup.source_id)
        assert (lookup.register, lookup.subject_role) == ("BR01", "R01")
        assert lookup.basis == source.basis != ""
        assert source.kind == "register"


@pytest.mark.parametrize("role", ["R03", "R04", "R05", "R06", "R07"])
def test_the_relations_of_article_3_may_be_looked_up(road, role):
    road.to_own()
    consult(road, another(road, "Related B.V.", role), subject_role=role)


@pytest.mark.parametrize("role", ["", "R08", "R11"])
def test_nobody_outside_the_circle_may_be_looked_up(road, role):
    road.to_own()
    stranger = another(road, "Stranger B.V.", role)
    with pytest.raises(NotAllowed) as refusal:
        consult(road, stranger)
    assert refusal.value.where["guard"] == "may_consult"
    assert refusal.value.where["basis"]
    with road.by("officer") as work:
        assert work.session.scalars(select(Lookup)).all() == []


def test_a_register_for_the_bureau_or_another_phase_stays_closed(road):
    road.to_own()
    for register in ("BR10", "BR03", "BR05"):
        with pytest.raises(NotAllowed):
            consult(road, road.applicant, register)


def test_before_the_power_exists_nobody_is_looked_up(road):
    with pytest.raises(NotAllowed):
        consult(road, road.applicant, day="03-03")


def test_an_unknown_register_or_a_role_not_held_is_refused(road):
    road.to_own()
    with pytest.raises(Invalid) as refusal:
        consult(road, road.applicant, "BR99")
    assert "BR01" in refusal.value.hint
    with pytest.raises(Invalid):
        consult(road, road.applicant, subject_role="R05")


def test_the_light_check_is_closed_by_somebody_else(road, actors):
    with pytest.raises(NotAllowed) as early, road.by("second", "03-03") as work:
        investigations.close_light_check(work, road.id)
    assert early.value.where["guard"] == "light_check"
    road.to_own()
    with pytest.raises(NotAllowed) as refusal:
        road.step("T12", "03-12")
    assert refusal.value.where["guard"] == "light_check_signed"
    with road.by("second", "03-12") as work:
        investigations.close_light_check(work, road.id)
    road.step("T12", "03-12")
    assert road.show("03-12")["state"] == "ST60"


def test_the_deep_investigation_needs_an_open_question(road):
    road.to_own()
    with pytest.raises(NotAllowed) as refusal, road.by("officer", "03-12") as work:
        investigations.go_deeper(work, road.id, "just to be sure")
    assert refusal.value.where["guard"] == "open_indicators"
    road.raise_indicator("03-12")
    with road.by("officer", "03-12") as work:
        investigations.go_deeper(work, road.id, "own money is not explained")
    consult(road, road.applicant, "BR05", "03-13")
