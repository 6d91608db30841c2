"""Of several changes the one that began last holds."""

from datetime import date
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from bureau.operations._thresholds import CONFIRMED, held
from bureau.rules.indicators import indicators

ROW = indicators().row("FIN-01", date(2026, 11, 20))
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


def change(number, day, value="5", name="tolerance_eur", indicator="FIN-01"):
    return SimpleNamespace(
        indicator=indicator,
        name=name,
        number=number,
        holds_from=day,
        value=value,
        state=CONFIRMED,
    )


def test_a_change_of_another_indicator_or_name_does_not_count():
    day = date(2026, 1, 1)
    strange = (change(2, day, indicator="FIN-02"), change(2, day, name="gone"))
    assert held(ROW, strange, day).text() == "tolerance_eur: 1"


@given(st.lists(DAYS, max_size=5), DAYS)
def test_nothing_holds_before_its_day(days, on):
    made = [change(number, day, str(number)) for number, day in enumerate(days, start=2)]
    found = held(ROW, made, on)
    begun = [each for each in made if each.holds_from <= on]
    wanted = max(begun, key=lambda each: (each.holds_from, each.number), default=None)
    assert found.versions["tolerance_eur"] == (wanted.number if wanted else 1)
    assert found.values["tolerance_eur"] == (int(wanted.value) if wanted else 1000)
