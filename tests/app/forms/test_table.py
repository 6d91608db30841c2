"""The forms of what lies on a table."""

from app.forms.table import ContributionForm, PaperForm, RecallForm, ReleaseForm
from bureau.rules import handling
from tests.app.forms.filling import filled


def test_a_contribution_has_a_handling_code_of_the_law(app):
    with filled(app, ContributionForm, {"words": "We saw a van."}) as form:
        codes = [row.value for row in form.handling.choices]
        assert codes == list(handling.handling_codes().codes())


def test_a_paper_and_a_recall_need_a_reason(app):
    with filled(app, PaperForm, {}) as form:
        assert "paper_basis" in form.errors
    with filled(app, RecallForm, {"recall_reason": "x" * 501}) as form:
        assert set(form.errors) == {"recall_reason"}


def test_nobody_may_be_chosen_to_read(app):
    with filled(app, ReleaseForm, {}) as form:
        assert form.seats.data in (None, [])
