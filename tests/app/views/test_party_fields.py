"""What a form says of a party."""

import pytest

from app.forms.parties import PropertyFields
from app.views.party_fields import fields, named
from bureau.rules.vocabulary import EntityKind


def test_an_amount_in_euro_becomes_cents_and_an_open_number_stays_open(app):
    with app.test_request_context():
        form = PropertyFields(data={"label": "Kade 1", "valuation": "610000.00"})
        told = fields(form)
    assert told["valuation_minor"] == 61_000_000
    assert told["square_metres"] is None
    assert told["use"] == ""


@pytest.mark.parametrize(
    ("name", "given", "prefix", "family"),
    [
        ("Sanne van den Berg", "Sanne", "van den", "Berg"),
        ("A. B. Voorbeeld", "A. B.", "", "Voorbeeld"),
        ("Proefman", "", "", "Proefman"),
        ("Jan de", "Jan", "", "de"),
        ("", "", "", ""),
    ],
)
def test_a_name_on_the_form_begins_the_form_of_a_party(name, given, prefix, family):
    told = named(EntityKind.PERSON, {"name": name, "born": "1980"})
    assert (told["given_names"], told["prefix"], told["family_name"]) == (given, prefix, family)
    assert named(EntityKind.COMPANY, {"name": "Oefen B.V."}) == {"label": "Oefen B.V."}
