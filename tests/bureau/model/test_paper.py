"""What lies on a table: released to a seat once, and gone with the seat."""

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from bureau.model import Contribution, ContributionReader, Seat
from bureau.operations import contributions
from bureau.operations.contributions import Brought
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table

pytestmark = ON_SQLITE


@pytest.fixture
def table(work_of, actors):
    made = Table(work_of, actors)
    seats = [made.seat("tax")]
    with made.by("police") as work:
        told = Brought("Three vans.", "SUPERVISION", "Wpg 20")
        contributions.contribute(work, made.case, made.item, told, seats)
    return made


def test_a_seat_is_a_reader_once(table, sessions):
    def read_twice():
        with sessions.begin() as session:
            row = session.scalars(select(Contribution)).one()
            seat = row.readers[0].seat_id
            row.readers.append(ContributionReader(case_id=table.case, seat_id=seat))

    with pytest.raises(IntegrityError):
        read_twice()


def test_with_the_seat_goes_what_was_released_to_it(table, sessions):
    seat = table.seat("tax")
    with sessions.begin() as session:
        session.delete(session.get_one(Seat, seat))
    with sessions() as session:
        assert session.scalars(select(Contribution)).one().readers == []
