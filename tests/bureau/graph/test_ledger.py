from datetime import date

import numpy as np
import pytest

from bureau.errors import Invalid, TooLarge
from bureau.graph.agents import Agents
from bureau.graph.ledger import DAY, day_of, last_second, ledgers, rows_by, second
from bureau.graph.project import project
from tests.bureau.graph.builders import START, account, company, holds, pay, person


def book(payments, nodes=(), edges=(), **more):
    return ledgers(payments, Agents(project(nodes, edges)), **more)


def test_days_and_seconds_agree():
    assert second(date(1970, 1, 2)) == DAY
    assert day_of(last_second(START)) == START
    assert last_second(START) - second(START) == DAY - 1


def test_payments_stand_in_order_of_time_whatever_order_they_came_in():
    (ledger,), _ = book([pay("a", "b", 2, 1, name="later"), pay("a", "b", 1, 1, name="sooner")])
    assert ledger.ids == ("sooner", "later")
    assert len(ledger) == 2


def test_a_payment_without_time_of_day_may_have_happened_all_day():
    (ledger,), _ = book([pay("a", "b", 0, 1), pay("a", "b", 0, 2, at=12)])
    assert (ledger.end - ledger.begin).tolist() == [DAY - 1, 0]


def test_currencies_are_kept_apart():
    both, _ = book([pay("a", "b", 0, 1), pay("a", "b", 0, 2, currency="USD")])
    assert [ledger.currency for ledger in both] == ["EUR", "USD"]


def test_a_currency_with_a_rate_is_carried_into_euros():
    (ledger,), _ = book([pay("a", "b", 0, 2, currency="USD")], rates={"USD": "0.9"})
    assert (ledger.currency, ledger.minor.tolist()) == ("EUR", [180])


def test_moving_ones_own_money_is_left_out_and_counted():
    nodes = [person("ann"), person("bob"), account("x"), account("y"), account("joint")]
    ties = [holds("ann", "x"), holds("ann", "y"), holds("ann", "joint"), holds("bob", "joint")]
    books, left_out = book([pay("x", "y", 0, 1), pay("x", "joint", 0, 1)], nodes, ties)
    assert (books, left_out) == ((), {"within one hand": 2})


def test_an_amount_that_is_no_payment_is_left_out_and_counted():
    assert book([pay("a", "b", 0, 0)]) == ((), {"no positive amount": 1})


def test_what_touches_a_protected_account_is_left_out_and_not_even_counted():
    assert book([pay("a", "eve", 0, 1)], barred=frozenset({"eve"})) == ((), {})


def test_a_payment_that_appears_twice_is_refused():
    with pytest.raises(Invalid, match="P1"):
        book([pay("a", "b", 0, 1, name="P1"), pay("a", "b", 3, 1, name="P1")])


def test_sums_that_cannot_be_counted_exactly_are_refused():
    with pytest.raises(TooLarge):
        book([pay("a", "b", 0, 1, name="x"), pay("a", "b", 0, 1e17, name="y")])


def test_payments_of_a_hub_stay_but_not_between_agents():
    (ledger,), _ = book(
        [pay("a", "bank", 0, 1), pay("a", "b", 1, 1)], [company("bank", hub="bank")]
    )
    assert ledger.hub.tolist() == [True, False]
    assert ledger.between_agents().tolist() == [1]


def test_rows_by_key_keep_their_order():
    keys = np.array([1, 0, 1, 2, 1])
    grouped = rows_by(keys, np.array([0, 1, 2, 4]), 3)
    assert [grouped.of(key).tolist() for key in range(3)] == [[1], [0, 2, 4], []]
