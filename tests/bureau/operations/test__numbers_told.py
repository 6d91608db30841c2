"""What has the shape of a number of a person, and what only looks like it."""

import pytest

from bureau.operations import _numbers_told


def all_of(text):
    return [
        told for each in _numbers_told.PATTERN.finditer(text) if (told := _numbers_told.told(each))
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("to NL91 ABNA 0417 1643 00.", "NL91ABNA0417164300"),
        ("BSN 9999.90.019", "999990019"),
        ("BSN 999 990 019, born", "999990019"),
        ("call 06-12345678 today", "0612345678"),
        ("call +31 (0)10 456 78 90", "+310104567890"),
        ("mail S.Verbeek@Voorbeeld.test now", "s.verbeek@voorbeeld.test"),
    ],
)
def test_a_number_of_a_person_is_known_however_it_is_written(text, number):
    assert all_of(text) == [number]


@pytest.mark.parametrize(
    "text", ["01-02-2026 10:00", "€ 100.000,00", "SCR-2026-VB2345", "12345678", "123456789"]
)
def test_what_only_looks_like_one_is_left(text):
    assert all_of(text) == []
