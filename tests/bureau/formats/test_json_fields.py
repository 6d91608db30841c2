from datetime import date

import pytest

from bureau.errors import Invalid
from bureau.formats.json_fields import as_day, fields
from bureau.rules.vocabulary import Stage

KNOWN = frozenset("abc")


def here(**values):
    return fields(values, KNOWN, "rows[0]")


def path(error):
    return error.value.where["path"]


def test_fields_are_taken_as_agreed():
    row = here(a="2026-11-20", b=True, c=3)
    assert (row.needed_day("a"), row.flag("b"), row.count("c", 1, 9)) == (
        date(2026, 11, 20),
        True,
        3,
    )
    assert (row.count("d", 1, 9), row.day("e"), row.items("f")) == (None, None, [])
    assert row.flag("g", default=False) is False
    assert here(a="existing").member("a", Stage) is Stage.EXISTING


@pytest.mark.parametrize(
    "read",
    [
        lambda: here(z=1),
        lambda: here().needed_day("z"),
        lambda: here().text("z"),
        lambda: here(z=""),
        lambda: here().flag("z"),
    ],
)
def test_what_is_unknown_or_missing_is_named(read):
    with pytest.raises(Invalid) as refused:
        read()
    assert path(refused) == "rows[0].z"
    assert refused.value.hint


@pytest.mark.parametrize(
    "value, read",
    [
        (1, lambda row: row.text("a")),
        ("", lambda row: row.text("a")),
        (1, lambda row: row.flag("a")),
        (None, lambda row: row.flag("a")),
        (True, lambda row: row.count("a", 0, 9)),
        (10, lambda row: row.count("a", 0, 9)),
        ("x", lambda row: row.member("a", Stage)),
        ({}, lambda row: row.items("a")),
        (None, lambda row: row.day("a")),
    ],
)
def test_a_wrong_value_is_named(value, read):
    with pytest.raises(Invalid) as refused:
        read(here(a=value))
    assert path(refused) == "rows[0].a"


@pytest.mark.parametrize(
    "value",
    ["2026-02-30", "20260220", "2026-W08-5", "2026-2-03", "0001-01-01", "2100-01-01", 20260220],
)
def test_a_date_that_does_not_exist_is_refused(value):
    with pytest.raises(Invalid):
        as_day(value, "day")


@pytest.mark.parametrize("value", [[], "x", None, 3])
def test_only_an_object_has_fields(value):
    with pytest.raises(Invalid) as refused:
        fields(value, KNOWN)
    assert path(refused) == "$"
