"""The forms of dossiers and plans."""

import pytest

from app.forms.dossiers import ApproveForm, IssueForm, PlanForm, PrepareForm, RefuseForm
from tests.app.forms.filling import filled

PLAN = {"recipient": "M. de Vos, Slachtofferhulp", "basis": "consent", "language": "nl"}
DOSSIER = {**PLAN, "track": "administrative"}


@pytest.mark.parametrize(("kind", "given"), [(PlanForm, PLAN), (PrepareForm, DOSSIER)])
def test_a_draft_names_its_recipient_basis_and_language(app, kind, given):
    with filled(app, kind, given) as form:
        assert not form.errors
    for field in given:
        with filled(app, kind, {**given, field: ""}) as form:
            assert set(form.errors) == {field}


def test_a_case_gives_no_victim_dossier(app):
    with filled(app, PrepareForm, DOSSIER) as form:
        assert [row.value for row in form.track.choices] == ["criminal", "administrative"]
    with filled(app, PrepareForm, {**DOSSIER, "track": "victim"}) as form:
        assert set(form.errors) == {"track"}


def test_a_plan_has_no_track_to_choose(app):
    with filled(app, PlanForm, PLAN) as form:
        assert "track" not in form.data


def test_approval_names_the_content_and_asks_for_the_password(app):
    with filled(app, ApproveForm, {}) as form:
        assert set(form.errors) == {"digest", "password"}
    with filled(app, IssueForm, {}) as form:
        assert set(form.errors) == {"password"}


def test_sending_back_needs_a_reason(app):
    with filled(app, RefuseForm, {"reason": " "}) as form:
        assert set(form.errors) == {"reason"}
