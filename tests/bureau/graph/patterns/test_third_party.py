import pytest

from bureau.rules.vocabulary import RecordKind, TieKind
from tests.bureau.graph.builders import company, outcome, pay, person, record, tie


def bill(name, day=0, euros=5000, *, payer=None, buyer="buyer", **fields):
    return record(
        RecordKind.INVOICE, day, euros, name=name, fields=fields, seller="seller", buyer=buyer,
        payer=payer,
    )  # fmt: skip


def found(*records, nodes=(), edges=(), payments=(), **settings):
    names = ("seller", "buyer", "stranger")
    known = {node.id for node in nodes}
    people = tuple(company(name) for name in names if name not in known)
    return outcome(
        "UB-08", payments, records=records, nodes=(*people, *nodes), edges=tuple(edges),
        settings=settings,
    )  # fmt: skip


THREE = [bill(f"i{n}", n, payer="stranger") for n in range(3)]


def test_invoices_paid_by_a_stranger_are_found_with_their_payments():
    paid = pay("stranger", "seller", 2, 5000, name="p1")
    rows = [*THREE[:2], bill("i3", 2, paid_by="p1"), bill("i4", 3, payer="buyer")]
    (hit,) = found(*rows, payments=[paid]).hits
    assert hit.subjects == ("seller", "stranger")
    assert hit.evidence == ("i0", "i1", "i3", "p1")
    assert hit.metrics == {
        "currency": "EUR",
        "invoices": 4,
        "paid_by_third": 3,
        "third_total": "15000.00",
        "third_share": "0.750000",
        "payers": 1,
    }


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        (THREE, 1),
        (THREE[:2], 0),
        ([bill("i", euros=25000, payer="stranger")], 1),
        ([bill("i", euros=24999.99, payer="stranger")], 0),
        ([THREE[0], *(bill(f"b{n}", payer="buyer") for n in range(4))], 1),
        ([THREE[0], *(bill(f"b{n}", payer="buyer") for n in range(5))], 0),
    ],
)
def test_number_sum_and_share_count_from_one_side_only(rows, count):
    assert len(found(*rows).hits) == count


def test_relatives_groups_and_factors_are_no_strangers():
    group = (
        tie("mother", TieKind.OWNS, "buyer"),
        tie("mother", TieKind.OWNS, "stranger"),
    )
    assert found(*THREE, nodes=(company("mother"),), edges=group).hits == ()
    assert found(*THREE, nodes=(company("stranger", hub="bank"),)).hits == ()
    far = (
        *(tie("buyer", TieKind.EMPLOYS, "a"), tie("a", TieKind.FAMILY, "b")),
        tie("b", TieKind.OWNS, "stranger"),
    )
    assert len(found(*THREE, nodes=(person("a"), person("b")), edges=far).hits) == 1


def test_a_bank_in_between_brings_nobody_close():
    edges = (tie("bank", TieKind.OWNS, "buyer"), tie("bank", TieKind.OWNS, "stranger"))
    nodes = (company("bank", hub="bank"),)
    assert len(found(*THREE, nodes=nodes, edges=edges).hits) == 1


def test_no_invoices_no_hits_and_a_victim_is_in_none():
    assert found().hits == ()
    assert found().subjects_tried == 0
    assert found(*THREE, nodes=(person("stranger", protected=True),)).hits == ()
