"""The page of an item offers only what its reader may do."""

from tests.app.views.reading import text
from tests.app.views.test_meetings import Table


def test_a_seat_is_offered_what_it_may_do_and_no_more(client_of):
    table = Table(client_of)
    item = table.add()
    page, chair = text(table.police.get(item)), text(table.chair.get(item))
    for act, theirs in (("contributions", True), ("papers", False), ("options", False)):
        assert (f'action="{item}/{act}"' in page) is theirs
        assert f'action="{item}/{act}"' in chair
