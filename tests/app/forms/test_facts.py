"""The forms of ties, deals and payments."""

import pytest

from app.forms.facts import DEALS, PLAYERS, TieForm
from app.forms.parts import LearntForm
from bureau.rules.vocabulary import TieKind


@pytest.mark.parametrize("kind", list(DEALS))
def test_a_deal_has_a_source_and_parties_of_a_fitting_kind(app, kind):
    with app.test_request_context():
        form = DEALS[kind]()
    assert isinstance(form, LearntForm)
    assert {field.short_name for field in form} & set(PLAYERS)


def test_every_tie_can_be_chosen_in_words(app):
    with app.test_request_context():
        rows = TieForm().kind.choices
    assert [row.value for row in rows] == [kind.value for kind in TieKind]
    assert all(not str(row.label).startswith("tie_") for row in rows)
