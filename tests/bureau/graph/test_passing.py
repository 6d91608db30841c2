from bureau.graph.passing import passing, passing_names
from bureau.graph.scene import Budget, stage
from bureau.graph.values import CaseEvidence
from tests.bureau.graph.builders import account, company, holds, pay


def scene(payments, **more):
    return stage(CaseEvidence(payments=tuple(payments), **more))


def through(names="x", euros=6000):
    """Money that comes to the account and leaves it the next day, five times."""
    return [
        payment
        for number in range(5)
        for name in names
        for payment in (
            pay(f"in{number}", name, 2 * number, euros),
            pay(name, f"out{number}", 2 * number + 1, euros),
        )
    ]


def test_an_account_that_keeps_nothing_is_named_by_the_standard_terms():
    assert passing_names(scene(through()), Budget(1000)) == {"x"}
    assert passing_names(scene(through(euros=3000)), Budget(1000)) == frozenset()


def test_accounts_of_one_agent_that_only_together_pass_money_on_are_named_as_the_agent():
    rows = [pay("a", "x", 0, 30000), pay("y", "b", 1, 30000)]
    held = scene(
        rows,
        nodes=(company("shop"), account("x"), account("y")),
        edges=(holds("shop", "x"), holds("shop", "y")),
    )
    assert passing_names(held, Budget(1000)) == {"shop"}


def test_every_account_that_is_paid_is_tried():
    assert passing(scene(through("xy")), Budget(1000)).tried == 7
