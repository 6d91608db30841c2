"""The forms of minutes."""

import pytest

from app.forms.minutes import CorrectionForm, MinutesForm, NotesForm
from bureau.rules import meeting as law
from tests.app.forms.filling import filled

MINUTES = {
    "version": "1",
    "decision_kind": "close",
    "decision": "on to weighing",
    "victim_check": "no_indication",
}


def test_decisions_are_those_of_the_law(app):
    with filled(app, MinutesForm, MINUTES) as form:
        assert not form.errors
        chosen = [row.value for row in form.decision_kind.choices]
        assert chosen == list(law.decision_types().codes())


@pytest.mark.parametrize("field", MINUTES)
def test_minutes_need_a_decision_a_check_and_the_version_that_was_read(app, field):
    with filled(app, MinutesForm, {**MINUTES, field: ""}) as form:
        assert set(form.errors) == {field}


@pytest.mark.parametrize(("kind", "field"), [(CorrectionForm, "correction"), (NotesForm, "notes")])
def test_nothing_said_is_nothing_to_store(app, kind, field):
    with filled(app, kind, {field: " "}) as form:
        assert set(form.errors) == {field}
