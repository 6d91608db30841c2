"""What is counted: only what the reader may see."""

from bureau.operations._partner_rows import partner_rows
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table

pytestmark = ON_SQLITE


def test_items_without_a_seat_and_cases_of_others_are_not_counted(work_of, actors):
    table = Table(work_of, actors)
    with table.by("police") as work:
        found = partner_rows(work)
        assert (len(found.cases), len(found.meetings), len(found.items)) == (1, 1, 1)
        bodies = {row.user.organisation_id for row in found.cases[0].members}
        assert found.uncarded == len(bodies) > 1
    with table.by("mayor") as work:
        found = partner_rows(work)
        assert (len(found.cases), len(found.items)) == (1, 0)
    with work_of(actors.officer) as work:
        assert partner_rows(work).cases == ()
