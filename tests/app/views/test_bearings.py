"""Beside each indicator stands where its facts are, and which figures are missing."""

from datetime import date
from types import SimpleNamespace

from app.views.bearings import bearing
from bureau.rules.figures import figure_kinds
from bureau.rules.indicators import indicators

KINDS = figure_kinds().on(date(2026, 11, 20))


def test_every_indicator_has_a_place():
    for row in indicators():
        assert bearing(row.code, row.group.value, KINDS, ()).places


def test_a_figure_that_is_there_is_not_missing_and_a_withdrawn_one_is():
    share = next(kind for kind in KINDS if kind.code == "cash_share")
    for withdrawn, missing in (
        ("", ["cash_share_high"]),
        ("wrong", [share.code, "cash_share_high"]),
    ):
        known = (SimpleNamespace(kind=share, withdrawn=withdrawn),)
        found = bearing("OPS-04", "operations", KINDS, known)
        assert [kind.code for kind in found.missing] == missing
