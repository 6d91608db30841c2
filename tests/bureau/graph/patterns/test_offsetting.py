import pytest

from tests.bureau.graph.builders import account, company, evidence_of, holds, outcome, pay, person


def back_and_forth(back=4500.0, forth=5000.0, times=3, gap=5):
    there = [pay("a", "b", day * gap, forth) for day in range(times)]
    return there + [pay("b", "a", day * gap + 1, back) for day in range(times)]


def test_debts_struck_off_against_each_other_are_found():
    (hit,) = outcome("UB-01", back_and_forth()).hits
    assert hit.subjects == ("a", "b")
    assert len(hit.evidence) == 6
    assert hit.metrics == {
        "currency": "EUR",
        "forward": "15000.00",
        "backward": "13500.00",
        "gross": "28500.00",
        "remainder": "1500.00",
        "offset": "0.947368",
        "payments_forward": 3,
        "payments_backward": 3,
    }
    assert [day.isoformat() for day in hit.window] == ["2024-01-01", "2024-01-12"]


@pytest.mark.parametrize(
    ("payments", "hits"),
    [
        (back_and_forth(back=4000, forth=4333.34), 1),  # gross 25000.02
        (back_and_forth(back=4000, forth=4333.32), 0),  # gross 24999.96
        (back_and_forth(back=8500, forth=11500), 1),  # offset exactly 0.85
        (back_and_forth(back=8499.99, forth=11500), 0),
        (back_and_forth(times=2, forth=9000, back=9000), 0),
        ([*back_and_forth(times=2, forth=9000, back=9000), pay("b", "a", 9, 1)], 0),
    ],
)
def test_each_threshold_is_met_from_one_side_only(payments, hits):
    assert len(outcome("UB-01", payments).hits) == hits


def test_the_last_payment_back_must_fall_in_the_window():
    base = back_and_forth()[:-1]
    assert len(outcome("UB-01", [*base, pay("b", "a", 90, 4500)]).hits) == 1
    assert len(outcome("UB-01", [*base, pay("b", "a", 91, 4500)]).hits) == 0


def test_an_officer_sees_one_hit_and_not_one_for_each_window():
    found = outcome("UB-01", back_and_forth(times=40, gap=2))
    assert len(found.hits) == 1
    assert len(outcome("UB-01", back_and_forth(times=100, gap=2)).hits) == 3  # 200 days


def test_a_pair_is_tried_once_in_whatever_direction():
    found = outcome("UB-01", [*back_and_forth(), pay("c", "a", 0, 5)])
    assert found.subjects_tried == 2


def test_accounts_of_one_company_are_taken_together():
    nodes = (company("shop"), account("a"), account("a2"))
    payments = [pay("a" if i % 2 else "a2", "b", i, 5000) for i in range(4)]
    payments += [pay("b", "a", i, 5000) for i in range(4)]
    found = outcome("UB-01", payments, nodes=nodes, edges=(holds("shop", "a"), holds("shop", "a2")))
    assert [set(hit.subjects) for hit in found.hits] == [{"b", "shop"}]


def test_a_joint_account_and_its_holders_do_not_offset_each_other():
    nodes = (person("ann"), person("bob"), account("a"), account("b"))
    edges = (holds("ann", "a"), holds("ann", "b"), holds("bob", "b"))
    found = outcome("UB-01", back_and_forth(), nodes=nodes, edges=edges)
    assert found.hits == ()
    assert found.left_out == {"within one hand": 6}


def test_a_regulated_hub_is_no_subject():
    found = outcome("UB-01", back_and_forth(), nodes=(company("b", hub="bank"),))
    assert (found.hits, found.subjects_tried) == ((), 0)


def test_currencies_are_not_set_off_against_each_other():
    payments = [pay("a", "b", i, 5000) for i in range(3)]
    payments += [pay("b", "a", i, 5000, currency="USD") for i in range(3)]
    apart = outcome("UB-01", payments)
    assert apart.hits == ()
    assert "USD" in apart.notes[0]
    assert evidence_of(outcome("UB-01", payments, rates={"USD": "0.95"}))[0] == {
        payment.id for payment in payments
    }


def test_the_search_says_when_it_stopped_early():
    found = outcome("UB-01", back_and_forth(), max_steps=1)
    assert not found.complete
    assert "stopped early" in found.notes[-1]


def test_pairs_after_the_stop_are_not_counted_as_tried():
    both = [
        *back_and_forth(),
        *(pay(p.source + "2", p.target + "2", 0, 9000, name=p.id + "2") for p in back_and_forth()),
    ]
    assert outcome("UB-01", both, max_steps=1).subjects_tried == 1
