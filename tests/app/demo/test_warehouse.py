from app.demo.warehouse import STORY
from bureau.operations import case_files, leads, tasks


def test_it_still_runs_and_its_clock_is_almost_due(city):
    with city.work("officer") as work:
        told = case_files.read_case(work, city.id(STORY)).plain("nl")
    clocks = {clock["term"]: clock for clock in told["clocks"]}
    assert told["state"] == "ST41"
    assert clocks["DL18"]["state"] == "suspended"
    assert 0 <= clocks["DL18"]["days_left"] <= 10
    assert 0 <= clocks["DL03"]["days_left"] <= 10
    assert {gap["code"] for gap in told["gaps"]} == {"Q02.04", "DC08", "DC09", "DC20"}


def test_one_resale_is_explained_and_the_other_waits(city):
    with city.work("officer") as work:
        found = leads.list_leads(work, city.id(STORY))
    assert {(line.subjects[0][1], line.pattern, line.status) for line in found} == {
        ("Loods Noordkade 14", "UB-38", "new"),
        ("Loods Noordkade 22", "UB-38", "explained"),
    }


def test_the_officer_finds_it_on_the_first_page(city):
    with city.work("officer") as work:
        waiting = tasks.upcoming(work)
    kinds = {task.kind for task in waiting if task.case_id == city.id(STORY)}
    assert {"clock", "leads", "indicators"} <= kinds
    assert waiting[0].days_left <= 10
