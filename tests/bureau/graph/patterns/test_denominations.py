import pytest

from bureau.rules.vocabulary import RecordKind
from tests.bureau.graph.builders import outcome, record
from tests.bureau.graph.patterns.planted import denominations, swap


def test_many_large_notes_are_found():
    (hit,) = outcome("UB-16", **denominations()).hits
    assert hit.subjects == ("kiosk",)
    assert hit.evidence == ("held",)
    assert hit.metrics == {
        "currency": "EUR",
        "counts": 1,
        "shape": "share",
        "counted": "20000.00",
        "large_notes": "0.750000",
        "norm": "unknown",
    }


def test_small_notes_turned_into_large_ones_are_found():
    (hit,) = outcome("UB-16", settings={"q": 0.6}, **swap()).hits
    assert hit.evidence == ("small", "large")
    assert hit.metrics == {
        "currency": "EUR",
        "counts": 2,
        "shape": "swap",
        "given": "20000.00",
        "got": "19500.00",
        "large_given": "0.000000",
        "large_got": "1.000000",
    }


@pytest.mark.parametrize(
    ("case", "shapes"),
    [
        (swap(got=38), ["swap"]),  # five per cent less
        (swap(got=37), []),
        (swap(day=7), ["swap"]),
        (swap(day=8), []),
        (swap(small="200"), ["share"]),
        (denominations(large=60, of="100"), []),  # no large notes at all
        (denominations(large=37, of="200"), []),  # 0.597 in large notes
        (denominations(large=38, of="200"), ["share"]),
    ],
)
def test_each_threshold_is_met_from_one_side_only(case, shapes):
    found = outcome("UB-16", settings={"q": 0.6}, **case).hits
    assert [hit.metrics["shape"] for hit in found] == shapes


def test_half_in_large_notes_is_enough_with_the_numbers_of_the_table():
    assert len(outcome("UB-16", **denominations(large=25, of="200")).hits) == 1
    assert outcome("UB-16", **denominations(large=24, of="200")).hits == ()  # below 10,000


def test_where_the_trade_is_used_to_large_notes_nobody_stands_out():
    case = denominations(activity="car dealer")
    theirs = record(
        RecordKind.CASH_HELD,
        1,
        name="theirs",
        holder="cars",
        fields={"direction": "in", "denominations": {"500": 1, "50": 400}},
    )
    known = {**case, "records": (*case["records"], theirs)}
    assert outcome("UB-16", **known).hits == ()
    (hit,) = outcome("UB-16", settings={"q0": 0.03}, **known).hits
    assert hit.metrics["norm"] == "0.024390"
