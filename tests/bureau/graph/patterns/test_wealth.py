from dataclasses import replace

import pytest

from bureau.rules.vocabulary import RecordKind
from tests.bureau.graph.builders import lend, outcome, record
from tests.bureau.graph.patterns.planted import wealth


def test_more_than_came_in_is_found_with_every_term_and_its_source():
    (hit,) = outcome("UB-26", **wealth()).hits
    assert hit.subjects == ("ann",)
    assert hit.evidence == ("open", "wage", "car", "end")
    assert hit.metrics == {
        "currency": "EUR",
        "opening": "5000.00",
        "income": "40000.00",
        "loans": "0.00",
        "spending": "10000.00",
        "closing": "90000.00",
        "unexplained": "55000.00",
        "part_of_income": "1.375000",
    }


@pytest.mark.parametrize(
    ("case", "settings", "hits"),
    [
        (wealth(closing=60_000), {}, 1),  # exactly 25,000
        (wealth(closing=59_999.99), {}, 0),
        (wealth(), {"r": "1.375"}, 1),
        (wealth(), {"r": "1.376"}, 0),
        (wealth(), {"years": 2}, 1),
        (wealth(), {"years": 1}, 0),
    ],
)
def test_each_threshold_is_met_from_one_side_only(case, settings, hits):
    assert len(outcome("UB-26", settings=settings, **case).hits) == hits


def test_an_inheritance_or_a_loan_on_record_explains_it():
    case = wealth()
    inherited = record(
        RecordKind.INCOME, 400, 50_000, person="ann", name="aunt", fields={"sort": "other"}
    )
    assert outcome("UB-26", **{**case, "records": (*case["records"], inherited)}).hits == ()
    assert outcome("UB-26", **case, loans=(lend("bank", "ann", 100, 31_000),)).hits == ()
    later = (lend("bank", "ann", 800, 31_000),)
    assert len(outcome("UB-26", **case, loans=later).hits) == 1


@pytest.mark.parametrize("missing", ["open", "end", "wage"])
def test_where_a_term_is_not_known_nothing_is_compared(missing):
    case = wealth()
    records = tuple(each for each in case["records"] if each.id != missing)
    found = outcome("UB-26", **{**case, "records": records})
    assert (found.hits, found.subjects_tried) == ((), 0)


def test_assets_counted_in_one_month_are_one_count():
    case = wealth()
    house = record(
        *(RecordKind.ASSETS, 20, 60_000), person="ann", fields={"moment": "opening"}, name="house"
    )
    assert outcome("UB-26", **{**case, "records": (*case["records"], house)}).hits == ()


@pytest.mark.parametrize(("rates", "hits", "left"), [({}, 0, 1), ({"USD": "0.90"}, 0, 0)])
def test_a_term_without_a_rate_is_no_unexplained_wealth(rates, hits, left):
    case = wealth()
    wage = record(
        RecordKind.INCOME, 9, 90_000, person="ann", name="usd", currency="USD",
        fields={"sort": "wage"},
    )  # fmt: skip
    loan = replace(lend("bank", "ann", 100, 90_000), currency="USD")
    for more in ({"records": (*case["records"], wage)}, {"loans": (loan,)}):
        found = outcome("UB-26", **{**case, **more}, rates=rates)
        assert (len(found.hits), found.subjects_tried) == (hits, 1 - left)
        assert sum(found.left_out.values()) == left
