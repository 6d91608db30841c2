import pytest

from bureau.rules.vocabulary import RecordKind
from tests.bureau.graph.builders import company, outcome, record

NODES = (company("s"), company("b"))


def bill(price, day=100, *, name="i1", seller="s", code="8517", currency="EUR"):
    fields = {"goods_code": code, "unit_price": str(price), "quantity": "10"}
    return record(
        RecordKind.INVOICE, day, 1000, name=name, fields=fields, currency=currency,
        seller=seller, buyer="b",
    )  # fmt: skip


def prices(count=20, price="100", day=100, code="8517"):
    fields = {"goods_code": code, "unit_price": price}
    return [
        record(RecordKind.REFERENCE_PRICE, day, name=f"r{n}", fields=fields) for n in range(count)
    ]


def found(*records, **more):
    return outcome("UB-31", records=records, nodes=NODES, **more)


def test_a_price_far_from_that_of_others_is_found():
    (hit,) = found(*prices(), bill(400), bill(20, 101, name="i2")).hits
    assert hit.subjects == ("s", "b")
    assert hit.evidence == ("i1", "i2")
    assert hit.metrics == {
        "goods_code": "8517",
        "invoices": 2,
        "furthest_ratio": "0.200000",
        "references": 20,
    }


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        ([*prices(), bill(150)], 1),
        ([*prices(), bill("149.99")], 0),
        ([*prices(price="150"), bill(100)], 1),
        ([*prices(price="149.99"), bill(100)], 0),
        ([*prices(19), bill(400)], 0),
        ([*prices(day=282), bill(400)], 1),
        ([*prices(day=283), bill(400)], 0),
        ([*prices(code="other"), bill(400)], 0),
    ],
)
def test_ratio_number_and_period_count_from_one_side_only(rows, count):
    assert len(found(*rows).hits) == count


def test_own_invoices_are_no_peers_and_too_few_peers_are_not_tried():
    own = [bill(400, name=f"i{n}") for n in range(25)]
    assert found(*own).subjects_tried == 0
    assert found().hits == ()


def test_customs_values_and_other_currencies_compare():
    entries = [
        record(
            RecordKind.CUSTOMS_ENTRY, 100, 1000, name=f"c{n}", declarant="x",
            fields={"goods_code": "8517", "quantity": "10"},
        )
        for n in range(20)
    ]  # fmt: skip
    (hit,) = found(*entries, bill(200, currency="USD"), rates={"USD": "0.9"}).hits
    assert hit.metrics["furthest_ratio"] == "1.800000"
    assert found(*entries, bill(200, currency="USD")).hits == ()
