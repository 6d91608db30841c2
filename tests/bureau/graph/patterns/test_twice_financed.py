from bureau.rules.vocabulary import RecordKind
from tests.bureau.graph.builders import company, outcome, pay, person, record

NODES = tuple(company(name) for name in ("s", "t", "b", "c"))


def bill(name, *, seller="s", buyer="b", payer="b", number="", day=0, **fields):
    said = {"number": number or name, "container": "MSKU1", "paid_cash": True, **fields}
    return record(
        RecordKind.INVOICE, day, 40000, name=name, fields=said, seller=seller, buyer=buyer,
        payer=payer,
    )  # fmt: skip


def found(*records, nodes=NODES, payments=(), **settings):
    return outcome("UB-33", payments, records=records, nodes=nodes, settings=settings)


def test_one_container_paid_by_two_is_found_once():
    rows = [bill("i1"), bill("i2", buyer="c", payer="c", day=4, bill_of_lading="X")]
    (hit,) = found(*rows).hits
    assert hit.subjects == ("s", "b", "c")
    assert hit.evidence == ("i1", "i2")
    assert hit.metrics == {
        "currency": "EUR",
        "invoices": 2,
        "payers": 2,
        "financiers": 0,
        "total": "80000.00",
    }


def test_two_banks_behind_one_payer_are_found_too():
    rows = [bill("i1", financier="Bank A"), bill("i2", financier="Bank B")]
    assert found(*rows).hits[0].metrics["financiers"] == 2


def test_corrections_instalments_and_resales_are_no_hit():
    assert found(bill("i1", number="7"), bill("i2", number="7", payer="c")).hits == ()
    assert found(bill("i1"), bill("i2")).hits == ()
    assert found(bill("i1", buyer="t", payer="t"), bill("i2", seller="t")).hits == ()


def test_fewer_invoices_than_asked_and_an_empty_case_are_silent():
    rows = [bill("i1"), bill("i2", payer="c")]
    assert found(*rows, n=3).hits == ()
    assert found().subjects_tried == 0
    assert found(*rows, nodes=(person("c", protected=True),)).hits == ()


def test_who_made_the_payment_of_an_invoice_is_its_payer():
    paid = pay("c", "s", 1, 40000, name="p1")
    rows = [bill("i1"), bill("i2", payer=None, paid_by="p1")]
    assert found(*rows, payments=[paid]).hits[0].evidence == ("i1", "i2", "p1")
