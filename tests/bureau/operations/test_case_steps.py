"""A person says on sources that a case touches a step; boards count, from five on."""

import pytest
from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import CaseStep
from bureau.operations import boards, case_steps
from bureau.rules.events import EventKind
from tests.bureau.operations.place import add_source, open_case
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def touch(work, case_id, source, step="UGB-4", role="performs"):
    return case_steps.touch_step(work, case_id, step, role, "Een telmachine.", [source])


def test_a_step_is_recorded_shown_and_taken_back(road, trail):
    with road.by("officer") as work:
        row_id = touch(work, road.id, road.source).id
    with road.by("officer") as work:
        (line,) = case_steps.list_steps(work, road.id)
        assert (line.model, line.step, line.name.en) == ("UGB", 4, "Counting and storage")
        assert [source.number for source in line.sources] == [1]
    with pytest.raises(NotAllowed), road.by("officer") as work:
        touch(work, road.id, road.source)
    with road.by("officer") as work:
        case_steps.withdraw_step(work, road.id, row_id, "Het was een keukenmachine.")
    with road.by("officer") as work:
        assert case_steps.read_step(work, road.id, row_id).withdrawn_by == "Officer"
    with pytest.raises(NotAllowed), road.by("officer") as work:
        case_steps.withdraw_step(work, road.id, row_id, "x")
    assert {EventKind.STEP_TOUCHED, EventKind.STEP_WITHDRAWN} <= {each.kind for each in trail()}


def test_without_a_source_of_the_case_or_a_step_of_a_board_nothing_is_said(road):
    with road.by("officer") as work:
        other = open_case(work, title="Anders")
        foreign = add_source(work, other)
    with pytest.raises(Invalid), road.by("officer") as work:
        case_steps.touch_step(work, road.id, "UGB-4", "performs", "x", [])
    with pytest.raises(NotFound), road.by("officer") as work:
        touch(work, road.id, foreign)
    for wrong in ({"step": "UGB-77"}, {"role": "victim"}):
        with pytest.raises(Invalid), road.by("officer") as work:
            touch(work, road.id, road.source, **wrong)


def test_the_board_counts_cases_from_five_on_and_never_says_which(road):
    def counts():
        with road.by("coordinator") as work:
            return [column.cases for column in boards.read_board(work, "UGB").columns]

    for number in range(10):
        with road.by("officer") as work:
            case = open_case(work, title=f"Zaak {number}", reference=f"SCR-{number}")
            source = add_source(work, case)
            touch(work, case, source, step="UGB-4" if number < 4 else "UGB-6")
            touch(work, case, source, step="UGB-6" if number < 4 else "UGB-1")
        if number == 3:
            assert counts() == [None] * 7
    assert counts() == [None] * 5 + [10, None]
    with road.by("officer") as work:
        assert len(work.session.scalars(select(CaseStep)).all()) == 20
