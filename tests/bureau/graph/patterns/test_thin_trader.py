import pytest

from bureau.rules.vocabulary import RecordKind
from tests.bureau.graph.builders import company, outcome, pay, record

PAYMENTS = [
    each
    for week in range(4)
    for each in (
        pay("zone1", "thin", 7 * week, 20000, name=f"in{week}"),
        pay("thin", "zone2", 7 * week + 1, 19990, name=f"out{week}"),
    )
]


def books(turnover=2_000_000, assets=50_000):
    return [
        record(RecordKind.TURNOVER, 0, turnover, name="t", company="thin"),
        record(RecordKind.ASSETS, 0, assets, name="a", person="thin"),
    ]


def listed(*names, register="free_zone"):
    return [
        record(
            RecordKind.REGISTER_SNAPSHOT, 0, who=name,
            fields={"register": register, "found": True},
        )
        for name in names
    ]  # fmt: skip


def found(*records, staff=0, payments=PAYMENTS, reshuffles=0):
    nodes = (company("thin", staff=staff), company("zone1"), company("zone2"))
    return outcome("UB-36", payments, records=records, nodes=nodes, reshuffles=reshuffles)


def test_a_company_of_nobody_through_which_millions_pass_is_found():
    (hit,) = found(*books(), *listed("zone1")).hits
    assert hit.subjects == ("thin",)
    assert hit.evidence[:2] == ("t", "a")
    assert {"in0", "out0"} <= set(hit.evidence)
    assert hit.metrics == {
        "currency": "EUR",
        "turnover": "2000000.00",
        "assets": "50000.00",
        "counterparties": 2,
        "in_free_zones": 1,
        "staff": 0,
        "free_zone_share": "0.500000",
    }


@pytest.mark.parametrize(
    ("records", "staff"),
    [
        ([*books(turnover=1_999_999), *listed("zone1")], 0),
        ([*books(assets=50_001), *listed("zone1")], 0),
        ([*books(), *listed("zone1")], 1),
        (books(), 0),
        ([*books(), *listed("zone1", register="trade")], 0),
    ],
)
def test_each_bound_must_be_met(records, staff):
    assert found(*records, staff=staff).hits == ()


def test_what_is_not_known_is_not_assumed():
    assert found(*books(), *listed("zone1"), staff=None).subjects_tried == 0
    assert found(*books()[:1], *listed("zone1")).subjects_tried == 0
    assert found().hits == ()


def test_an_account_that_keeps_its_money_is_no_pass_through():
    kept = [each for each in PAYMENTS if each.source == "zone1"]
    assert found(*books(), *listed("zone1"), payments=kept).hits == ()


def test_shuffled_payments_give_a_base_rate():
    assert found(*books(), *listed("zone1"), reshuffles=2).base_rate["reshuffles"] == 2
