"""Running cases from a spreadsheet: looked at, taken over whole or not at all, and once."""

import pytest
from sqlalchemy import func, select

from bureau.errors import AccessDenied
from bureau.model import Case, CaseNotice, Event, TakenOver
from bureau.operations import case_files, cases, portfolios
from bureau.operations.portfolios import KNOWN, NEW, REFUSED, RowsRefused
from tests.bureau.operations.portfolio import CAFE, PERSON, keep_mapping, sheet, take
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture(autouse=True)
def _mapping(work_of, actors):
    keep_mapping(work_of, actors.officer)


def stored(work_of, actor):
    with work_of(actor) as work:
        tables = (Case, TakenOver, CaseNotice)
        return tuple(work.session.scalar(select(func.count()).select_from(t)) for t in tables)


def test_a_preview_says_what_each_row_makes_and_stores_nothing(work_of, actors, trail):
    result = take(work_of, actors.officer, CAFE, PERSON, preview=True)
    assert [(row.line, row.standing, row.state) for row in result.rows] == [
        (2, NEW, "ST10"),
        (3, NEW, "ST41"),
    ]
    assert [str(row.due) for row in result.rows] == ["2026-03-02", "2026-03-23"]
    assert all(row.reference == "" for row in result.rows)
    assert stored(work_of, actors.officer) == (0, 0, 0)
    assert [event.kind for event in trail()][-1] != "case.opened"
    assert "cases.tried" in {event.kind for event in trail()}
    assert "case.opened" not in {event.kind for event in trail()}


def test_all_rows_are_made_by_the_usual_operations_and_once(work_of, actors):
    result = take(work_of, actors.officer, CAFE, PERSON)
    assert (result.ok, result.count(NEW)) == (True, 2)
    with work_of(actors.officer) as work:
        case_id = cases.find_case(work, result.rows[1].reference)
        file = case_files.read_case(work, case_id)
    assert [move.transition for move in file.moves] == ["T02", "T04", "T06", "T08"]
    assert all("zaken.csv, regel 3, zaaknummer Z-2" in move.reason for move in file.moves)
    assert (file.title, file.applicant) == ("Voorbeeld, Z-2", "Voorbeeld")
    before = stored(work_of, actors.officer)
    again = take(work_of, actors.officer, {**CAFE, "Plaats": "Elders"}, PERSON)
    assert [(row.standing, row.changed) for row in again.rows] == [(KNOWN, True), (KNOWN, False)]
    assert again.rows[0].reference == result.rows[0].reference
    assert stored(work_of, actors.officer) == before


def test_one_row_that_cannot_be_used_keeps_all_out_and_every_fault_is_named(work_of, actors):
    rows = (
        CAFE,
        {**CAFE, "KVK": "123"},
        {**PERSON, "Ontvangen": "12 jan 2026", "Soort": "Kermis"},
        {**CAFE, "Zaaknummer": "Z-3", "Ontvangen": "31-12-2026"},
    )
    with pytest.raises(RowsRefused) as refused:
        take(work_of, actors.officer, *rows)
    result = refused.value.result
    assert [row.standing for row in result.rows] == [NEW, REFUSED, REFUSED, REFUSED]
    told = [(fault["line"], fault["column"]) for fault in refused.value.where["rows"]]
    assert told == [(3, "KVK"), (3, "Zaaknummer"), (4, "Soort"), (4, "Ontvangen"), (5, "Ontvangen")]
    assert all(fault["message"] and fault["hint"] for fault in refused.value.where["rows"])
    assert stored(work_of, actors.officer) == (0, 0, 0)


def test_a_number_of_a_case_one_may_not_see_says_nothing_of_that_case(work_of, actors, colleague):
    take(work_of, actors.officer, CAFE)
    [row] = take(work_of, colleague, {**CAFE, "Plaats": "Elders"}, preview=True).rows
    assert (row.standing, row.reference, row.title, row.changed) == (KNOWN, "", "", False)


def test_only_an_officer_takes_cases_over(work_of, actors):
    with pytest.raises(AccessDenied):
        take(work_of, actors.coordinator, CAFE)
    with work_of(actors.officer) as work:
        assert portfolios.list_case_imports(work) == []
    take(work_of, actors.officer, CAFE)
    with work_of(actors.officer) as work:
        [file] = portfolios.list_case_imports(work)
        assert (file.filename, file.read, file.made, file.known) == ("zaken.csv", 1, 1, 0)
        events = work.session.scalars(select(Event).where(Event.kind == "cases.taken_over"))
        assert [event.facts["made"] for event in events] == [1]
    with work_of(actors.outsider) as work:
        assert portfolios.list_case_imports(work) == []


def test_the_plain_result_is_json(work_of, actors):
    plain = take(work_of, actors.officer, CAFE, preview=True).plain("nl")
    assert plain["read"] == plain["new"] == 1
    assert plain["rows"][0]["state_name"] == "intake, aanvraag geregistreerd"
    assert sheet(CAFE)
