from collections import Counter

import numpy as np

from bureau.graph.reshuffle import reshuffled, seed_of
from bureau.graph.scene import stage
from bureau.graph.values import CaseEvidence
from tests.bureau.graph.builders import company, outcome, pay


def scene(*, reverse=False):
    names = "abcdefgh"
    payments = [
        pay(names[i % 8], names[(i * 3 + 1 + i // 8) % 8], i % 11, 100 + i, name=f"p{i:02}")
        for i in range(40)
        if names[i % 8] != names[(i * 3 + 1 + i // 8) % 8]
    ]
    payments.append(pay("a", "bank", 3, 77, name="hub"))
    return stage(
        CaseEvidence(
            nodes=(company("bank", hub="bank"),),
            payments=tuple(payments[::-1] if reverse else payments),
        )
    )


def test_every_account_pays_and_is_paid_as_often_as_before():
    (ledger,) = scene().ledgers
    dealt = reshuffled(ledger, np.random.default_rng(1))
    assert Counter(dealt.payer.tolist()) == Counter(ledger.payer.tolist())
    assert Counter(dealt.payee.tolist()) == Counter(ledger.payee.tolist())
    assert Counter(dealt.begin.tolist()) == Counter(ledger.begin.tolist())
    amounts = [
        Counter(zip(x.payer.tolist(), x.minor.tolist(), strict=True)) for x in (dealt, ledger)
    ]
    assert amounts[0] == amounts[1]
    assert dealt.payee.tolist() != ledger.payee.tolist()
    assert (np.diff(dealt.begin) >= 0).all()


def test_nobody_is_made_to_pay_himself_where_it_can_be_avoided():
    (ledger,) = scene().ledgers
    for seed in range(10):
        dealt = reshuffled(ledger, np.random.default_rng(seed))
        assert not (dealt.payer_agent == dealt.payee_agent).any()


def test_payments_of_a_hub_stay_as_they_are():
    (ledger,) = scene().ledgers
    dealt = reshuffled(ledger, np.random.default_rng(1))
    row = dealt.ids.index("hub")
    assert dealt.names[dealt.payee[row]] == "bank"
    assert dealt.begin[row] == ledger.begin[ledger.ids.index("hub")]


def test_the_seed_follows_from_the_payments_and_not_from_their_order():
    assert seed_of(scene()) == seed_of(scene(reverse=True))
    assert seed_of(scene()) != seed_of(stage(CaseEvidence()))


def test_a_pattern_that_chance_does_not_make_stands_out():
    ring = [pay("a", "b", 0, 5000), pay("b", "c", 1, 5000), pay("c", "a", 2, 5000)]
    noise = [pay(f"n{i}", f"m{i}", i % 9, 5000) for i in range(60)]
    rate = outcome("UB-03", ring + noise, reshuffles=20).base_rate
    assert rate["reshuffles"] == 20
    assert rate["mean_hits"] < 1
    assert rate["at_least_as_many"] <= 2
    assert "20 random reshuffles" in rate["text"]
    assert "20 willekeurige" in rate["text_nl"]
    assert rate["complete"]


def test_no_reshuffle_gives_no_rate():
    assert outcome("UB-03", []).base_rate["mean_hits"] is None


def test_where_only_one_dealing_avoids_it_somebody_may_be_left_paying_himself():
    payments = [pay("a", "b", 0, i, name=f"p{i:02}") for i in range(1, 60)]
    (ledger,) = stage(CaseEvidence(payments=(*payments, pay("b", "a", 1, 5)))).ledgers
    own = [
        int((dealt.payer_agent == dealt.payee_agent).sum())
        for dealt in (reshuffled(ledger, np.random.default_rng(seed)) for seed in range(40))
    ]
    assert set(own) == {0, 2}


def test_shuffling_ends_early_rather_than_searching_by_halves():
    rows = [pay(a, b, day, 5000) for a in "abcd" for b in "abcd" for day in range(9) if a != b]
    rate = outcome("UB-03", rows, reshuffles=20, max_steps=2000).base_rate
    assert 0 < rate["reshuffles"] < 20
