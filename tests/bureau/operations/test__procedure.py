"""A move is checked, numbered, kept and told."""

from datetime import date

import pytest
from sqlalchemy import select

from bureau.errors import Changed, Invalid, NotAllowed
from bureau.model import Case, Move
from bureau.operations import _procedure, _rows


def case_of(work, road):
    return work.session.get_one(Case, road.id)


def test_moves_are_numbered_and_carry_state_basis_and_reason(road, trail):
    with road.by("officer", "03-03") as work:
        case = case_of(work, road)
        move = _procedure.move(work, case, "T02", " registered ", date(2026, 3, 2))
        assert (move.number, move.source, move.target) == (1, "ST10", "ST20")
        assert (move.reason, case.state) == ("registered", "ST20")
        assert "4:13" in move.basis
    event = trail()[-1]
    assert event.kind == "case.stepped"
    assert event.facts["transition"] == "T02"


def test_a_step_from_another_state_is_refused(road):
    with pytest.raises(NotAllowed) as refusal, road.by("officer", "03-03") as work:
        _procedure.move(work, case_of(work, road), "T35", "why", date(2026, 3, 3))
    assert refusal.value.where["state"] == "ST10"


def test_the_list_of_steps_offers_what_an_operation_records_itself(road):
    road.to_form()
    with road.by("officer", "03-09") as work:
        found = {
            step.transition.code: step.possible
            for step in _procedure.steps(_rows.rows(work.session, case_of(work, road)), work.today)
        }
    assert found == {"T06": True, "T38": True}


def test_only_a_screening_is_screened(work_of, actors):
    from bureau.operations import cases

    with work_of(actors.coordinator) as work:
        case = cases.open_case(work, "partnership", "Havenkwartier")
        work.session.flush()
        with pytest.raises(Invalid):
            _procedure.screening(work, case)
        assert _procedure.state_name(case, work.today).en == "P1"


def test_two_people_cannot_take_the_same_number(road):
    road.step("T02", "03-02")

    def take_again():
        with road.by("officer") as work:
            kept = work.session.scalars(select(Move)).one()
            names = ("case_id", "number", "transition", "source", "target", "taken_on")
            copied = {name: getattr(kept, name) for name in (*names, "basis", "reason", "by_id")}
            work.session.add(Move(**copied, at=work.now))
            work.session.flush()

    with pytest.raises(Changed):
        take_again()
