import pytest

from bureau.rules.vocabulary import TieKind
from tests.bureau.graph.builders import deposit, outcome, tie
from tests.bureau.graph.patterns.planted import ROTTERDAM, address, dispersed


def spread(*towns, gap=0, **said):
    return {
        **dispersed(),
        "records": tuple(
            deposit("acc", gap * i, 400, name=f"d{i}", place=town, **said)
            for i, town in enumerate(towns)
        ),
    }


def test_deposits_faster_than_any_road_are_found():
    (hit,) = outcome("UB-12", **dispersed()).hits
    assert hit.subjects == ("acc",)
    assert hit.evidence == ("d1", "d2")
    assert hit.metrics == {"deposits": 2, "places": 2, "kilometres": "201.7", "kmh": "202"}


@pytest.mark.parametrize(("hours", "hits"), [(1.68, 1), (1.69, 0), (0, 1)])
def test_only_more_than_the_speed_set_counts(hours, hits):
    assert len(outcome("UB-12", **dispersed(hours)).hits) == hits


def test_three_towns_on_one_day_are_found_and_two_are_not():
    (hit,) = outcome("UB-12", **spread("Delft", "Gouda", "Leiden")).hits
    assert hit.metrics["places"] == 3
    assert outcome("UB-12", **spread("Delft", "Gouda", "DELFT ")).hits == ()
    assert outcome("UB-12", **spread("Delft", "Gouda", "Leiden", gap=1)).hits == ()


def test_two_people_who_each_put_in_cash_can_be_in_two_places():
    first, then = dispersed()["records"]
    two = tuple(
        deposit("acc", 0, 900, who, at=at, name=who, **each.fields)
        for who, at, each in (("ann", 10, first), ("bob", 11, then))
    )
    assert outcome("UB-12", **{**dispersed(), "records": two}).hits == ()


def test_two_machines_in_one_street_are_not_far_apart():
    near = {"place": "Rotterdam", "latitude": "51.9300", "longitude": "4.4792"}
    records = tuple(
        deposit("acc", 0, 900, at=10, name=f"d{i}", **place)
        for i, place in enumerate((ROTTERDAM, near))
    )
    assert outcome("UB-12", **{**dispersed(), "records": records}).hits == ()


def test_where_the_firm_has_a_branch_its_cash_is_no_surprise():
    case = spread("Delft", "Gouda", "Leiden")
    seat = {
        "nodes": (*case["nodes"], address("branch", place="Gouda")),
        "edges": (*case["edges"], tie("ann", TieKind.OPERATES_AT, "branch")),
    }
    assert outcome("UB-12", **{**case, **seat}).hits == ()
