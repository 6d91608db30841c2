"""What a form says of a party."""

from app.forms.parties import PropertyFields
from app.views.party_fields import fields


def test_an_amount_in_euro_becomes_cents_and_an_open_number_stays_open(app):
    with app.test_request_context():
        form = PropertyFields(data={"label": "Kade 1", "valuation": "610000.00"})
        told = fields(form)
    assert told["valuation_minor"] == 61_000_000
    assert told["square_metres"] is None
    assert told["use"] == ""
