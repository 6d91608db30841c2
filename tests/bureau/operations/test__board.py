"""Who leads has a name, also when the code left the tables."""

from bureau.operations import _board
from bureau.rules.tables import Texts
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_who_leads_has_a_name_and_a_strange_code_stands_for_itself(road):
    with road.by("coordinator") as work:
        fire, gone = _board.lead_names(work, ["FIRE", "GONE"])
        work.undo()
    assert "brandweer" in fire.nl
    assert gone == Texts("GONE", "GONE")
