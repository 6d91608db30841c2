"""Bands of money between bars: widths are sums, a circle is drawn as running back."""

import pytest

from bureau.graph.rivers import Flow, rivers


def test_bars_stand_in_columns_and_bands_are_as_wide_as_their_sums():
    drawn = rivers([Flow("a", "b", 300), Flow("b", "c", 100), Flow("a", "c", 100)])
    bars = {bar.name: bar for bar in drawn.bars}
    assert [bars[name].column for name in "abc"] == [0, 1, 2]
    assert (bars["a"].outward, bars["b"].inward, bars["c"].inward) == (400, 300, 200)
    widths = {(band.flow.source, band.flow.target): band.width for band in drawn.bands}
    assert widths["a", "b"] == pytest.approx(3 * widths["b", "c"], rel=0.01)
    assert bars["a"].height == pytest.approx(widths["a", "b"] + widths["a", "c"], abs=0.3)


def test_money_that_goes_round_is_never_left_out():
    drawn = rivers([Flow("a", "b", 30), Flow("b", "c", 20), Flow("c", "a", 10)])
    assert [band.flow.source for band in drawn.bands if band.back] == ["c"]
    assert len(drawn.bands) == 3
    assert rivers([]).bars == ()
