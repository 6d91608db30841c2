import pytest

from bureau.errors import Invalid, TooLarge
from bureau.formats.guard import (
    PAYMENTS,
    Limits,
    check_digits,
    decode,
    decode_lenient,
    lines,
    refusing,
    shorten,
)


@pytest.mark.parametrize("content", ["Ünïcode שלום".encode(), "Ünïcode שלום".encode("utf-8-sig")])
def test_utf8_is_read_with_or_without_mark(content):
    assert decode(content, PAYMENTS) == "Ünïcode שלום"


@pytest.mark.parametrize(
    ("content", "byte"),
    [
        (b"abc\xe9def", 3),
        (b"\xef\xbb\xbfabc\xe9", 6),
        ("abc".encode("utf-16"), 0),
        ("abc".encode("utf-32"), 0),
        (b"ab\x00c", 2),
        ("é\x00".encode(), 2),
        (b"", 0),
        (b"  \r\n", 0),
        (b"\xef\xbb\xbf", 0),
    ],
)
def test_other_bytes_are_refused_at_their_offset(content, byte):
    with pytest.raises(Invalid) as caught:
        decode(content, PAYMENTS)
    assert caught.value.where == {"byte": byte}
    assert caught.value.hint


def test_a_file_above_the_limit_is_not_looked_into():
    with pytest.raises(TooLarge) as caught:
        decode(b"\xff" * 11, Limits(size=10))
    assert caught.value.where == {"byte": 10}


@pytest.mark.parametrize(
    ("content", "encoding"),
    [(b"caf\xc3\xa9", "utf-8"), (b"caf\xe9", "cp1252"), (b"\x81", "latin-1")],
)
def test_bank_files_may_use_the_older_sets(content, encoding):
    assert decode_lenient(content, PAYMENTS).encoding == encoding


@pytest.mark.parametrize("content", [b"", b"a\x00", "abc".encode("utf-16")])
def test_not_even_bank_files_may_be_anything(content):
    with pytest.raises(Invalid):
        decode_lenient(content, PAYMENTS)


def test_lines_keep_their_ends_and_follow_every_convention():
    assert list(lines("a\r\nb\rc\n\nd\x0be")) == ["a\r\n", "b\r", "c\n", "\n", "d\x0be"]


def test_numbers_have_an_end():
    check_digits("9" * 30, PAYMENTS)
    with pytest.raises(TooLarge) as caught:
        check_digits("9" * 31, PAYMENTS, line=4)
    assert caught.value.where == {"line": 4}


def test_quoted_values_are_short_and_printable():
    assert shorten("a\x1b\u202eb") == "a\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}b"
    assert shorten("x" * 100) == "x" * 60 + "…"


@pytest.mark.parametrize(
    ("problem", "where"), [("bad at line 12, column 3", {"line": 12}), ("bad", {"byte": 0})]
)
def test_a_foreign_error_becomes_a_refusal(problem, where):
    with pytest.raises(Invalid) as caught, refusing("XML", ValueError, hint="Again."):
        raise ValueError(problem)
    assert caught.value.where == where
