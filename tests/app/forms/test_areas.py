"""The form of a statement asks what its block asks."""

from datetime import date

from wtforms.fields import SelectChoice

from app.forms.areas import CaseAreaForm, ChangeAreaForm, EndAreaForm, EndEntryForm, entry_form
from bureau.rules.areas import block
from tests.app.forms.filling import filled

DAY = date(2026, 11, 20)


def test_a_block_asks_its_own_fields_only(app):
    with app.test_request_context():
        power, size = (entry_form(block(code, DAY))() for code in ("powers", "size"))
        assert "until" in power
        assert "more_legal_basis" in power
        assert "value" not in power
        assert "until" not in size


def test_an_end_needs_a_reason(app):
    with filled(app, EndEntryForm, {"reason": ""}) as form:
        assert set(form.errors) == {"reason"}


def test_a_field_with_a_closed_list_is_a_choice_and_a_correction_asks_why(app):
    with app.test_request_context():
        row = block("structure", DAY)
        form = entry_form(row, corrects=True)()
        assert [each[0] for each in form.more_state.iter_choices()] == ["", "gap", "overlap"]
        assert "reason" in form
        assert "reason" not in entry_form(row)()


def test_a_change_needs_a_name_and_a_reason_and_an_end_may_be_taken_away(app):
    keepers = {"keeper": [SelectChoice("one", "One")]}
    with filled(app, ChangeAreaForm, {"version": "1", "keeper": "one"}, **keepers) as form:
        assert set(form.errors) == {"name", "reason"}
    with filled(app, EndAreaForm, {"version": "1", "reason": "Toch niet."}) as form:
        assert not form.errors


def test_a_case_is_placed_for_a_reason(app):
    known = {"area": [SelectChoice("kade", "Kade")]}
    with filled(app, CaseAreaForm, {"area": "kade", "why": ""}, **known) as form:
        assert set(form.errors) == {"why"}
