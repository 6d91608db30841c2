import json
from dataclasses import asdict, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bureau.errors import Invalid
from bureau.graph.patterns import PATTERNS
from bureau.graph.run import pattern_of, run
from bureau.graph.values import CaseEvidence, Payment
from tests.bureau.graph.builders import DEFAULTS, START, account, holds, outcome, pay, person

TIMED = ("UB-01", "UB-02", "UB-03", "UB-04", "UB-07", "UB-09", "UB-10", "UB-25")
EASY = {
    "UB-01": {"W_days": 20, "Gmin_eur": 10, "k": 1, "theta": "0.2"},
    "UB-02": {"W_days": 20, "Smax": 5, "Gmin_eur": 1, "rho": 0.9},
    "UB-03": {"N_days": 14, "k_max": 5, "tol": 0.8, "amin_eur": 1},
    "UB-07": {"n": 2, "lo": 0, "hi": 0.5, "sigma": 0.3, "d_hours": 96, "q": 0},
    "UB-09": {"w_days": 7, "k": 2, "r": 1},
    "UB-25": {"g_days": 5, "j": 0.1, "W_days": 20, "k": 2},
    "UB-04": {"W_days": 20, "Cmin_eur": 1, "r": 0.2, "d_hours": 96, "b": 20},
    "UB-10": {"T_eur": 6, "f": 0.5, "W_days": 20, "n": 1, "alpha": 0.5},
}
NAMES = "abcde"


@st.composite
def payments(draw):
    rows = draw(
        st.lists(
            st.tuples(
                st.sampled_from(NAMES),
                st.sampled_from(NAMES),
                st.integers(0, 20),
                st.integers(1, 9),
                st.sampled_from([None, 9, 12]),
            ),
            max_size=25,
        )
    )
    return tuple(pay(*row[:4], at=row[4], name=f"p{i:02}") for i, row in enumerate(rows))


@pytest.mark.parametrize("pattern", TIMED)
@settings(max_examples=25, deadline=None)
@given(rows=payments(), chance=st.randoms(use_true_random=False))
def test_the_order_of_payments_changes_nothing(pattern, rows, chance):
    turned = list(rows)
    chance.shuffle(turned)
    assert outcome(pattern, turned, settings=EASY[pattern], reshuffles=2) == outcome(
        pattern, rows, settings=EASY[pattern], reshuffles=2
    )


@pytest.mark.parametrize("pattern", TIMED)
@settings(max_examples=25, deadline=None)
@given(rows=payments(), names=st.permutations(NAMES))
def test_other_names_for_the_accounts_change_only_the_names(pattern, rows, names):
    other = dict(zip(NAMES, names, strict=True))
    renamed = [replace(p, source=other[p.source], target=other[p.target]) for p in rows]
    found = outcome(pattern, rows, settings=EASY[pattern]).hits
    again = outcome(pattern, renamed, settings=EASY[pattern]).hits
    assert {
        (frozenset(other[s] for s in hit.subjects), frozenset(hit.evidence)) for hit in found
    } == {(frozenset(hit.subjects), frozenset(hit.evidence)) for hit in again}


@pytest.mark.parametrize("pattern", TIMED)
@settings(max_examples=25, deadline=None)
@given(rows=payments(), victim=st.sampled_from(NAMES))
def test_a_victim_is_never_a_subject_nor_her_payments_evidence(pattern, rows, victim):
    nodes = (person("eve", protected=True), account(victim))
    found = outcome(
        pattern, rows, settings=EASY[pattern], nodes=nodes, edges=(holds("eve", victim),)
    )
    hers = {p.id for p in rows if victim in (p.source, p.target)}
    for hit in found.hits:
        assert hers.isdisjoint(hit.evidence)
        assert not {victim, "eve"} & set(hit.subjects)


def brute_rings(rows, keep, span, longest):
    """Every round trip by trying all sequences, for a few dated payments."""
    found = set()

    def walk(trip):
        if len(trip) >= 3 and trip[-1].target == trip[0].source:
            found.add(frozenset(p.id for p in trip))
            return
        for p in rows if len(trip) < longest else ():
            amounts = [q.amount_minor for q in (*trip, p)]
            visited = {q.source for q in trip[1:]} | {trip[-1].source}
            if (
                p.source == trip[-1].target
                and p.target not in visited
                and p.target != p.source
                and p.on > trip[-1].on
                and (p.on - trip[0].on).days <= span
                and min(amounts) >= keep * max(amounts)
            ):
                walk((*trip, p))

    for p in rows:
        if p.source != p.target:
            walk((p,))
    return found


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd"), st.integers(0, 12)),
        max_size=14,
    )
)
def test_a_round_trip_is_found_where_trying_everything_finds_one(rows):
    known = [pay(a, b, day, 5, name=f"p{i:02}") for i, (a, b, day) in enumerate(rows)]
    found = outcome("UB-03", known, settings={**EASY["UB-03"], "N_days": 6, "k_max": 4}).hits
    brute = brute_rings(known, 0.2, 6, 4)
    assert {frozenset(hit.evidence) for hit in found} <= brute
    assert bool(found) == bool(brute)


def test_the_same_case_gives_the_same_bytes():
    ring = [pay("a", "b", 0, 5000), pay("b", "c", 1, 5000), pay("c", "a", 2, 5000)]

    def written():
        return json.dumps(asdict(outcome("UB-03", ring, reshuffles=5)), default=str)

    assert written() == written()
    assert outcome("UB-03", ring).hits[0].id == outcome("UB-03", ring[::-1]).hits[0].id


def test_a_hit_is_named_after_what_it_rests_on():
    ring = [pay("a", "b", 0, 5000), pay("b", "c", 1, 5000), pay("c", "a", 2, 5000)]
    first = outcome("UB-03", ring).hits[0].id
    assert len(first) == 16
    assert outcome("UB-03", ring, settings={"N_days": 15}).hits[0].id != first


def test_a_seed_can_be_given():
    rows = [pay(a, b, day, 5) for a in NAMES for b in NAMES for day in range(4) if a != b]
    rates = [
        outcome("UB-03", rows, settings=EASY["UB-03"], reshuffles=3, seed=seed).base_rate
        for seed in (1, 1)
    ]
    assert rates[0] == rates[1]


@pytest.mark.parametrize("pattern", list(PATTERNS))
def test_an_empty_case_has_no_hits(pattern):
    found = run(pattern, CaseEvidence(), DEFAULTS[pattern])
    assert (found.hits, found.subjects_tried, found.complete, found.steps) == ((), 0, True, 0)
    assert found.parameters == DEFAULTS[pattern]
    assert found.version == "1"


@pytest.mark.parametrize("pattern", list(PATTERNS))
def test_every_pattern_states_its_formal_definition(pattern):
    assert pattern in (PATTERNS[pattern].detect.__doc__ or "")
    assert set(PATTERNS[pattern].parameters) == set(DEFAULTS[pattern])


def test_an_unknown_pattern_is_refused_with_those_there_are():
    with pytest.raises(Invalid) as refusal:
        pattern_of("UB-99")
    assert "UB-03" in refusal.value.hint


def test_payments_in_odd_currencies_are_searched_apart_and_said_to_be():
    found = outcome("UB-10", [Payment("p", "a", "b", START, None, 9500, "JPY")])
    assert found.notes == (
        "Payments in JPY were searched apart; amounts set in euros were read as JPY.",
    )
