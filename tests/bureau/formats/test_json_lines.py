from dataclasses import replace

import pytest

from bureau.errors import Invalid, TooLarge
from bureau.formats.guard import PAYMENTS
from bureau.formats.json_lines import read_json_lines, read_json_values


def test_lines_are_numbered_and_empty_ones_passed_over():
    assert list(read_json_lines(b'{"a":1}\n\n{"a":2}\n', PAYMENTS)) == [
        (1, {"a": 1}),
        (3, {"a": 2}),
    ]


def test_a_wrong_line_is_named_in_place_and_message():
    with pytest.raises(Invalid) as caught:
        list(read_json_lines(b'{"a":1}\n{"a":\n', PAYMENTS))
    assert caught.value.where["line"] == 2
    assert str(caught.value).startswith("Line 2")


def test_too_many_lines_are_refused():
    with pytest.raises(TooLarge):
        list(read_json_lines(b"1\n2\n3\n", replace(PAYMENTS, rows=2)))


@pytest.mark.parametrize(
    "content", [b'[{"a":1},{"a":2}]', b'{"a":1}\n{"a":2}', b'[\n{"a":1},\n{"a":2}\n]']
)
def test_a_list_and_lines_give_the_same(content):
    assert [value for _, value in read_json_values(content, PAYMENTS)] == [{"a": 1}, {"a": 2}]


def test_one_object_over_several_lines_is_one_value():
    assert read_json_values(b'{\n"a": {"b": 1}\n}', PAYMENTS) == [(1, {"a": {"b": 1}})]


@pytest.mark.parametrize("content", [b"\x0b", "\u00a0".encode()])
def test_a_file_of_blanks_alone_is_refused(content):
    with pytest.raises(Invalid):
        read_json_values(content, PAYMENTS)
