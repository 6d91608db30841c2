from bureau.graph.dwelling import end_of_day, first_in_first_out, weighted_median
from bureau.graph.ledger import DAY
from bureau.graph.scene import stage
from bureau.graph.values import CaseEvidence
from tests.bureau.graph.builders import pay


def moved(*payments):
    (ledger,) = stage(CaseEvidence(payments=payments)).ledgers
    x = ledger.names.index("x")
    into = [row for row in range(len(ledger)) if ledger.payee[row] == x]
    out = [row for row in range(len(ledger)) if ledger.payer[row] == x]
    return ledger, into, out


def matched(*payments):
    return [(p.place, p.minor, p.lag // 3600) for p in first_in_first_out(*moved(*payments))]


def test_the_oldest_credit_is_used_up_first():
    assert matched(pay("a", "x", 0, 10), pay("b", "x", 1, 10), pay("x", "c", 2, 15)) == [
        (0, 1000, 48),
        (1, 500, 24),
    ]


def test_a_debit_uses_no_credit_that_came_after_it():
    assert matched(pay("x", "c", 0, 5, at=9), pay("a", "x", 0, 10, at=9)) == []
    assert matched(pay("x", "c", 0, 5, at=8), pay("a", "x", 0, 10, at=9)) == []


def test_on_a_day_without_times_the_credit_may_have_come_first():
    assert matched(pay("x", "c", 0, 5), pay("a", "x", 0, 10)) == [(0, 500, 0)]


def test_what_goes_out_beyond_known_credits_came_from_before():
    assert matched(pay("a", "x", 0, 10), pay("x", "c", 1, 25)) == [(0, 1000, 24)]


def test_no_credits_means_no_matches():
    ledger, _, out = moved(pay("x", "c", 0, 5))
    assert first_in_first_out(ledger, [], out) == []


def test_the_median_dwell_weighs_by_amount():
    ledger, into, out = moved(
        pay("a", "x", 0, 10), pay("x", "c", 1, 10), pay("a", "x", 2, 90), pay("x", "c", 9, 90)
    )
    assert weighted_median(first_in_first_out(ledger, into, out)) == 7 * DAY
    assert weighted_median([]) == 0


def test_a_balance_opens_with_the_least_that_was_possible():
    ledger, into, out = moved(pay("x", "c", 0, 50), pay("a", "x", 2, 20))
    balances = end_of_day(ledger, into, out)
    first = int(ledger.begin[0]) // DAY
    assert balances.twice_median(first - 1, 1) == 2 * 5000
    assert balances.twice_median(first, 1) == 0
    assert balances.twice_median(first, 4) == 2000
