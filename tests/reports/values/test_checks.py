"""The checks under every value."""

from datetime import UTC, datetime

import pytest

from bureau.errors import Invalid
from reports.values import checks
from reports.values.cover import Official


@pytest.mark.parametrize("text", ["", "2024", "2024-02", "2024-02-29"])
def test_dates_may_be_partial(text):
    checks.partial_date("day", text)


@pytest.mark.parametrize(
    "text", ["24", "2023-02-29", "2024-13", "0000", "2024-5-7", "05-2024", " "]
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(Invalid, match="is not a date"):
        checks.partial_date("day", text)


def test_empty_words_are_refused():
    checks.words_in("title", "x")
    with pytest.raises(Invalid, match="lacks this text: title"):
        checks.words_in("title", " \n")


def test_a_moment_needs_a_zone():
    checks.aware("at", datetime(2026, 1, 1, tzinfo=UTC))
    with pytest.raises(Invalid, match="no time zone"):
        checks.aware("at", datetime(2026, 1, 1))  # noqa: DTZ001


def test_a_digest_is_nothing_or_sixty_four_small_hex_digits():
    checks.digest("sha256", "")
    checks.digest("sha256", "a1" * 32)
    for text in ("A1" * 32, "a1", "g" * 64):
        with pytest.raises(Invalid, match="SHA-256"):
            checks.digest("sha256", text)


@pytest.mark.parametrize(
    "text", ["X is schuldig", "De dader is X", "X is guilty", "a risk score of 7"]
)
def test_a_summary_never_concludes(text):
    with pytest.raises(Invalid, match="never concludes"):
        checks.no_conclusion("summary", text)


def test_an_innocent_word_is_no_conclusion():
    checks.no_conclusion("summary", "onschuldige verklaring; X is verschuldigd; scored tyres")


def test_numbers_rise():
    checks.in_order("sources", [1, 2, 7])
    for numbers in ([0], [2, 1], [1, 1]):
        with pytest.raises(Invalid, match="do not rise"):
            checks.in_order("sources", numbers)


def test_parts_finds_values_inside_values():
    one, two = Official("A", "x"), Official("B", "y")
    assert list(checks.parts((one, ("text", two)))) == [one, two]
