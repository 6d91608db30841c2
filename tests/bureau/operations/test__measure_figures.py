"""Measures decided, objections, harm kept back when small, false alarms and requests."""

from datetime import date

from bureau.operations import _measure_figures as measured
from bureau.operations._came import Came
from tests.bureau.operations import partner_case as made

DAY = date(2026, 3, 1)


def values(figures):
    return {each.name + each.of: each.value for each in figures}


def test_decisions_and_objections_of_the_year():
    measures = (
        made.measure(decided_on=DAY, executed_on=DAY, costs=120000, objection_on=DAY),
        made.measure("M-174A", decided_on=DAY, objection_on=DAY, outcome="lost"),
        made.measure(decided_on=date(2025, 3, 1)),
    )
    rows = made.rows(measures=measures)
    assert values(measured.decided(rows, 2026)) == {
        "measures_decided": 2,
        "measures_executed": 1,
        "decided_ofM-13B": 1,
        "decided_ofM-174A": 1,
    }
    told = values(measured.objections(rows, 2026))
    assert (told["objections_filed"], told["objections_lost"], told["objections_running"]) == (
        2,
        1,
        1,
    )
    assert [each.value for each in measured.costs(rows, 2026)] == [120000]
    assert measured.costs(rows, 2025) == ()


def test_harm_is_counted_once_a_measure_and_small_numbers_are_kept_back():
    one = made.measure(executed_on=DAY)
    one.harm = [made.harm(0, homeless=6, minors=2, victims_lost=9), made.harm(3, homeless=5)]
    told = measured.harm(made.rows(measures=(one,)), 2026, made.TODAY)
    found = {each.name: each for each in told}
    assert found["harm_filled"].value == 100
    assert found["harm_homeless"].value == 6
    assert (found["harm_minors"].value, found["harm_minors"].few) == (None, 5)
    assert found["harm_victims_lost"].few == 10
    later = measured.harm(made.rows(measures=(one,)), 2027, date(2027, 6, 1))
    assert later[0].value == 0


def test_false_alarms_only_where_the_catalogue_tells_them():
    told = [("UB-01", Came(10, 6, 2, 2, 0.6)), ("UB-02", Came(7)), ("UB-03", Came(0))]
    assert values(measured.false_alarms(told)) == {"explained": 60.0, "explained_ofUB-01": 60.0}


def test_requests_are_people_and_kept_back_below_five():
    asked = [made.request(DAY, date(2026, 4, 1), date(2026, 3, 15)) for _ in range(5)]
    told = values(measured.requests(made.rows(requests=tuple(asked)), 2026, made.TODAY))
    assert told == {"requests": 5, "requests_days": 14, "requests_late": None}
    few = measured.requests(made.rows(requests=tuple(asked[:4])), 2026, made.TODAY)
    assert [each.value for each in few] == [None, None, None]
