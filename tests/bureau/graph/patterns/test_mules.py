import pytest

from bureau.graph.patterns.mules import cosine
from bureau.rules.vocabulary import TieKind
from tests.bureau.graph.builders import outcome, pay, tie
from tests.bureau.graph.patterns.planted import address, mules


def test_the_cosine_of_two_series():
    assert cosine({1: 3, 2: 4}, {1: 3, 2: 4}) == 1
    assert cosine({1: 3}, {2: 4}) == 0
    assert cosine({}, {}) == 0


def test_accounts_on_one_phone_that_move_alike_are_found_and_may_be_used_by_others():
    (hit,) = outcome("UB-24", **mules()).hits
    assert hit.subjects == ("p0", "p1", "p2", "p3")
    assert len(hit.evidence) == 4 + 24
    assert hit.metrics == {
        "currency": "EUR",
        "role": "may_be_exploited",
        "accounts": 4,
        "shared_things": 1,
        "days_between_openings": 15,
        "moved": "48000.00",
    }


@pytest.mark.parametrize(
    ("case", "settings", "hits"),
    [
        (mules(3), {}, 0),
        (mules(), {"w_days": 15}, 1),
        (mules(), {"w_days": 14}, 0),
        (mules(), {"Cmin_eur": 6000}, 1),
        (mules(), {"Cmin_eur": "6000.01"}, 0),
        (mules(), {"dfmax": 3}, 0),
    ],
)
def test_each_threshold_is_met_from_one_side_only(case, settings, hits):
    assert len(outcome("UB-24", settings=settings, **case).hits) == hits


def test_students_in_one_house_who_live_off_their_accounts_are_not_accused():
    case = mules()
    house = tuple(tie(f"p{i}", TieKind.LIVES_AT, "house") for i in range(4))
    living = tuple(
        payment
        for i in range(4)
        for payment in (
            pay("duo", f"ap{i}", 24, 1000, name=f"grant{i}"),
            *(pay(f"ap{i}", "shop", 26 + d, 30, name=f"food{i}.{d}") for d in range(25)),
        )
    )
    edges = (*case["edges"][:4], *house)
    found = outcome("UB-24", nodes=(*case["nodes"], address("house")), edges=edges, payments=living)
    assert (found.hits, found.subjects_tried) == ((), 5)  # the shop is looked at too


def test_accounts_that_move_on_other_days_are_not_alike():
    case = mules()
    apart = tuple(
        pay(p.source, p.target, 40 + 3 * i, p.amount_minor / 100, at=9 if "in" in p.id else 15)
        for i, p in enumerate(case["payments"][::2])
        for p in case["payments"][2 * i : 2 * i + 2]
    )
    assert outcome("UB-24", **{**case, "payments": apart}).hits == ()
