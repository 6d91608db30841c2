from bureau.graph.invoices import invoices
from bureau.graph.scene import stage
from bureau.graph.values import CaseEvidence
from bureau.rules.vocabulary import RecordKind
from tests.bureau.graph.builders import account, company, holds, pay, record


def bill(name="i1", euros=100, **said):
    roles = {"seller": "s", "buyer": "b", **said.pop("roles", {})}
    return record(RecordKind.INVOICE, said.pop("day", 0), euros, name=name, **said, **roles)


def found(*records, payments=(), rates=None):
    nodes = (*(company(name) for name in ("s", "b", "p")), account("acc"))
    edges = (holds("p", "acc"),)
    case = CaseEvidence(nodes, edges, payments, records=records, rates=rates or {})
    return invoices(stage(case))


def test_who_made_the_payment_is_the_payer():
    (one,) = found(bill(fields={"paid_by": "x"}), payments=(pay("acc", "s", 0, 100, name="x"),))
    assert (one.id, one.payer, one.payment, one.paid) == ("i1", "p", "x", True)


def test_a_named_payer_goes_before_and_an_unknown_payment_names_nobody():
    (one,) = found(bill(roles={"payer": "acc"}))
    assert (one.payer, one.payment, one.paid) == ("p", "", True)
    (other,) = found(bill(fields={"paid_by": "gone"}))
    assert (other.payer, other.payment, other.paid) == ("", "", True)


def test_invoices_without_day_party_amount_or_rate_are_left_aside():
    assert found(bill(day=None), bill(euros=0), bill(euros=None)) == []
    assert found(bill(roles={"seller": None}), bill(currency="USD")) == []
    (one,) = found(bill(currency="USD"), rates={"USD": "0.5"})
    assert (one.minor, one.paid) == (5000, False)
