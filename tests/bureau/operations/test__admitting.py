"""Who is admitted to an item, why, and no later than the phase of the case."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from bureau.errors import Invalid, NotAllowed
from bureau.model import Case, Seat
from bureau.operations import agenda_items
from bureau.operations._admitting import insist_reached
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import ITEM, Table

pytestmark = ON_SQLITE


def add(table, seats, wanted=ITEM):
    with table.by("coordinator") as work:
        item = agenda_items.add_item(work, table.case, table.meeting, wanted, seats)
        return {seat.user.login: seat.admitted_because for seat in item.seats}


def test_chair_and_secretary_sit_always_and_others_for_a_reason(work_of, actors):
    table = Table(work_of, actors, secretary="customs")
    assert add(table, [("tax", " knows the books ")]) == {
        "coordinator": "chair of the meeting",
        "tax": "knows the books",
        "customs": "secretary of the meeting",
    }
    with pytest.raises(Invalid) as refusal:
        add(table, [("tax", " ")])
    assert refusal.value.where["field"] == "seats"


@pytest.mark.parametrize(("stands", "asked"), [("P1", "P2"), ("P1", "P3"), ("P2", "P3")])
def test_an_item_does_not_run_ahead_of_its_case(work_of, stands, asked):
    case = Case(kind="partnership", state=stands)
    with pytest.raises(NotAllowed) as refusal:
        insist_reached(case, asked)
    assert refusal.value.where["basis"] == "WGS 2.22, 2.23(6)"
    insist_reached(case, stands)
    with pytest.raises(Invalid):
        insist_reached(case, "P9")


def test_a_refused_item_leaves_no_seat_behind(work_of, actors):
    table = Table(work_of, actors, phase="P2")
    with pytest.raises(NotAllowed):
        add(table, [("tax", "own task")], replace(ITEM, phase="P3"))
    with table.by("coordinator") as work:
        query = select(func.count()).where(Seat.case_id == table.case)
        assert work.session.scalar(query) == 3
