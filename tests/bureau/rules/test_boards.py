"""A board begins with the rows of the country; changes and differences are pure."""

from dataclasses import replace
from datetime import date

import pytest

from bureau.errors import NotAllowed, NotFound
from bureau.rules import barriers, boards
from bureau.rules.boards import BoardBarrier, BoardStep
from bureau.rules.tables import Texts

DAY = date(2026, 11, 20)
START = boards.national(barriers.model("UGB", DAY))
BARRIER = BoardBarrier(
    code="UGB-4c",
    text=Texts("Verlichting", "Lighting"),
    leads=("MUN_COLLEGE",),
    instrument=Texts("onderhoud", "upkeep"),
    basis="Gemeentewet 160",
)


def test_the_board_of_the_country_comes_back_whole_from_what_is_kept():
    assert boards.from_json(boards.to_json(START)) == START
    assert boards.differences(START, START) == ()


def test_a_barrier_is_put_reworded_and_taken_with_what_differs():
    assert boards.next_code(START, 4, ["UGB-4c"]) == "UGB-4d"
    added = boards.with_barrier(START, 4, BARRIER)
    assert added.barrier("UGB-4c")[0].number == 4
    worded = boards.with_barrier(added, 4, replace(BARRIER, basis="BW 6:213"))
    found = boards.differences(added, worded)
    assert [(each.place, each.field, each.after.nl) for each in found] == [
        ("UGB-4c", "basis", "BW 6:213")
    ]
    assert boards.without_barrier(worded, "UGB-4c") == START
    with pytest.raises(NotFound):
        boards.without_barrier(START, "UGB-4c")


def test_a_step_is_placed_and_only_an_empty_one_goes():
    new = BoardStep(number=8, name=Texts("Nazorg", "Aftercare"))
    held = boards.with_new_step(START, new, 0)
    assert held.steps[0] is new
    assert boards.without_step(held, 8) == START
    with pytest.raises(NotAllowed):
        boards.without_step(START, 1)
    reworded = boards.with_step(START, BoardStep(number=1, name=Texts("Anders", "Else")))
    assert reworded.step(1).barriers == START.step(1).barriers
