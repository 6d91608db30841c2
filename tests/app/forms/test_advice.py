"""The forms around the advice."""

from app.forms.advice import ReceiveForm, named_readers
from tests.app.forms.filling import filled


def test_readers_are_lines_of_login_and_reason():
    assert named_readers(" second : second reading: all\n\nmayor:") == {
        "second": "second reading: all",
        "mayor": "",
    }


def test_the_advice_needs_its_document_and_a_summary(app):
    sent = {"danger_a": "serious", "danger_b": "none", "reason": "registers it"}
    with filled(app, ReceiveForm, sent, document=[("d", "D")]) as form:
        assert {"document", "summary"} <= set(form.errors)
