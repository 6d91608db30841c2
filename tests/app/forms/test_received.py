"""The forms of the room ask for what is needed, and for nothing else."""

import pytest

from app.forms import received as forms

FIELDS = {
    forms.VerifyForm: set(),
    forms.ReceiptForm: {"version"},
    forms.QuestionForm: {"question"},
    forms.ReportForm: {"kind", "useful", "feedback"},
    forms.ReplyForm: {"version", "answer"},
    forms.AddressForm: {"organisation"},
    forms.TraceForm: {"file"},
}


@pytest.mark.parametrize("form", FIELDS, ids=lambda form: form.__name__)
def test_a_form_asks_for_what_is_needed(app, form):
    with app.test_request_context():
        assert set(form().data) - {"csrf_token"} == FIELDS[form]


def test_a_dossier_may_go_to_nobodys_room(app):
    with app.test_request_context():
        form = forms.AddressForm()
        form.offer((("om", "Openbaar Ministerie"),))
        assert [choice.value for choice in form.organisation.choices] == ["", "om"]
