"""A board is read by all partners of the municipality and by nobody of another."""

import pytest

from bureau.errors import AccessDenied, NotFound
from bureau.model import Organisation
from bureau.operations import barrier_standings, board_changes, boards
from bureau.operations.barrier_standings import StatusFields
from bureau.operations.board_changes import BarrierFields, StepFields
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
LIGHT = BarrierFields(
    text_nl="Verlichting en slagboom",
    leads=("MUN_COLLEGE", "OWNERS"),
    instrument_nl="onderhoud",
    basis="Gemeentewet 160(1)(d)",
)


def bind_police(road):
    """Make the police a partner body of the municipality of these tests."""
    with road.by("officer") as work:
        body = work.session.get_one(Organisation, road.actors.police.organisation_id)
        body.house_id = road.actors.officer.organisation_id
        work.record("organisation.changed", body)


def read(road, login="coordinator", model="UGB"):
    with road.by(login) as work:
        return boards.read_board(work, model)


def add_light(road, number=0):
    with road.by("coordinator") as work:
        board_changes.add_barrier(work, "UGB", number, 4, LIGHT, "After the walk at night.")


def test_the_rows_of_the_country_hold_until_somebody_changes_them(road):
    board = read(road)
    assert (board.number, len(board.columns), board.history) == (0, 7, ())
    assert board.columns[0].cases is None
    add_light(road)
    board = read(road)
    assert (board.number, board.history[0].reason) == (1, "After the walk at night.")
    with road.by("coordinator") as work:
        found = boards.compare(work, "UGB", 0, 1)
    assert {each.place for each in found} == {"UGB-4c"}


def test_a_partner_reads_the_same_board_and_another_municipality_does_not(road):
    add_light(road)
    assert read(road, "outsider").number == 0
    bind_police(road)
    assert read(road, "police").number == 1
    for login in ("care", "auditor", "admin"):
        with pytest.raises(AccessDenied):
            read(road, login)


def test_a_model_or_version_that_is_not_there_is_not_found(road):
    with pytest.raises(NotFound):
        read(road, model="XYZ")
    with pytest.raises(NotFound), road.by("coordinator") as work:
        boards.compare(work, "UGB", 0, 3)


def test_the_list_counts_by_status_and_the_page_of_a_barrier_warns(road):
    with road.by("coordinator") as work:
        idea = StatusFields(status="idea", reason="Zeven partners.")
        barrier_standings.move_barrier(work, "OMG", "OMG-2b", idea)
    with road.by("police") as work:
        assert {line.row.code for line in boards.list_boards(work)} >= {"UGB", "OMG"}
        page = boards.read_barrier(work, "OMG", "OMG-2b")
        assert len(page.warnings) == 4
        assert boards.list_leads(work, "OMG")["FIRE"].en
    with road.by("coordinator") as work:
        line = next(each for each in boards.list_boards(work) if each.row.code == "OMG")
    assert line.states == {"": 5, "idea": 1}


def test_words_of_a_step_are_checked(road):
    fields = StepFields(name_nl="Tellen", opportunities_nl="een\ntwee", signals_nl="x [UB-20]")
    with road.by("coordinator") as work:
        board_changes.change_step(work, "UGB", 0, 4, fields, "Shorter.")
    step = read(road).content.step(4)
    assert [each.patterns for each in step.signals] == [("UB-20",)]
