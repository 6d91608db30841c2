"""The form of a statement asks what its block asks."""

from datetime import date

from app.forms.areas import EndEntryForm, entry_form
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
