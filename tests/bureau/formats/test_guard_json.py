from decimal import Decimal

import pytest

from bureau.errors import Invalid, TooLarge
from bureau.formats.guard import REGISTERS, Limits
from bureau.formats.guard_json import parse


def test_values_come_back_exactly():
    assert parse(b'{"a": [1, 0.10, "x", null, true]}', REGISTERS) == {
        "a": [1, Decimal("0.10"), "x", None, True]
    }


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b'{"a": 1,\n"b": }', {"line": 2}),
        (b'{"a": 1, "a": 2}', {"path": "a"}),
        (b"[NaN]", {"path": "NaN"}),
        (b"[-Infinity]", {"path": "-Infinity"}),
        (b'{"a": "\\u0000"}', {"path": "$.a"}),
        (b'["x", "\\ud800"]', {"path": "$[1]"}),
        (b'{"\\ud800": 1}', {"path": "$"}),
        (b"[1] [2]", {"line": 1}),
        (b'["\xff"]', {"byte": 2}),
        (b'"never ends', {"line": 1}),
        (b"]]]]", {"line": 1}),
    ],
)
def test_what_is_not_sound_json_is_refused_at_its_place(content, where):
    with pytest.raises(Invalid) as caught:
        parse(content, REGISTERS)
    assert caught.value.where == where


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 200_000,
        b'{"a":' * 200_000,
        b"[" * 41 + b"]" * 41,
        b"[" + b"9" * 5000 + b"]",
        b"[1." + b"9" * 5000 + b"]",
        b"[1e999999999]",
        b"[1e-999999999]",
    ],
)
def test_depth_and_digits_are_bounded_before_they_cost(content):
    with pytest.raises(TooLarge) as caught:
        parse(content, REGISTERS)
    assert caught.value.where
    assert caught.value.hint


def test_brackets_inside_texts_are_not_depth():
    text = "[" * 100 + '\\"' + "{" * 100
    assert parse(f'["{text}"]'.encode(), REGISTERS) == [text.replace('\\"', '"')]


def test_escapes_without_end_are_scanned_once():
    content = b'"' + b'\\"' * 500_000
    with pytest.raises(Invalid):
        parse(content, REGISTERS)


def test_an_escaped_pair_is_one_character():
    assert parse(b'["\\ud83d\\ude00"]', REGISTERS) == ["\U0001f600"]


def test_the_size_is_bounded():
    with pytest.raises(TooLarge):
        parse(b"[1, 2]", Limits(size=3))


def test_the_number_of_objects_is_bounded():
    with pytest.raises(TooLarge):
        parse(b"[[],[],[]]", Limits(elements=3))
