import pytest

from tests.bureau.graph.builders import account, company, evidence_of, holds, outcome, pay, person


def ring(*amounts, names="abcdefg", days=None, at=None):
    count = len(amounts)
    days = days or range(count)
    return [
        pay(names[i], names[(i + 1) % count], day, amount, at=at, name=f"p{i}")
        for i, (amount, day) in enumerate(zip(amounts, days, strict=True))
    ]


def hits(payments, **settings):
    return outcome("UB-03", payments, settings=settings).hits


def test_money_that_comes_back_within_days_is_found():
    (hit,) = hits(ring(5000, 4800, 4600))
    assert hit.subjects == ("a", "b", "c")
    assert hit.evidence == ("p0", "p1", "p2")
    assert hit.metrics == {
        "currency": "EUR",
        "payments": 3,
        "smallest": "4600.00",
        "largest": "5000.00",
        "kept": "0.920000",
        "days": "2.000000",
    }
    assert [day.isoformat() for day in hit.window] == ["2024-01-01", "2024-01-03"]


@pytest.mark.parametrize("length", [3, 4, 5])
def test_rings_of_three_to_the_longest_are_found(length):
    assert len(hits(ring(*[5000] * length))) == 1


@pytest.mark.parametrize("length", [2, 6])
def test_shorter_and_longer_rings_are_not(length):
    assert hits(ring(*[5000] * length)) == ()


@pytest.mark.parametrize(
    ("payments", "count"),
    [
        (ring(5000, 4500, 5000), 1),
        (ring(5000, 4499.99, 5000), 0),
        (ring(2500, 2500, 2500), 1),
        (ring(2500, 2500, 2499.99), 0),
        (ring(5000, 5000, 5000, days=[0, 1, 14]), 1),
        (ring(5000, 5000, 5000, days=[0, 1, 15]), 0),
        (ring(5000, 5000, 5000, days=[0, 1, 1]), 0),
        (ring(5000, 5000, 5000, days=[0, 2, 1]), 0),
    ],
)
def test_each_bound_is_met_from_one_side_only(payments, count):
    assert len(hits(payments)) == count


def test_within_a_day_only_known_times_give_an_order():
    assert hits(ring(5000, 5000, 5000, days=[0, 0, 0])) == ()
    timed = [pay("a", "b", 0, 5000, at=9), pay("b", "c", 0, 5000, at=10)]
    assert len(hits([*timed, pay("c", "a", 0, 5000, at=11)])) == 1
    assert hits([*timed, pay("c", "a", 0, 5000, at=10)]) == ()
    assert hits([*timed, pay("c", "a", 0, 5000)]) == ()
    assert len(hits([*timed, pay("c", "a", 1, 5000)])) == 1


def test_a_window_in_hours_counts_to_the_second():
    timed = [pay("a", "b", 0, 5000, at=9), pay("b", "c", 1, 5000, at=9)]
    assert len(hits([*timed, pay("c", "a", 2, 5000, at=9)], N_days=2)) == 1
    assert hits([*timed, pay("c", "a", 2, 5000, at=10)], N_days=2) == ()


def test_parallel_payments_do_not_multiply_a_hit():
    payments = [
        pay(a, b, day, 5000, name=f"{a}{day}{i}")
        for a, b, day in (("a", "b", 0), ("b", "c", 1), ("c", "a", 2))
        for i in range(4)
    ]
    assert len(hits(payments)) == 1


def test_the_same_ring_later_on_is_another_hit():
    later = [pay(p.source, p.target, 20 + i, 5000) for i, p in enumerate(ring(1, 1, 1))]
    assert len(hits(ring(5000, 5000, 5000) + later)) == 2


def test_money_that_only_moves_between_ones_own_accounts_made_no_trip():
    nodes = (company("shop"), account("a"), account("b"))
    edges = (holds("shop", "a"), holds("shop", "b"))
    assert outcome("UB-03", ring(5000, 5000, 5000), nodes=nodes, edges=edges).hits == ()


def test_accounts_are_followed_as_their_holder():
    nodes = (company("shop"), account("a"), account("z"))
    edges = (holds("shop", "a"), holds("shop", "z"))
    payments = [pay("a", "b", 0, 5000), pay("b", "c", 1, 5000), pay("c", "z", 2, 5000)]
    (hit,) = outcome("UB-03", payments, nodes=nodes, edges=edges).hits
    assert hit.subjects == ("shop", "b", "c")


@pytest.mark.parametrize("who", ["a", "b"])
def test_a_ring_through_a_victim_or_a_hub_is_not_shown(who):
    assert outcome("UB-03", ring(5000, 5000, 5000), nodes=(person(who, protected=True),)).hits == ()
    assert outcome("UB-03", ring(5000, 5000, 5000), nodes=(company(who, hub="notary"),)).hits == ()


def test_a_side_road_is_no_evidence():
    payments = [*ring(5000, 5000, 5000), pay("b", "x", 1, 5000), pay("y", "a", 0, 5000)]
    assert evidence_of(outcome("UB-03", payments)) == [{"p0", "p1", "p2"}]


def test_the_search_stops_where_its_work_is_spent():
    crowd = [pay(a, b, day, 5000) for day in range(4) for a in "abcdef" for b in "abcdef" if a != b]
    found = outcome("UB-03", crowd, max_steps=50)
    assert not found.complete
    assert found.steps <= 50
    assert outcome("UB-03", crowd, max_steps=50) == found


def test_every_agent_that_pays_is_a_subject_tried():
    assert outcome("UB-03", [*ring(5000, 5000, 5000), pay("z", "a", 3, 1)]).subjects_tried == 4
