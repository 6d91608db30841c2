"""What must hold of every pattern for which a case is planted."""

from dataclasses import replace

import pytest

from bureau.graph.patterns import PATTERNS
from tests.bureau.graph.builders import outcome
from tests.bureau.graph.patterns.planted import CASES

SIDES = ("nodes", "edges", "payments", "records")
each = pytest.mark.parametrize("pattern", sorted(CASES))


@each
def test_what_is_planted_is_found_and_every_proof_is_of_the_case(pattern):
    case = CASES[pattern]
    found = outcome(pattern, **case)
    known = {item.id for side in SIDES for item in case.get(side, ())}
    assert found.hits
    assert found.complete
    assert found.subjects_tried >= len({hit.subjects for hit in found.hits})
    for hit in found.hits:
        assert set(hit.evidence) <= known
        assert len(set(hit.evidence)) == len(hit.evidence)
        assert set(hit.subjects) <= known
        assert all(isinstance(value, str | int) for value in hit.metrics.values())
        assert not any("score" in name or "risk" in name for name in hit.metrics)
        assert hit.window[0] <= hit.window[1]


@each
def test_the_order_of_what_is_known_changes_nothing(pattern):
    case = CASES[pattern]
    turned = {**case, **{side: tuple(reversed(case.get(side, ()))) for side in SIDES}}
    assert outcome(pattern, **turned, reshuffles=2) == outcome(pattern, **case, reshuffles=2)


@each
def test_who_is_protected_is_named_by_no_hit_and_proves_nothing(pattern):
    case = CASES[pattern]
    for victim in case["nodes"]:
        nodes = tuple(
            replace(node, protected=True) if node == victim else node for node in case["nodes"]
        )
        hers = {
            item.id
            for item in case.get("records", ())
            if victim.id in {name for _, name in item.parties}
        }
        hers |= {p.id for p in case.get("payments", ()) if victim.id in (p.source, p.target)}
        hers |= {e.id for e in case.get("edges", ()) if victim.id in (e.source, e.target)}
        for hit in outcome(pattern, **{**case, "nodes": nodes}).hits:
            assert victim.id not in hit.subjects
            assert hers.isdisjoint(hit.evidence)


@each
def test_a_search_without_work_left_says_that_it_stopped(pattern):
    found = outcome(pattern, **CASES[pattern], max_steps=0)
    assert (found.hits, found.complete) == ((), False)


def test_a_pattern_that_is_not_reshuffled_says_why_in_both_languages():
    for pattern in PATTERNS.values():
        if pattern.not_reshuffled:
            english, dutch = pattern.not_reshuffled
            assert english.startswith("Not applicable")
            assert dutch.startswith("Niet van toepassing")
