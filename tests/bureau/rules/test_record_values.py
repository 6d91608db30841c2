"""Values of records: from text or typed, kept as plain JSON, and written back the same."""

import pytest

from bureau.rules.record_values import FieldType, read, written

CODES = ("mon", "tue", "wed")


@pytest.mark.parametrize(
    ("kind", "given", "kept"),
    [
        (FieldType.TEXT, " a ", "a"),
        (FieldType.INTEGER, "12", 12),
        (FieldType.INTEGER, 12, 12),
        (FieldType.MINOR, "12.5", 1250),
        (FieldType.MINOR, 1250, 1250),
        (FieldType.DECIMAL, "12.50", "12.50"),
        (FieldType.SHARE, "0.25", "0.25"),
        (FieldType.DEGREES, "-4.5", "-4.5"),
        (FieldType.YES_NO, "ja", True),
        (FieldType.YES_NO, False, False),
        (FieldType.CHOICE, "mon", "mon"),
        (FieldType.CHOICES, "tue, mon", ["mon", "tue"]),
        (FieldType.CHOICES, ["wed"], ["wed"]),
        (FieldType.COUNTS, {"50": 12, "500": 3}, {"500": 3, "50": 12}),
        (FieldType.COUNTS, "0.50 x 4", {"0.50": 4}),
        (FieldType.CURRENCY, "usd", "USD"),
    ],
)
def test_a_value_is_kept_plain_and_can_be_written_back(kind, given, kept):
    assert read(kind, given, CODES) == (None, kept)
    assert read(kind, written(kind, kept), CODES) == (None, kept)


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (FieldType.TEXT, "x" * 201),
        (FieldType.INTEGER, "1.5"),
        (FieldType.INTEGER, True),
        (FieldType.MINOR, "1.234"),
        (FieldType.DECIMAL, "1e9"),
        (FieldType.DECIMAL, "NaN"),
        (FieldType.DECIMAL, "-1"),
        (FieldType.SHARE, "25%"),
        (FieldType.DEGREES, "181"),
        (FieldType.YES_NO, "perhaps"),
        (FieldType.CHOICE, "sun"),
        (FieldType.CHOICES, "mon, sun"),
        (FieldType.COUNTS, "500 - 3"),
        (FieldType.COUNTS, "50 x 1, 50 x 2"),
        (FieldType.COUNTS, {"50": "many"}),
        (FieldType.CURRENCY, "€"),
    ],
)
def test_what_cannot_be_read_comes_with_the_way_to_write_it(kind, given):
    problem, found = read(kind, given, CODES)
    assert problem
    assert found is None
