"""Parties as they are kept: a folded label beside the label, a BSN only sealed."""

import pytest

from bureau.model import Company, Entity, Person
from bureau.model.entity import folded


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Öztürk", "ozturk"), ("  DE   Kade ", "de kade"), ("Straße", "strasse"), ("ﬁrma", "firma")],
)
def test_search_compares_without_accents_capitals_and_surplus_blanks(text, expected):
    assert folded(text) == expected


def test_the_folded_label_follows_the_label():
    person = Person(label="José Öztürk")
    assert person.label_folded == "jose ozturk"
    person.label = "Zée"
    assert person.label_folded == "zee"
    assert Company(label="ÉÉN").label_folded == "een"


def test_no_party_has_a_nationality_or_a_score():
    columns = {
        column.name
        for mapper in Entity.__mapper__.self_and_descendants
        for column in mapper.columns
    }
    assert not {name for name in columns if "national" in name or "score" in name}
