"""Figures are typed: what is kept can be read, and what does not fit is refused."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bureau.errors import Invalid
from bureau.rules.figures import (
    Figure,
    Figures,
    Unit,
    figure_kinds,
    kept,
    option_words,
    read,
    shown,
)
from bureau.rules.indicators import TESTS

TODAY = date(2026, 11, 20)
FORBIDDEN = re.compile(r"nationali|herkomstland|geboorteland|etnisch|ethnic|birthplace|wijk", re.I)


def kind(code):
    return figure_kinds().row(code, TODAY)


def test_every_figure_feeds_an_indicator_and_none_is_about_descent():
    for row in figure_kinds():
        assert row.feeds
        assert set(row.feeds) <= set(TESTS)
        assert not FORBIDDEN.search(f"{row.name} {row.help}".replace("afwijk", ""))
        assert (row.unit is Unit.CHOICE) == bool(row.options)


@pytest.mark.parametrize(
    "code, written, stored, value, english",
    [
        ("turnover", "1234.50", "123450", Decimal(123450), "€1,234.50"),
        ("seats", " 40 ", "40", Decimal(40), "40"),
        ("occupancy", "12,5", "12.5", Decimal("12.5"), "12.5%"),
        ("bankruptcy", "2024-02-29", "2024-02-29", date(2024, 2, 29), "2024-02-29"),
        ("labour_signal", "no", "no", False, "no"),
        ("control_clause", "brewery", "brewery", "brewery", "brewery"),
        ("document_doubt", "totaal klopt niet", "totaal klopt niet", "totaal klopt niet", None),
    ],
)
def test_what_is_written_is_kept_and_read(code, written, stored, value, english):
    assert kept(kind(code), written) == stored
    assert read(kind(code), stored) == value
    assert shown(kind(code), stored).en == (english or stored)


@pytest.mark.parametrize(
    "code, written",
    [
        ("turnover", "-1"),
        ("turnover", "much"),
        ("seats", "-4"),
        ("seats", "1e3"),
        ("occupancy", "100.1"),
        ("bankruptcy", "2025-02-29"),
        ("bankruptcy", "20250201"),
        ("labour_signal", "perhaps"),
        ("control_clause", "bank"),
        ("document_doubt", " "),
        ("document_doubt", "x" * 501),
    ],
)
def test_what_does_not_fit_is_refused_with_a_hint(code, written):
    with pytest.raises(Invalid) as refusal:
        kept(kind(code), written)
    assert refusal.value.hint
    assert refusal.value.where


def test_looked_and_found_none_is_not_the_same_as_not_looked():
    assert Figures().all("bankruptcy") is None
    assert Figures((Figure("bankruptcy", None),)).all("bankruptcy") == ()
    assert read(kind("bankruptcy"), None) is None
    assert shown(kind("bankruptcy"), None).en == "looked, found none"


def test_the_last_word_about_one_thing_holds():
    rows = Figures((Figure("seats", Decimal(40)), Figure("seats", Decimal(50))))
    assert rows.number("seats") == 50
    about = Figures((Figure("mandate", True, "A"), Figure("mandate", False, "B")))
    assert about.said("mandate", "A") is True
    assert about.subjects("mandate") == ("A", "B")
    assert about.words("observed_activity") == ""
    assert option_words("landlord").nl == "verhuurder"


@given(st.integers(0, 10**9))
def test_an_amount_comes_back_to_the_cent(cents):
    written = f"{cents // 100}.{cents % 100:02d}"
    assert read(kind("turnover"), kept(kind("turnover"), written)) == cents
