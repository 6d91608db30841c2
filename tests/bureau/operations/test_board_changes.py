"""A coordinator changes a board, with a reason; a late change sees that it is late."""

from dataclasses import replace

import pytest

from bureau.errors import AccessDenied, Changed, Invalid
from bureau.operations import board_changes, boards
from bureau.operations.board_changes import StepFields
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test_boards import LIGHT, add_light, read

pytestmark = ON_SQLITE


def test_a_barrier_is_reworded_and_taken_and_its_code_is_never_given_again(road):
    add_light(road)
    with road.by("coordinator") as work:
        new = replace(LIGHT, text_nl="Verlichting")
        board_changes.change_barrier(work, "UGB", 1, "UGB-4c", new, "Shorter.")
    with road.by("coordinator") as work:
        board_changes.drop_barrier(work, "UGB", 2, "UGB-4c", "Not wanted.")
    add_light(road, 3)
    codes = [barrier.code for _, barrier in read(road).content.barriers()]
    assert "UGB-4c" not in codes
    assert "UGB-4d" in codes


def test_a_step_is_added_and_taken(road):
    with road.by("coordinator") as work:
        fields = StepFields(name_nl="Nazorg", aware_nl="regelaar")
        board_changes.add_step(work, "UGB", 0, 7, fields, "Seen in a case.")
    assert [step.number for step in read(road).content.steps][-1] == 8
    with road.by("coordinator") as work:
        board_changes.drop_step(work, "UGB", 1, 8, "Too much.")
    assert len(read(road).content.steps) == 7


def test_a_late_change_is_refused_and_so_is_one_by_a_partner(road):
    add_light(road)
    with pytest.raises(Changed):
        add_light(road)
    with pytest.raises(AccessDenied), road.by("police") as work:
        board_changes.add_barrier(work, "UGB", 0, 4, LIGHT, "x")


@pytest.mark.parametrize(
    "wrong",
    [{"leads": ()}, {"leads": ("NOBODY",)}, {"text_nl": ""}, {"text_nl": "Bel 06-12345678"}],
)
def test_a_barrier_that_says_too_little_or_too_much_is_refused(road, wrong):
    with pytest.raises(Invalid), road.by("coordinator") as work:
        board_changes.add_barrier(work, "UGB", 0, 4, replace(LIGHT, **wrong), "x")
    with road.by("coordinator") as work:
        assert boards.read_board(work, "UGB").number == 0
