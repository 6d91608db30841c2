"""The checklist as a form: a field for each item, in the language of the reader."""

from app.forms.agreements import checklist_form
from bureau.rules.agreements import checklist


def test_every_item_has_a_field_filled_with_what_was_agreed(app):
    with app.test_request_context(method="GET"):
        form = checklist_form({"purpose": "Against misuse."})
    assert set(form.answers()) == set(checklist().codes())
    assert form.answers()["purpose"] == "Against misuse."
