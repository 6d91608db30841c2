import pytest

from tests.bureau.graph.builders import outcome
from tests.bureau.graph.patterns.planted import takings


def shapes(case, **settings):
    return {hit.metrics["shape"]: hit for hit in outcome("UB-15", settings=settings, **case).hits}


def test_takings_that_cannot_be_are_found_in_three_shapes():
    found = shapes(takings())
    assert set(found) == {"flat", "capacity", "closed"}
    assert {hit.subjects for hit in found.values()} == {("barber",)}
    assert found["flat"].metrics == {
        "currency": "EUR",
        "shape": "flat",
        "days_counted": 31,
        "takings": "74400.00",
        "mean": "2400.00",
        "variation": "0.000000",
    }
    assert found["capacity"].metrics["largest_ratio"] == "1.200000"
    assert found["closed"].evidence == ("t06", "t13", "t20", "t27", "chairs")


@pytest.mark.parametrize(
    ("case", "settings", "found"),
    [
        (takings(until=29), {}, {"capacity", "closed"}),  # too few days to call it flat
        (takings(2399.99), {}, {"flat", "closed"}),
        (takings(1000, spread=0.106), {}, {"closed"}),
        (takings(1000, spread=0.104), {}, {"flat", "closed"}),
        (takings(1000, until=6, spread=0.5), {}, set()),  # Monday to Saturday, as shops do
    ],
)
def test_each_threshold_is_met_from_one_side_only(case, settings, found):
    assert set(shapes(case, **settings)) == found


def test_without_the_tie_to_the_premises_nothing_is_said_of_its_capacity():
    assert set(shapes({**takings(), "edges": ()})) == {"flat"}
