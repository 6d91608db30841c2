from bureau.graph.reach import sides, within
from bureau.graph.scene import stage
from bureau.graph.values import CaseEvidence, Lease, Permit
from bureau.rules.vocabulary import RecordKind, TieKind
from tests.bureau.graph.builders import (
    START,
    account,
    company,
    holds,
    lend,
    pay,
    person,
    record,
    sell,
    tie,
)

NODES = (
    *(person(name) for name in ("me", "friend", "far", "farther", "eve")),
    *(account(name) for name in ("mine", "his")),
    company("bank", hub="bank"),
)
EDGES = (
    holds("me", "mine"),
    holds("far", "his"),
    tie("me", TieKind.FAMILY, "friend"),
    tie("far", TieKind.FAMILY, "farther"),
)
PAYMENTS = (
    pay("mine", "friend", 0, 10, name="p1"),
    pay("friend", "his", 1, 10, name="p2"),
    pay("his", "farther", 2, 10, name="p3"),
)


def seen(hops, **more):
    case = CaseEvidence(**{"nodes": NODES, "edges": EDGES, "payments": PAYMENTS, **more})
    return within(case, ["me"], hops)


def ids(facts):
    return [fact.id for fact in facts]


def test_a_fact_is_in_where_it_touches_somebody_near():
    near = seen(1)
    assert ids(near.payments) == ["p1", "p2"]
    assert "farther" not in ids(near.nodes)
    assert {"his", "far"} <= set(ids(near.nodes))
    assert EDGES[1] in near.edges
    assert EDGES[3] not in near.edges
    assert ids(seen(2).payments) == ["p1", "p2", "p3"]


def test_an_account_stands_where_its_holder_stands():
    assert ids(seen(0).payments) == ["p1"]


def test_nothing_is_reached_through_a_bank():
    edges = (*EDGES, tie("bank", TieKind.LENDS, "me"), tie("bank", TieKind.LENDS, "farther"))
    found = seen(3, edges=edges, payments=())
    assert edges[-2] in found.edges
    assert edges[-1] not in found.edges


def test_whoever_is_protected_stays_protected_and_leads_nowhere():
    nodes = (*NODES[:4], person("eve", protected=True), *NODES[5:], account("hers"))
    edges = (holds("eve", "hers"), holds("me", "mine"))
    paid = (pay("mine", "hers", 0, 5, name="x"), pay("hers", "his", 1, 5, name="y"))
    found = seen(3, nodes=nodes, edges=edges, payments=paid)
    assert ids(found.payments) == ["x"]
    assert len(stage(found).ledgers) == 0
    assert "hers" in stage(found).barred


def test_whoever_shares_an_account_with_a_protected_person_stays_in():
    nodes = (*NODES[:4], person("eve", protected=True), *NODES[5:], account("ours"))
    edges = (*EDGES, holds("eve", "ours"), holds("friend", "ours"))
    scene = stage(seen(1, nodes=nodes, edges=edges))
    assert scene.barred == {"eve", "ours"}
    assert {"me", "friend"} <= set(scene.graph)
    assert not {"eve", "ours"} & set(scene.graph)


def test_deals_records_and_facts_about_nobody():
    lease = Lease("l", "shop", "lord", "me", 1)
    rows = (
        record(RecordKind.REFERENCE_PRICE, 0, name="r"),
        record(RecordKind.HAND_OVER, 0, 5, name="h", giver="me", taker="new"),
        record(RecordKind.HAND_OVER, 0, 5, name="g", giver="a", taker="b"),
    )
    found = seen(
        1,
        records=rows,
        leases=(lease,),
        loans=(lend("lord", "x", 1, 5), lend("q", "x", 1, 5, name="L2")),
        sales=(sell("S1", "a", "b", 0, 1, property="shop"), sell("S2", "a", "b", 0, 1)),
        permits=(Permit("shop", START), Permit("house", START)),
    )
    assert ids(found.records) == ["r", "h"]
    assert (ids(found.loans), ids(found.sales)) == (["L1"], ["S1"])
    assert found.permits == (Permit("shop", START),)
    assert sides(lease) == {"shop", "lord", "me"}


def test_a_joint_account_is_a_step_between_its_holders():
    edges = (holds("me", "mine"), holds("far", "mine"), tie("far", TieKind.FAMILY, "farther"))
    assert edges[2] not in seen(0, edges=edges, payments=()).edges
    assert edges[2] in seen(1, edges=edges, payments=()).edges


def test_accounts_that_nobody_is_known_to_hold_bring_nobody_near():
    nodes = (*NODES, account("x"), account("y"), account("z"))
    paid = (pay("x", "y", 0, 5, name="loose"), pay("z", "farther", 0, 5, name="tied"))
    assert ids(seen(0, nodes=nodes, payments=paid).payments) == ["loose"]
