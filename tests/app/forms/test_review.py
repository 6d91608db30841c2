"""Forms of objection, appeal and lateness."""

import pytest

from app.forms.review import AnswerObjectionForm, DelayForm, JudgmentForm, ObjectionForm, RepairForm
from tests.app.forms.filling import filled

ANSWER = {"version": "1", "outcome": "upheld", "reasons": "r", "password": "p"}
OFFERED = [("", "-"), ("refuse", "Refuse")]


def test_an_objection_needs_its_grounds(app):
    with filled(app, ObjectionForm, {"grounds": ""}) as form:
        assert set(form.errors) == {"grounds"}


@pytest.mark.parametrize("field", list(ANSWER))
def test_every_part_of_a_grave_act_is_needed(app, field):
    with filled(app, AnswerObjectionForm, {**ANSWER, field: ""}, replaced_by=OFFERED) as form:
        assert set(form.errors) == {field}


def test_conditions_begin_with_a_day(app):
    given = {**ANSWER, "conditions": "soon: x"}
    with filled(app, AnswerObjectionForm, given, replaced_by=OFFERED) as form:
        assert set(form.errors) == {"conditions"}


@pytest.mark.parametrize(
    ("kind", "given", "wrong"),
    [
        (JudgmentForm, {"reason": "r"}, "outcome"),
        (RepairForm, {"reason": "r"}, "until"),
        (DelayForm, {"reason": "r"}, "until"),
    ],
)
def test_what_is_missing_is_named(app, kind, given, wrong):
    with filled(app, kind, given) as form:
        assert set(form.errors) == {wrong}
