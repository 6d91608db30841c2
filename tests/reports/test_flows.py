"""Flows per month: true to scale, named, and readable without colour."""

from dataclasses import replace

import pytest
from defusedxml.ElementTree import fromstring

from bureau.rules.vocabulary import Language, Track
from reports.flows import flows_svg
from reports.values.finance import Amount, MonthFlow
from reports.wording import texts
from tests.reports.samples import sample

T = texts(Language.NL)
FINANCES = sample(Track.CRIMINAL).finances


def bars(flows):
    svg = fromstring(flows_svg(replace(FINANCES, flows=flows), T))
    return [float(r.get("height")) for r in svg.iter("rect")][: 2 * len(flows)]


def test_bars_are_as_high_as_their_amounts():
    first_in, first_out, second_in, second_out = bars(
        (MonthFlow("2026-01", 40_000, 10_000), MonthFlow("2026-02", 20_000, 0))
    )
    assert first_in == pytest.approx(4 * first_out, rel=0.01)
    assert first_in == pytest.approx(2 * second_in, rel=0.01)
    assert second_out == 0


@pytest.mark.parametrize("most", [1, 99, 100, 12_345, 99_999_999_99])
def test_no_bar_leaves_the_drawing(most):
    assert max(bars((MonthFlow("2026-01", most, most),))) <= 230 / 2


def test_the_description_gives_the_totals_in_words():
    title = fromstring(flows_svg(FINANCES, T))[0].text
    assert "augustus 2025" in title
    assert "september 2026" in title
    assert T.amount(Amount(sum(f.incoming for f in FINANCES.flows))) in title


def test_many_months_keep_their_labels_apart():
    flows = tuple(MonthFlow(f"{2020 + i // 12}-{i % 12 + 1:02}", 100, 50) for i in range(60))
    svg = fromstring(flows_svg(replace(FINANCES, flows=flows), T))
    named = [t.text for t in svg.iter("text") if t.text in T.list("format.months_short")]
    assert len(named) == 20


def test_no_months_is_no_fault():
    assert "<svg" in flows_svg(replace(FINANCES, flows=()), T)
