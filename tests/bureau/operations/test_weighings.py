"""Proportionality is weighed in writing; the options are shown and never chosen."""

import pytest
from sqlalchemy import select

from bureau.errors import AccessDenied, Changed, Invalid
from bureau.model import Weighing
from bureau.operations import cases, weighings
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def options(road):
    with road.by("officer", "03-20") as work:
        return weighings.options_now(work, road.id)


def test_every_part_of_the_memo_is_needed(road):
    with pytest.raises(Invalid) as refusal, road.by("officer") as work:
        weighings.weigh_measure(
            work,
            road.id,
            interests="x",
            lapse_of_time="",
            lesser_means="x",
            conclusion="x",
            proportionate=True,
            conditions_identifiable=True,
        )
    assert refusal.value.where == {"field": "lapse_of_time"}
    with road.by("officer") as work:
        assert work.session.scalars(select(Weighing)).all() == []


def test_a_memo_is_never_overwritten_unseen(road):
    road.weigh()
    with pytest.raises(Changed) as clash:
        road.weigh(proportionate=False)
    assert ("proportionate", "False", "True") in clash.value.differences
    with pytest.raises(AccessDenied), road.by("second") as work:
        weighings.weigh_measure(
            work,
            road.id,
            interests="x",
            lapse_of_time="x",
            lesser_means="x",
            conclusion="x",
            proportionate=True,
            conditions_identifiable=True,
        )


def test_options_follow_the_assessment_and_grant_always_stays_open(road):
    road.assess()
    before = options(road)
    assert (before.may_grant, before.may_refuse) == (True, False)  # nothing weighed yet
    road.weigh()
    after = options(road)
    assert (after.may_grant, after.may_refuse, after.must_refuse) == (True, True, False)
    assert after.view_first
    assert all(reason.basis for reason in after.reasons)


def test_disproportionate_leaves_conditions_only(road):
    road.assess()
    road.weigh(proportionate=False)
    found = options(road)
    assert (found.may_refuse, found.may_attach_conditions) == (False, True)


def test_no_advice_is_not_no_danger(road):
    found = options(road)
    assert any(
        "unknown" in reason.text.en.lower() or "assessed" in reason.text.en.lower()
        for reason in (*found.reasons, *found.notes)
    )


def test_a_partnership_has_no_options(work_of, actors):
    with work_of(actors.coordinator) as work:
        case = cases.open_case(work, "partnership", "Havenkwartier")
        work.session.flush()
        with pytest.raises(Invalid):
            weighings.options_now(work, case.id)
