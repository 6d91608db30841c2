"""Harm is kept in counts and words: there is no column for a person."""

from bureau.model import HarmForm


def test_a_harm_form_has_no_place_for_a_party():
    targets = {key.column.table.name for key in HarmForm.__table__.foreign_keys}
    assert targets == {"case", "enforcement_measure", "user"}
