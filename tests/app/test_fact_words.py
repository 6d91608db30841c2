"""Every closed value of the facts has a word."""

import pytest

from app.fact_words import WORDS
from bureau.formats.registry import READERS
from bureau.operations._deal_view import _PARTS, _TERMS
from bureau.operations._party_fields import FIELDS, SCHEMES
from bureau.rules.indicators import indicators
from bureau.rules.vocabulary import Hub, TieKind

HIDDEN = {"label", "protected", "valuation_minor"}
NEEDED = [
    *SCHEMES,
    *(f"tie_{kind}" for kind in TieKind),
    *(f"format_{name}" for name in READERS),
    *(f"hub_{hub}" for hub in Hub),
    *(f"deal_{table.__tablename__}" for table in _PARTS),
    *(f"part_{part}" for parts in _PARTS.values() for part in parts),
    *(f"term_{term}" for terms in _TERMS.values() for term in terms),
    *(f"field_{name}" for fields in FIELDS.values() for name in fields if name not in HIDDEN),
    "field_valuation",
    *(f"limit_{limit.name}" for row in indicators() for limit in row.thresholds),
]


@pytest.mark.parametrize("value", sorted(set(NEEDED)))
def test_it_has_a_word(value):
    assert value in WORDS
