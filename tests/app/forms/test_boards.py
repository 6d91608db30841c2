"""The forms of a barrier board."""

import pytest

from app.forms.boards import BoardStepForm, WeightForm
from tests.app.forms.filling import filled

WEIGHT = {"effort": "3", "effect": "4"}


def test_a_step_needs_a_name_and_a_reason_only(app):
    with filled(app, BoardStepForm, {"version": "0", "name_nl": "n", "reason": "r"}) as form:
        assert not form.errors


@pytest.mark.parametrize(("field", "value"), [("effort", "0"), ("effect", "6"), ("effort", "")])
def test_a_weight_is_a_whole_number_from_one_to_five(app, field, value):
    with filled(app, WeightForm, {**WEIGHT, field: value}) as form:
        assert set(form.errors) == {field}
