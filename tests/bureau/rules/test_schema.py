from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest

from bureau.errors import OutOfOrder
from bureau.rules.schema import Place, Texts, build, listed, period


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Inner:
    name: Texts


@dataclass(frozen=True, slots=True)
class Sample:
    code: str
    count: int
    colour: Colour
    share: Decimal = Decimal(0)
    day: date | None = None
    parts: tuple[Inner, ...] = ()


GOOD = {"code": "A", "count": 1, "colour": "red"}
PLACE = Place("sample.toml", 3)


def test_a_row_is_built_with_nested_values():
    raw = {**GOOD, "day": date(2026, 1, 2), "share": 2, "parts": [{"name": {"nl": "a", "en": "b"}}]}
    built = build(Sample, raw, PLACE)
    assert built.parts[0].name.in_("nl") == "a"
    assert (built.colour, built.share, built.day) == (Colour.RED, Decimal(2), date(2026, 1, 2))


@pytest.mark.parametrize(
    "change, field",
    [
        ({"extra": 1}, "extra"),
        ({"count": "1"}, "count"),
        ({"count": True}, "count"),
        ({"colour": "blue"}, "colour"),
        ({"code": " A"}, "code"),
        ({"parts": {}}, "parts"),
        ({"parts": [3]}, "parts.0"),
        ({"parts": [{"name": {"nl": "a"}}]}, "parts.0.name.en"),
        ({"day": "2026-01-02"}, "day"),
    ],
)
def test_a_slip_names_file_row_and_field(change, field):
    with pytest.raises(OutOfOrder) as refused:
        build(Sample, {**GOOD, **change}, PLACE)
    assert refused.value.where == {"file": "sample.toml", "row": 3, "field": field}


def test_a_missing_field_is_named():
    with pytest.raises(OutOfOrder) as refused:
        build(Sample, {"code": "A", "count": 1}, PLACE)
    assert refused.value.where["field"] == "colour"


def test_texts_speak_two_languages_and_no_third():
    texts = Texts("dag", "day")
    assert (texts.in_("nl"), texts.in_("en")) == ("dag", "day")
    with pytest.raises(ValueError, match="fr"):
        texts.in_("fr")


def test_texts_are_filled_with_words_of_their_own_language():
    filled = Texts("op {d}", "on {d}").filled(d=Texts("maandag", "Monday"))
    assert filled == Texts("op maandag", "on Monday")
    assert filled + Texts("", "!") == Texts("op maandag", "on Monday !")


def test_an_open_period_lasts_for_ever():
    assert period(date(2020, 1, 1), None) == (date(2020, 1, 1), date.max)


def test_texts_are_listed_in_each_language():
    days = (Texts("maandag", "Monday"), Texts("dinsdag", "Tuesday"))
    assert listed(days) == Texts("maandag, dinsdag", "Monday, Tuesday")
    assert listed((), " ") == Texts("", "")
