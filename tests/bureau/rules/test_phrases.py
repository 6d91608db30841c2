import pytest

from bureau.errors import NotFound
from bureau.rules.phrases import phrase
from bureau.rules.tables import Texts


def test_a_phrase_is_filled_in_both_languages():
    assert phrase("unit.weeks", count=8) == Texts("8 weken", "8 weeks")


def test_an_unknown_phrase_is_not_found():
    with pytest.raises(NotFound):
        phrase("no.such")
