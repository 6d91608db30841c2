"""A sheet balances: the smaller side and the difference make the larger one, whatever the lines."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bureau.operations._financing import Line
from bureau.operations._financing_view import sheets
from bureau.rules.financing import LineStanding, Side
from bureau.rules.money import Money

amounts = st.lists(
    st.tuples(st.sampled_from(Side), st.integers(1, 10**11), st.sampled_from(("EUR", "USD")))
)


@given(amounts)
def test_every_sheet_balances_to_the_cent(rows):
    lines = [
        Line(side, "other", Money(cents, unit), Money(0, unit), LineStanding.GIVEN)
        for side, cents, unit in rows
    ]
    found = sheets(None, lines, date(2026, 3, 2))
    assert [sheet.currency for sheet in found] == sorted({unit for _, _, unit in rows})
    for sheet in found:
        assert sheet.brings + sheet.unsourced == sheet.takes + sheet.unused == sheet.total
        assert min(sheet.unsourced.minor, sheet.unused.minor) == 0
        for side, whole in ((sheet.sources, sheet.brings), (sheet.uses, sheet.takes)):
            assert sum(line.stated.minor for line in side) == whole.minor
            assert sum(line.share for line in side) == (100 if side else 0)
            assert not side or side[-1].running == whole
        assert sheet.unshown == sheet.brings
