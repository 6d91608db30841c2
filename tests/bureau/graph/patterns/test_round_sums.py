import pytest

from tests.bureau.graph.builders import company, outcome, pay
from tests.bureau.graph.patterns.planted import round_sums


def test_mostly_round_sums_are_found_beside_the_share_of_others():
    (hit,) = outcome("UB-27", **round_sums()).hits
    assert hit.subjects == ("firm",)
    assert len(hit.evidence) == 20
    assert hit.metrics == {
        "currency": "EUR",
        "payments": 20,
        "round_part": "0.800000",
        "compared_with": "case",
        "round_part_others": "0.250000",
        "lift": "3.20",
    }


@pytest.mark.parametrize(
    ("case", "hits"), [(round_sums(14, 6), 1), (round_sums(13, 7), 0), (round_sums(19, 0), 0)]
)
def test_each_threshold_is_met_from_one_side_only(case, hits):
    assert len(outcome("UB-27", **case).hits) == hits


def test_a_landlord_is_compared_with_other_landlords():
    case = round_sums()
    others = tuple(pay("other", f"y{i}", i, 500, name=f"o{i}") for i in range(4))
    nodes = (company("firm", activity="letting"), company("other", activity="Letting"))
    (hit,) = outcome("UB-27", nodes=nodes, payments=(*case["payments"], *others)).hits
    assert (hit.metrics["compared_with"], hit.metrics["lift"]) == ("activity", "0.80")


def test_a_hub_is_no_subject():
    nodes = (company("firm", hub="bank"),)
    assert outcome("UB-27", **{**round_sums(), "nodes": nodes}).hits == ()
