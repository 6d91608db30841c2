"""The form for a calendar address."""

from app.forms.calendars import AddressForm
from tests.app.forms.filling import filled


def test_the_password_is_needed(app):
    with filled(app, AddressForm, {}) as form:
        assert set(form.errors) == {"password"}
