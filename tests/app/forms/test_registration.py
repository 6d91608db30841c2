"""The form that registers an application with its applicant."""

from werkzeug.datastructures import MultiDict

from app.clock import now
from app.forms.registration import RegisterForm
from bureau.rules.dates import civil_date


def test_the_day_of_receipt_is_today_until_another_is_given(app):
    with app.test_request_context():
        form = RegisterForm(meta={"csrf": False})
        form.offer_today()
        assert form.received_on.data == civil_date(now())
    with app.test_request_context(method="POST"):
        form = RegisterForm(MultiDict({"received_on": ""}), meta={"csrf": False})
        form.offer_today()
        assert form.received_on.data is None


def test_blanks_name_nobody(app):
    with app.test_request_context():
        given = MultiDict({"applicant_name": "  "})
        assert not RegisterForm(given, meta={"csrf": False}).named
