from app.demo.intake import STORY
from bureau.operations import case_files

ROAD = (
    *("T02", "T04", "T06", "T08", "T09", "T13", "T15", "T16", "T17", "T18", "T19", "T25"),
    *("T26", "T31", "T32", "T35", "T36", "T37"),
)


def file_of(city):
    with city.work("officer") as work:
        file = case_files.read_case(work, city.id(STORY))
        return file, file.plain("nl")


def test_the_whole_road_was_taken(city):
    _, told = file_of(city)
    assert tuple(move["step"] for move in told["moves"]) == ROAD
    assert told["state"] == "ST120"


def test_the_decision_came_in_time_because_the_term_stood_still(city):
    _, told = file_of(city)
    main = next(clock for clock in told["clocks"] if clock["term"] == "DL01")
    assert main["state"] == "stopped"
    assert main["suspended_days"] > 50
    assert {"SUS1", "SUS3", "SUS5"} <= {row["rule"] for row in main["explanation"]}
    assert told["decisions"][-1]["decided"] < main["due"]


def test_the_view_was_answered_point_by_point_and_changed_the_outcome(city):
    with city.work("officer") as work:
        file = case_files.read_case(work, city.id(STORY))
        hearing = file.hearings[-1]
        assert hearing.intended == "refuse"
        assert len(hearing.points) == 4
        assert all(point.answer for point in hearing.points)
        decision = file.decisions[-1]
        assert decision.outcome == "grant_with_conditions"
        assert len(decision.conditions) == 4
        assert all(one.check_on > work.today for one in decision.conditions)
        assert file.screening.register_entities == [str(city.id("steven/steven_bv"))]
        assert file.screening.monitoring
