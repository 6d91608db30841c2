"""The order of voices: the least power first, the chair last of those with the same."""

from bureau.model import AgendaItem
from bureau.operations._speaking import in_order
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table

pytestmark = ON_SQLITE


def test_without_a_map_all_have_the_same_and_the_chair_speaks_last(work_of, actors):
    table = Table(work_of, actors, "in_session")
    table.attend("coordinator", "police", "tax")
    with table.by("coordinator") as work:
        item = work.session.get_one(AgendaItem, table.item)
        found = [one.seat.user.login for one in in_order(work, item.meeting.case, item)]
    assert found == ["tax", "police", "coordinator"]
