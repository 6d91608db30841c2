"""The choices of the table of sharing."""

from datetime import date

from app.forms.sharing import SharingForm
from bureau.rules.partners import partners
from bureau.rules.sharing import ways

DAY = date(2026, 11, 20)


def test_kinds_laws_and_ways_are_offered_in_words(app):
    with app.test_request_context():
        form = SharingForm()
        form.offer(partners().on(DAY), ways().on(DAY))
        assert ("PORT", "havenbedrijf en terminals") in [tuple(c)[:2] for c in form.partner.choices]
        assert [choice.value for choice in form.regime.choices] == ["wgs", "municipal"]
        assert form.basis.choices[0].value == ""
