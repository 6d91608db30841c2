import pytest

from bureau.graph.values import Node
from bureau.rules.vocabulary import EntityKind, RecordKind, TieKind
from tests.bureau.graph.builders import company, outcome, person, record, tie

NODES = (
    *(person("giver"), person("taker"), person("third")),
    *(Node(name, EntityKind.WALLET, name) for name in ("w1", "w2")),
)


def cash(day, euros=10_000, at=12, giver="giver"):
    return record(
        RecordKind.HAND_OVER, day, euros, at=at, name=f"h{day}", giver=giver, taker="taker"
    )


def chain(day, euros=9_300, at=12):
    return record(
        RecordKind.CHAIN_TRANSFER, day, euros, at=at, name=f"t{day}", from_wallet="w1",
        to_wallet="w2",
    )  # fmt: skip


TWICE = (cash(0), chain(0), cash(9), chain(9))


def found(*records, nodes=NODES, edges=(), **settings):
    return outcome("UB-46", records=records, nodes=nodes, edges=tuple(edges), settings=settings)


def test_the_same_two_who_swap_twice_are_found():
    (hit,) = found(*TWICE).hits
    assert hit.subjects == ("giver", "taker", "w1", "w2")
    assert hit.evidence == ("h0", "t0", "h9", "t9")
    assert hit.metrics == {
        "currency": "EUR",
        "swaps": 2,
        "cash_total": "20000.00",
        "chain_total": "18600.00",
        "difference": "0.070000",
    }


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ((cash(9), chain(10)), 1),
        ((cash(9), chain(10, at=12.01)), 0),
        ((cash(9), chain(9, 9_299.99)), 0),
        ((cash(9, at=None), chain(9, at=None)), 1),
        ((cash(9, at=None), chain(10, at=None)), 0),
        ((cash(9, giver="third"), chain(9)), 0),
        ((cash(9),), 0),
        ((), 0),
    ],
)
def test_time_value_pair_and_number_count_from_one_side_only(second, count):
    assert len(found(*TWICE[:2], *second).hits) == count


def test_a_transfer_serves_one_hand_over():
    assert found(cash(0), record(RecordKind.HAND_OVER, 0, 10_000, at=13, name="h", giver="giver",
                                 taker="taker"), chain(0)).hits == ()  # fmt: skip


def test_wallets_of_others_speak_against_it_and_a_licensed_exchange_is_passed_over():
    assert found(*TWICE, edges=(tie("third", TieKind.USES, "w2"),)).hits == ()
    assert len(found(*TWICE, edges=(tie("giver", TieKind.USES, "w2"),)).hits) == 1
    assert found(*TWICE, nodes=(*NODES, company("taker", hub="other"))).subjects_tried == 0
    assert found(*TWICE, nodes=(*NODES, person("giver", protected=True))).hits == ()
    assert found().subjects_tried == 0
