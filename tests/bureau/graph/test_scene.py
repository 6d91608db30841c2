from datetime import date

from bureau.graph.scene import Budget, stage
from bureau.graph.values import CaseEvidence, Loan, Record
from bureau.rules.vocabulary import RecordKind
from tests.bureau.graph.builders import START, account, holds, lend, pay, person


def test_nothing_of_a_protected_person_is_on_the_scene():
    scene = stage(
        CaseEvidence(
            nodes=(person("eve", protected=True), account("x"), person("ann")),
            edges=(holds("eve", "x"),),
            payments=(pay("x", "ann", 0, 10), pay("ann", "x", 0, 10), pay("eve", "ann", 1, 5)),
            loans=(lend("eve", "ann", 0, 10), lend("ann", "bob", 0, 10, name="L2")),
        )
    )
    assert list(scene.graph) == ["ann"]
    assert scene.ledgers == ()
    assert [loan.id for loan in scene.loans] == ["L2"]
    assert scene.left_out == {}


def test_a_loan_in_a_currency_with_a_rate_is_carried_into_euros():
    loan = Loan("L", "a", "b", 100_00, "USD", START)
    scene = stage(CaseEvidence(loans=(loan,), rates={"USD": "0.9"}))
    assert (scene.loans[0].principal_minor, scene.loans[0].currency) == (90_00, "EUR")


def test_a_budget_that_is_spent_stays_spent():
    budget = Budget(3)
    assert [budget.spend(2), budget.spend(2), budget.spend(1)] == [True, False, False]
    assert (budget.spent, budget.exhausted) == (2, True)


def test_records_are_kept_by_kind_in_time_and_without_the_protected():
    later = Record("r2", RecordKind.DEPOSIT, date(2026, 3, 2), parties=(("account", "x"),))
    sooner = Record("r1", RecordKind.DEPOSIT, date(2026, 3, 1), parties=(("account", "x"),))
    hers = Record("r3", RecordKind.DEPOSIT, parties=(("account", "x"), ("depositor", "eve")))
    scene = stage(
        CaseEvidence(
            nodes=(person("eve", protected=True), account("x")), records=(later, hers, sooner)
        )
    )
    assert scene.records == {RecordKind.DEPOSIT: (sooner, later)}
    assert scene.records[RecordKind.DEPOSIT][0].party("account") == "x"
    assert scene.records[RecordKind.DEPOSIT][0].party("depositor") is None
