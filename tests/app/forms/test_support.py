"""The forms of support files: little is asked, and no identity to begin with."""

import pytest

from app.forms.support import ConsentForm, EditForm, EntryForm, OpenForm, ShareForm, StepForm
from bureau.rules.helping import Dimension, EntryKind, Strength
from tests.app.forms.filling import filled

LINE = {"kind": "indicator", "text": "papers are kept by somebody else", "on": "2026-03-02"}
OPEN = {"dimension": "", "strength": "", "perceived": ""}  # as a browser sends an open choice
CONSENT = {
    "purpose": "shelter",
    "recipient": "M. de Vos, Slachtofferhulp",
    "explained_how": "in a talk",
    "language": "Polish",
}


def test_a_code_name_is_enough_to_begin(app):
    with filled(app, OpenForm, {"code_name": "Linde-4"}) as form:
        assert not form.errors
        assert "real_name" not in form.data


def test_without_a_code_name_nothing_begins(app):
    with filled(app, OpenForm, {"needs": "rest"}) as form:
        assert set(form.errors) == {"code_name"}


def test_a_step_is_taken_by_the_file_alone_and_not_chosen_here(app):
    made_elsewhere = (EntryKind.STEP, EntryKind.HOLD, EntryKind.SIGN)
    kinds = [kind.value for kind in EntryKind if kind not in made_elsewhere]
    with filled(app, EntryForm, {**LINE, **OPEN}) as form:
        assert not form.errors
        assert [row.value for row in form.kind.choices] == kinds
    with filled(app, EntryForm, {**LINE, **OPEN, "kind": "step"}) as form:
        assert set(form.errors) == {"kind"}


def test_the_dimensions_are_those_of_the_list_and_may_stay_open(app):
    with filled(app, EntryForm, {**LINE, **OPEN}) as form:
        assert [row.value for row in form.dimension.choices] == ["", *map(str, Dimension)]
        assert [row.value for row in form.strength.choices] == ["", *map(str, Strength)]
        assert all(str(row.label) != row.value for row in form.dimension.choices[1:])


@pytest.mark.parametrize("field", list(LINE))
def test_a_line_says_what_and_when(app, field):
    with filled(app, EntryForm, {**LINE, **OPEN, field: ""}) as form:
        assert set(form.errors) == {field}


@pytest.mark.parametrize("field", list(CONSENT))
def test_consent_says_for_what_to_whom_and_how_it_was_explained(app, field):
    with filled(app, ConsentForm, CONSENT) as form:
        assert not form.errors
    with filled(app, ConsentForm, {**CONSENT, field: ""}) as form:
        assert set(form.errors) == {field}


def test_a_step_has_a_reason(app):
    with filled(app, StepForm, {"version": "1", "target": "triage", "reason": ""}) as form:
        assert set(form.errors) == {"reason"}


def test_an_edit_needs_the_version_that_was_read_and_no_name(app):
    with filled(app, EditForm, {"version": "1"}) as form:
        assert not form.errors
    with filled(app, EditForm, {"real_name": "Mirte"}) as form:
        assert set(form.errors) == {"version"}


def test_sharing_names_a_helper(app):
    with filled(app, ShareForm, {"login": ""}) as form:
        assert set(form.errors) == {"login", "organisation"}
