"""The forms of partnership meetings."""

import pytest

from app.forms.meetings import ActionForm, ItemForm, MinutesForm, PlanForm, ReportForm, StepForm
from bureau.rules import meeting as law
from bureau.rules.agenda import ActionStatus, Phase, VictimCheck
from tests.app.forms.filling import filled

MEETING = {"title": "Lege winkels", "held_on": "2026-03-04", "purpose": "one signal, five tasks"}
ITEM = {
    "title": "Kade 12",
    "question": "Who acts first?",
    "phase": "P1",
    "victim_check": "not_done",
    "basis": "WGS 2.23",
}
ACTION = {
    "text": "check the permit",
    "owner": "police",
    "power": "own task",
    "due_on": "2026-04-01",
}
MINUTES = {
    "version": "1",
    "decision_kind": "continue",
    "decision": "on to weighing",
    "victim_check": "no_indication",
}


@pytest.mark.parametrize(
    ("kind", "given"),
    [(PlanForm, MEETING), (ItemForm, ITEM), (ActionForm, ACTION), (MinutesForm, MINUTES)],
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
        assert [row.value for row in form.victim_check.choices] == [str(v) for v in VictimCheck]
        assert all(str(row.label) != row.value for row in form.phase.choices)


def test_decisions_are_those_of_the_law(app):
    with filled(app, MinutesForm, MINUTES) as form:
        chosen = [row.value for row in form.decision_kind.choices]
        assert chosen == list(law.decision_types().codes())


def test_a_report_says_how_far_it_is(app):
    with filled(app, ReportForm, {"version": "1", "status": "done"}) as form:
        assert not form.errors
        assert [row.value for row in form.status.choices] == [str(one) for one in ActionStatus]
    with filled(app, ReportForm, {"version": "1", "status": "perhaps"}) as form:
        assert set(form.errors) == {"status"}


def test_a_step_names_the_version_that_was_read(app):
    with filled(app, StepForm, {"target": "in_session"}) as form:
        assert set(form.errors) == {"version"}


@pytest.mark.parametrize("day", ["2026-13-01", "tomorrow", "04-03-2026"])
def test_a_day_that_is_none_is_refused(app, day):
    with filled(app, PlanForm, {**MEETING, "held_on": day}) as form:
        assert set(form.errors) == {"held_on"}
