import numpy as np
import pytest

from bureau.rules.vocabulary import RecordKind
from tests.bureau.graph.builders import account, company, deposit, outcome, person, record

NODES = tuple(account(name) for name in ("in1", "in2", "out1", "out2"))
DAYS = 70


def sums(seed, days=DAYS):
    return np.random.default_rng(seed).integers(500, 9000, days).tolist()


def put_in(name, amounts, first=0):
    return [deposit(name, first + n, euros, name=f"{name}-{n}") for n, euros in enumerate(amounts)]


def take_out(name, amounts, first=0):
    return [
        record(RecordKind.WITHDRAWAL, first + n, euros, name=f"{name}-{n}", account=name)
        for n, euros in enumerate(amounts)
    ]


def found(*records, nodes=NODES, **settings):
    return outcome("UB-48", records=records, nodes=nodes, settings=settings, max_steps=2_000_000)


COUPLED = (*put_in("in1", sums(1)), *take_out("out1", sums(1), 2))


def test_payouts_that_follow_deposits_by_two_days_are_found():
    noise = (*put_in("in2", sums(2)), *take_out("out2", sums(3)))
    outcome_ = found(*COUPLED, *noise)
    (hit,) = outcome_.hits
    assert hit.subjects == ("in1", "out1")
    assert outcome_.subjects_tried == 4
    assert hit.metrics["lag_days"] == 2
    assert float(hit.metrics["r"]) > 0.9
    assert float(hit.metrics["p"]) <= 0.01 / 4
    assert (hit.metrics["days"], hit.metrics["pairs_tried"]) == (68, 4)
    assert "in1-2" in hit.evidence
    assert found(*COUPLED, *noise) == outcome_


def test_what_the_weekday_and_the_month_explain_is_no_coupling():
    week = [1000 + 1000 * (n % 7) + 3000 * (n >= 31) for n in range(DAYS)]
    one, other = (
        [amount + int(each) for amount, each in zip(week, noise, strict=True)]
        for noise in np.random.default_rng(4).integers(0, 400, (2, DAYS))
    )
    raw = np.corrcoef(one, other)[0, 1]
    assert raw > 0.9
    assert found(*put_in("in1", one), *take_out("out1", other)).hits == ()


@pytest.mark.parametrize(("days", "tried"), [(30, 1), (29, 0)])
def test_thirty_days_are_needed(days, tried):
    rows = (*put_in("in1", sums(1, days)), *take_out("out1", sums(1, days)))
    assert found(*rows).subjects_tried == tried


def test_chance_is_no_hit_and_a_higher_bound_silences():
    assert found(*put_in("in1", sums(5)), *take_out("out1", sums(6))).hits == ()
    noisy = [a + b for a, b in zip(sums(1), sums(9), strict=True)]
    rows = (*put_in("in1", sums(1)), *take_out("out1", noisy))
    assert found(*rows, r0=0.3).hits
    assert found(*rows, r0=0.95).hits == ()


def test_one_agent_a_hub_a_victim_and_an_empty_case_are_silent():
    same = (*put_in("in1", sums(1)), *take_out("in1", sums(1)))
    assert found(*same).subjects_tried == 0
    assert found(*COUPLED, nodes=(*NODES, company("in1", hub="bank"))).subjects_tried == 0
    assert found(*COUPLED, nodes=(*NODES, person("out1", protected=True))).subjects_tried == 0
    assert found().subjects_tried == 0


def test_cash_that_does_not_vary_correlates_with_nothing():
    flat = [1000] * DAYS
    assert found(*put_in("in1", flat), *take_out("out1", flat)).hits == ()


def test_the_permutation_test_is_charged_by_its_throws_days_and_lags():
    one = found(*COUPLED).steps
    assert found(*COUPLED, alpha=0.0001).steps > one + 200
    assert not outcome("UB-48", records=COUPLED, nodes=NODES, max_steps=one - 1).complete
