import pytest

from bureau.rules.vocabulary import RecordKind
from tests.bureau.graph.builders import company, outcome, record

NODES = tuple(company(name) for name in ("s", "b", "x", "y"))


def bill(day=0, *, name="i1", paid_cash=True, physical=True, **fields):
    said = {"physical": physical, "paid_cash": paid_cash, "goods_code": "8517", **fields}
    return record(RecordKind.INVOICE, day, 9000, name=name, fields=said, seller="s", buyer="b")


def sent(day, consignor="x", consignee="y", **fields):
    return record(RecordKind.SHIPMENT, day, fields=fields, consignor=consignor, consignee=consignee)


LATE = sent(200)


def found(*records, nodes=NODES):
    return outcome("UB-32", records=records, nodes=nodes)


def test_goods_without_any_movement_are_found():
    (hit,) = found(bill(), bill(5, name="i2"), LATE).hits
    assert hit.subjects == ("s", "b")
    assert hit.evidence == ("i1", "i2")
    assert hit.metrics == {"currency": "EUR", "invoices": 2, "total": "18000.00"}


@pytest.mark.parametrize(
    "innocent",
    [
        sent(60, container="C1"),
        sent(60, "s", "y", goods_code="8517"),
        sent(60, "x", "b", goods_code="8517"),
        record(RecordKind.CUSTOMS_ENTRY, 3, 9000, declarant="b", fields={"goods_code": "8517"}),
    ],
)
def test_a_movement_that_may_be_that_of_the_goods_explains_them(innocent):
    assert found(bill(container="C1"), innocent, LATE).hits == ()


def test_the_window_counts_from_one_side_only():
    assert len(found(bill(), sent(61, "s", "y", goods_code="8517"), LATE).hits) == 1
    assert len(found(bill(140), LATE).hits) == 1
    assert found(bill(141), LATE).hits == ()


def test_services_unpaid_bills_and_cases_without_movements_are_not_tried():
    assert found(bill(physical=False), LATE).subjects_tried == 0
    assert found(bill(paid_cash=False), LATE).subjects_tried == 0
    assert found(bill()).subjects_tried == 0
    assert found(bill(), LATE, nodes=(*NODES[1:], company("s", hub="other"))).hits == ()
