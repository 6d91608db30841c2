import pytest

from bureau.errors import Invalid
from bureau.formats.csv_layouts import LAYOUTS, REQUIRED, STANDARD, layout_of


def test_the_standard_layout_needs_its_six_columns():
    assert layout_of([*REQUIRED, "anything"]) is STANDARD
    for missing in REQUIRED:
        with pytest.raises(Invalid, match=missing):
            layout_of([name for name in REQUIRED if name != missing])


def test_another_layout_fits_only_its_own_header():
    simulator = LAYOUTS[1]
    assert layout_of(simulator.exact) is simulator
    with pytest.raises(Invalid):
        layout_of(simulator.exact[:-1])
    with pytest.raises(Invalid):
        layout_of(simulator.exact[::-1])


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_layout_says_where_date_amount_and_accounts_are(layout):
    assert {"date", "amount", "from_account", "to_account"} <= set(layout.columns)
    assert layout.currency or "currency" in layout.columns
