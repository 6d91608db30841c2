import pytest

from bureau.rules.vocabulary import RecordKind
from tests.bureau.graph.builders import account, company, deposit, holds, outcome, person, record

BUYERS = ("k1", "k2", "k3", "k4")
NODES = (*(person(name) for name in BUYERS), company("shop"), company("depot"))


def bought(buyer, day, *, cash=True, euros=1000):
    fields = {"paid_cash": cash, "goods_code": "8517"}
    return record(
        RecordKind.INVOICE, day, euros, name=f"i-{buyer}-{day}", fields=fields, seller="shop",
        buyer=buyer,
    )  # fmt: skip


def sent(buyer, day, to="depot", **roles):
    return record(
        RecordKind.SHIPMENT, day, name=f"s-{buyer}-{day}", fields={"goods_code": "8517"},
        consignor=buyer, consignee=to, **roles,
    )  # fmt: skip


def road(days=(0, 5, 10, 20), **more):
    rows = [(bought(b, day, **more), sent(b, day + 1)) for b, day in zip(BUYERS, days, strict=True)]
    return [each for pair in rows for each in pair]


def found(records, nodes=NODES, edges=(), **settings):
    return outcome(
        "UB-35", records=tuple(records), nodes=nodes, edges=tuple(edges), settings=settings
    )


def test_four_who_pay_in_cash_for_one_receiver_are_found():
    (hit,) = found(road()).hits
    assert hit.subjects == ("depot", *BUYERS)
    assert len(hit.evidence) == 8
    assert hit.metrics == {"currency": "EUR", "buyers": 4, "invoices": 4, "total": "4000.00"}


@pytest.mark.parametrize(("days", "count"), [((0, 5, 10, 30), 1), ((0, 5, 10, 31), 0)])
def test_the_window_counts_from_one_side_only(days, count):
    assert len(found(road(days)).hits) == count


def test_money_from_an_account_is_no_cash_and_three_buyers_may_be_one_home():
    assert found(road(cash=False)).hits == ()
    assert found(road()[:6]).hits == ()


@pytest.mark.parametrize(("hour", "euros", "count"), [(0, 800, 1), (0, 799.99, 0), (None, 800, 1)])
def test_a_deposit_just_before_is_cash(hour, euros, count):
    accounts = [account(f"acc-{name}") for name in BUYERS]
    edges = [holds(name, f"acc-{name}") for name in BUYERS]
    days = (0, 5, 10, 20)
    cash = [
        deposit(f"acc-{name}", day - 1, euros, at=hour)
        for name, day in zip(BUYERS, days, strict=True)
    ]
    rows = [*road(cash=False), *cash]
    assert len(found(rows, nodes=(*NODES, *accounts), edges=edges).hits) == count
    late = [deposit(f"acc-{name}", day - 2, euros) for name, day in zip(BUYERS, days, strict=True)]
    rows = [*road(cash=False), *late]
    assert found(rows, nodes=(*NODES, *accounts), edges=edges).hits == ()


def test_a_forwarder_counts_and_a_hub_and_a_victim_do_not():
    scattered = [bought(b, 0) for b in BUYERS]
    scattered += [sent(b, 1, to=f"aunt-{b}", forwarder="depot") for b in BUYERS]
    assert [hit.subjects[0] for hit in found(scattered).hits] == ["depot"]
    assert found(road(), nodes=(*NODES[:-1], company("depot", hub="other"))).hits == ()
    assert found(road(), nodes=(*NODES[1:], person("k1", protected=True))).hits == ()
    assert found([]).hits == ()
