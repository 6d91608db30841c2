from bureau.graph.handed_on import busy_agents, flows_of, passed_on
from bureau.graph.scene import Budget, stage
from bureau.graph.values import CaseEvidence
from bureau.rules.vocabulary import RecordKind
from tests.bureau.graph.builders import account, company, deposit, holds, pay, record


def scene(*payments, records=()):
    return stage(
        CaseEvidence(
            nodes=(company("kiosk"), account("acc"), company("bank", hub="bank")),
            edges=(holds("kiosk", "acc"),),
            payments=payments,
            records=records,
        )
    )


def matches(*payments, steps=1000):
    got, gave = flows_of(scene(*payments), frozenset(["kiosk"]))["kiosk"]
    budget = Budget(steps)
    return [(each.got.id, each.gave.id) for each in passed_on(got, gave, budget)]


def test_only_who_gets_and_gives_often_enough_is_looked_at():
    rows = (pay("a", "acc", 0, 5), pay("b", "acc", 1, 5), pay("acc", "c", 2, 5))
    assert busy_agents(scene(*rows), 1) == (4, frozenset(["kiosk"]))
    assert busy_agents(scene(*rows), 2) == (4, frozenset())


def test_cash_and_remittances_count_and_hubs_and_own_cash_do_not():
    records = (
        deposit("acc", 0, 100, "ann", name="cash"),
        deposit("acc", 0, 100, "kiosk", name="own"),
        deposit("acc", 0, 100, "bank", name="hub"),
        deposit("acc", 0, 100, name="unknown"),
        record(
            *(RecordKind.REMITTANCE, 1, 90),
            sender="bob",
            agent="kiosk",
            receiver="cem",
            name="sent",
        ),
    )
    got, gave = flows_of(scene(records=records), frozenset(["kiosk"]))["kiosk"]
    assert [(flow.id, flow.other) for flow in got] == [("cash", "ann"), ("sent", "bob")]
    assert [(flow.id, flow.other) for flow in gave] == [("sent", "cem")]


def test_the_smallest_sum_that_fits_is_taken_once():
    rows = (
        pay("a", "acc", 0, 105, name="in105"),
        pay("b", "acc", 0, 101, name="in101"),
        pay("acc", "c", 1, 100, name="out1"),
        pay("acc", "d", 2, 100, name="out2"),
        pay("acc", "e", 3, 100, name="out3"),
    )
    assert matches(*rows) == [("in101", "out1"), ("in105", "out2")]


def test_what_came_later_too_long_ago_from_the_same_or_too_large_does_not_match():
    out = pay("acc", "c", 10, 90, name="out")
    for into, found in (
        (pay("a", "acc", 10, 100, name="in"), True),
        (pay("a", "acc", 11, 100, name="in"), False),
        (pay("a", "acc", 3, 100, name="in"), True),
        (pay("a", "acc", 1, 100, name="in"), False),
        (pay("c", "acc", 9, 100, name="in"), False),
        (pay("a", "acc", 9, 100.01, name="in"), False),
        (pay("a", "acc", 9, 89.99, name="in"), False),
    ):
        assert bool(matches(into, out)) is found
    assert matches(pay("a", "acc", 9, 95), out, steps=0) == []
