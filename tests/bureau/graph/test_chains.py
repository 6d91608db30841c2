from fractions import Fraction

from bureau.graph.chains import Bounds, chains, inflows, total
from bureau.graph.ledger import last_second, second
from bureau.graph.scene import Budget, stage
from bureau.graph.values import CaseEvidence, Loan
from tests.bureau.graph.builders import START, lend, pay


def found(payments=(), loans=(), *, least=100, longest=4, steps=1000, to="d"):
    scene = stage(CaseEvidence(payments=tuple(payments), loans=tuple(loans)))
    bounds = Bounds(second(START), last_second(START) + 90 * 86400, Fraction(least * 100), longest)
    return [chain.agents for chain in chains(inflows(scene, "EUR"), to, bounds, Budget(steps))]


def test_value_is_followed_backward_hop_by_hop():
    paid = [pay("a", "b", 1, 100), pay("b", "c", 2, 100), pay("c", "d", 3, 100)]
    assert found(paid) == [("c", "d"), ("b", "c", "d"), ("a", "b", "c", "d")]
    assert found(paid, longest=2) == [("c", "d"), ("b", "c", "d")]


def test_what_came_in_later_cannot_have_been_passed_on():
    assert found([pay("a", "c", 4, 100), pay("c", "d", 3, 100)]) == [("c", "d")]


def test_a_hop_is_the_sum_of_its_flows_and_a_thin_one_ends_the_chain():
    assert found([pay("c", "d", 1, 60), pay("c", "d", 2, 40)]) == [("c", "d")]
    assert found([pay("c", "d", 1, 60), pay("c", "d", 2, 39.99)]) == []


def test_a_loan_and_the_payment_that_carried_it_out_are_not_added_up():
    assert found([pay("c", "d", 1, 60)], [lend("c", "d", 1, 60)]) == []
    assert found([], [lend("c", "d", 1, 100)]) == [("c", "d")]


def test_nobody_stands_twice_in_a_chain():
    assert found([pay("d", "c", 1, 100), pay("c", "d", 2, 100)]) == [("c", "d")]


def test_a_chain_knows_its_smallest_hop():
    scene = stage(CaseEvidence(payments=(pay("a", "b", 1, 50), pay("b", "c", 2, 70))))
    bounds = Bounds(second(START), last_second(START) + 86400 * 9, Fraction(1), 4)
    longest = list(chains(inflows(scene, "EUR"), "c", bounds, Budget(99)))[-1]
    assert longest.bottleneck == 5000
    assert [total(hop) for hop in longest.hops] == [5000, 7000]


def test_the_search_stops_where_the_work_is_spent():
    assert found([pay("c", "d", 1, 100)], steps=0) == []


def test_flows_in_another_currency_are_no_hop():
    dollars = Loan("L", "c", "d", 100_00, "USD", START)
    assert found([pay("c", "d", 1, 100, currency="USD")], [dollars]) == []
