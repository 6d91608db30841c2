import pytest

from tests.bureau.graph.builders import account, company, holds, outcome, pay, person


def through(amount=5000.0, out=5000.0, times=5, lag=1, gap=5):
    return [
        payment
        for i in range(times)
        for payment in (
            pay(f"in{i}", "x", i * gap, amount),
            pay("x", f"out{i}", i * gap + lag, out),
        )
    ]


def hits(payments, **more):
    return outcome("UB-04", payments, **more).hits


def test_an_account_that_keeps_nothing_is_found():
    (hit,) = hits(through())
    assert hit.subjects == ("x",)
    assert len(hit.evidence) == 10
    assert hit.metrics == {
        "currency": "EUR",
        "credits": "25000.00",
        "matched": "25000.00",
        "passed_on": "1.000000",
        "dwell_hours": "24.000000",
        "median_balance": "0.00",
        "payments_in": 5,
        "payments_out": 5,
    }


@pytest.mark.parametrize(
    ("payments", "count"),
    [
        (through(amount=4000, out=4000), 1),
        (through(amount=4000, out=4000)[1:], 0),
        (through(amount=3999.99, out=3999.99), 0),
        (through(lag=2), 1),
        (through(lag=3, gap=9), 0),
        (through(amount=10, out=10), 0),
    ],
)
def test_sums_and_dwell_count_from_one_side_only(payments, count):
    assert len(hits(payments)) == count


def test_what_stays_in_the_account_counts_against_a_hit():
    # Of 25,000 at least 90 % must leave, and half of all days may end on at most 41.66.
    leak = [pay("y", "x", 30, 20000), pay("x", "z", 31, 20000)]
    kept = through(times=1, amount=5000, out=4958.40)
    assert len(hits(kept + leak)) == 1
    kept = through(times=1, amount=5000, out=4958.30)
    assert hits(kept + leak, settings={"Cmin_eur": 25000}) == ()


def test_less_than_the_share_that_must_leave_is_no_hit():
    settings = {"b": 100}
    payments = [pay("a", "x", 0, 20000), pay("x", "b", 1, 18000)]
    assert len(hits(payments, settings=settings)) == 1
    payments = [pay("a", "x", 0, 20000), pay("x", "b", 1, 17999.99)]
    assert hits(payments, settings=settings) == ()


def test_an_account_that_had_savings_all_along_is_not_found():
    savings = pay("x", "saver", 200, 30000)
    assert hits([*through(), savings]) == ()


def test_on_one_day_without_times_money_may_have_come_first():
    assert len(hits(through(lag=0))) == 1


def test_a_sweep_to_ones_own_savings_is_no_payment():
    nodes = (person("ann"), account("x"), *(account(f"out{i}") for i in range(5)))
    edges = (holds("ann", "x"), *(holds("ann", f"out{i}") for i in range(5)))
    found = outcome("UB-04", through(), nodes=nodes, edges=edges)
    assert found.hits == ()
    assert found.left_out == {"within one hand": 5}


def test_passing_through_two_accounts_of_one_hand_is_found_as_that_hand():
    nodes = (person("ann"), account("x"), account("y"))
    edges = (holds("ann", "x"), holds("ann", "y"))
    payments = [pay("in", "x", 0, 12000), pay("in", "x", 3, 12000)]
    payments += [pay("x", "y", day, 12000) for day in (0, 3)]
    payments += [pay("y", "out", day + 1, 12000) for day in (0, 3)]
    (hit,) = hits(payments, nodes=nodes, edges=edges)
    assert hit.subjects == ("ann",)


def test_one_hand_is_not_accused_twice_for_one_account():
    nodes = (person("ann"), account("x"), account("y"))
    edges = (holds("ann", "x"), holds("ann", "y"))
    found = outcome("UB-04", [*through(), pay("z", "y", 0, 100)], nodes=nodes, edges=edges)
    assert [hit.subjects for hit in found.hits] == [("x",)]


def test_a_hub_is_no_subject_but_what_it_is_paid_counts():
    assert hits(through(), nodes=(company("x", hub="processor"),)) == ()
    assert len(hits(through(), nodes=(company("out1", hub="utility"),))) == 1


def test_an_account_of_a_victim_is_not_found():
    nodes = (person("eve", protected=True), account("x"))
    found = outcome("UB-04", through(), nodes=nodes, edges=(holds("eve", "x"),))
    assert (found.hits, found.left_out) == ((), {})


@pytest.mark.parametrize("steps", range(17))
def test_the_search_can_stop_at_any_step(steps):
    found = outcome("UB-04", through(), max_steps=steps)
    assert not found.complete
    assert found.steps <= steps


def test_accounts_after_the_stop_are_not_counted_as_tried():
    more = [pay("a", "y", 40, 30000), pay("y", "b", 41, 30000)]
    assert outcome("UB-04", [*through(), *more]).subjects_tried == 8
    # Of x and y the first takes the last step there is.
    assert outcome("UB-04", [*through(), *more], max_steps=1).subjects_tried < 8
