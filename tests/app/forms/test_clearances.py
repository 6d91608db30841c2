"""The forms for dates of admission."""

from app.forms.clearances import RecordForm, WithdrawForm


def test_the_last_day_may_be_left_out_and_the_source_not(app):
    data = {"given_on": "2026-03-01", "own_password": "x", "kind": "training"}
    with app.test_request_context(method="POST", data=data):
        form = RecordForm(meta={"csrf": False})
        assert not form.validate()
        assert list(form.errors) == ["source"]


def test_a_withdrawal_needs_a_reason(app):
    with app.test_request_context(method="POST", data={"version": "1"}):
        form = WithdrawForm(meta={"csrf": False})
        assert not form.validate()
        assert list(form.errors) == ["reason"]
