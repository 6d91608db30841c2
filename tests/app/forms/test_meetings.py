"""The forms of partnership meetings."""

import pytest

from app.forms.meetings import ActionForm, BoardForm, ItemForm, PlanForm, ReportForm, StepForm
from bureau.rules import meeting as law
from bureau.rules.agenda import ActionStatus, Phase, VictimCheck
from bureau.rules.barriers import barriers
from tests.app.forms.filling import filled

MEETING = {
    "title": "Lege winkels",
    "held_on": "2026-03-04",
    "place": "Raadhuis",
    "purpose": "one signal, five tasks",
}
ITEM = {
    "title": "Kade 12",
    "question": "Who acts first?",
    "phase": "P1",
    "victim_check": "no_indication",
    "basis": "WGS 2.23",
    "point": "case",
}


@pytest.mark.parametrize(
    ("kind", "given"),
    [(PlanForm, MEETING), (ItemForm, ITEM)],
)
def test_nothing_is_asked_that_can_be_left_out(app, kind, given):
    with filled(app, kind, given) as form:
        assert not form.errors
    for field in given:
        with filled(app, kind, {**given, field: ""}) as form:
            assert set(form.errors) == {field}


def test_phases_and_checks_are_those_of_the_rules(app):
    with filled(app, ItemForm, ITEM) as form:
        assert [row.value for row in form.phase.choices] == [str(one) for one in Phase]
        checks = [row.value for row in form.victim_check.choices if row.value]
        assert set(checks) == set(VictimCheck) - {VictimCheck.NOT_DONE}  # nothing is frozen with it
        assert all(str(row.label) != row.value for row in form.phase.choices)


def test_a_report_says_how_far_it_is(app):
    with filled(app, ReportForm, {"version": "1", "status": "done"}) as form:
        assert not form.errors
        assert [row.value for row in form.status.choices] == [str(one) for one in ActionStatus]
    with filled(app, ReportForm, {"version": "1", "status": "perhaps"}) as form:
        assert set(form.errors) == {"status"}


def test_a_step_names_the_version_that_was_read(app):
    with filled(app, StepForm, {"target": "in_session"}) as form:
        assert set(form.errors) == {"version"}


@pytest.mark.parametrize("day", ["2026-13-01", "tomorrow"])
def test_a_day_that_is_none_is_refused(app, day):
    with filled(app, PlanForm, {**MEETING, "held_on": day}) as form:
        assert set(form.errors) == {"held_on"}


def test_points_are_those_that_take_items(app):
    with filled(app, ItemForm, ITEM) as form:
        taking = [row.code for row in law.agenda_points() if row.takes_items]
        assert [row.value for row in form.point.choices] == taking


def test_a_barrier_is_one_of_the_models_or_none(app):
    with filled(app, ActionForm, {}) as form:
        codes = [row.value for row in form.barrier.choices]
        assert codes == ["", *barriers().codes()]


def test_the_board_asks_for_nothing(app):
    with filled(app, BoardForm, {}) as form:
        assert not form.errors
