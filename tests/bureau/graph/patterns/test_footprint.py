import pytest

from bureau.rules.vocabulary import RecordKind, TieKind
from tests.bureau.graph.builders import account, deposit, holds, outcome, pay, record, tie
from tests.bureau.graph.patterns.planted import NOT_FOUND, footprint


def test_money_of_many_strangers_that_goes_to_many_others_is_found():
    (hit,) = outcome("UB-21", **footprint()).hits
    assert hit.subjects == ("kiosk",)
    assert len(hit.evidence) == 20
    assert hit.metrics == {
        "currency": "EUR",
        "senders": 10,
        "receivers": 10,
        "passed": "57600.00",
        "kept_back": "2400.00",
        "matches": 10,
        "register": "not_looked_up",
    }


@pytest.mark.parametrize(
    ("case", "hits"),
    [
        (footprint(9), 0),
        (footprint(euros=5000, back=1), 1),  # exactly 50,000
        (footprint(euros=4999.99, back=1), 0),
        (footprint(back=0.9), 1),
        (footprint(back=0.89), 0),  # more than a tenth stays behind: that is trade
        (footprint(back=1.01), 0),
    ],
)
def test_each_threshold_is_met_from_one_side_only(case, hits):
    assert len(outcome("UB-21", **case).hits) == hits


@pytest.mark.parametrize(
    ("fields", "hits", "register"),
    [
        ({"found": True, "licence": "payment_service"}, 0, None),
        ({"found": True, "licence": "exchange"}, 1, "not_looked_up"),
        (NOT_FOUND, 1, "not_found"),
    ],
)
def test_a_licensed_institution_is_not_accused(fields, hits, register):
    looked = record(RecordKind.REGISTER_SNAPSHOT, 0, who="kiosk", fields=fields, name="looked")
    found = outcome("UB-21", **footprint(), records=(looked,)).hits
    assert [hit.metrics["register"] for hit in found] == [register] * hits
    if register == "not_found":
        assert "looked" in found[0].evidence


def test_an_employer_who_is_paid_by_customers_and_pays_staff_is_not_accused():
    staff = tuple(tie("kiosk", TieKind.EMPLOYS, f"to{i}") for i in range(10))
    assert outcome("UB-21", **footprint(), edges=staff).hits == ()


def test_one_family_of_senders_counts_once():
    family = tuple(tie("from0", TieKind.FAMILY, f"from{i}") for i in range(1, 10))
    assert outcome("UB-21", **footprint(), edges=family).hits == ()


def test_a_shop_with_customers_and_suppliers_is_not_accused():
    sales = [pay(f"from{i}", "kiosk", i, 40 + i) for i in range(40)]
    bills = [pay("kiosk", f"to{i}", 3 * i, 5500) for i in range(12)]
    assert outcome("UB-21", (*sales, *bills)).hits == ()


def test_cash_put_in_by_strangers_counts_as_sent():
    case = footprint()
    cash = tuple(deposit("acc", 3 * i, 6000, f"from{i}", name=f"cash{i}") for i in range(10))
    (hit,) = outcome(
        "UB-21",
        nodes=(*case["nodes"], account("acc")),
        edges=(holds("kiosk", "acc"),),
        payments=tuple(p for p in case["payments"] if p.source == "kiosk"),
        records=cash,
    ).hits
    assert {"cash0", "out0"} <= set(hit.evidence)
