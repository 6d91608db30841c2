"""What boards and areas tell of a partnership: where barriers stand, and who was heard."""

from datetime import date
from uuid import UUID

from bureau.model import AreaEntry, BarrierStatus, BarrierWeight
from bureau.operations._picture_figures import heard, standing
from tests.bureau.operations import partner_case as made

DAY, LATER, NEXT_YEAR = date(2026, 3, 2), date(2026, 6, 1), date(2027, 2, 1)


def status(barrier, state, day):
    return BarrierStatus(barrier=barrier, status=state, at=made.moment(day))


def weight(barrier, person):
    return BarrierWeight(barrier=barrier, by_id=UUID(int=person), at=made.moment(DAY))


def entry(block, kind="", value="", on=DAY):
    return AreaEntry(block=block, kind=kind, value=value, on=on)


def test_each_barrier_counts_once_where_it_stood_that_year():
    rows = made.rows(
        statuses=(
            status("RE-1a", "in_force", LATER),
            status("RE-1a", "agreed", DAY),
            status("RE-3a", "agreed", DAY),
            status("RE-4b", "idea", DAY),
            status("RE-3a", "ended", NEXT_YEAR),
        ),
        weights=(weight("RE-1a", 1), weight("RE-1a", 2), weight("RE-3a", 1), weight("RE-3a", 1)),
    )
    told = {each.name: each.value for each in standing(rows, 2026)}
    assert told == {
        "barriers_idea": 1,
        "barriers_agreed": 1,
        "barriers_in_force": 1,
        "two_assessors": 50,
    }
    assert standing(rows, 2025) == ()


def test_who_was_heard_is_counted_without_naming_few():
    rows = made.rows(
        entries=(
            entry("consultation", value="3"),
            entry("said_did", "done"),
            entry("said_did", "doing"),
            entry("said_did", "not"),
            entry("said_did", "done", on=NEXT_YEAR),
        )
    )
    answered, talks, people = heard(rows, 2026)
    assert (answered.value, answered.counted) == (66.7, 3)
    assert talks.value == 1
    assert (people.value, people.few) == (None, 5)
