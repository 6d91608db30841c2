"""What waits in a tray is kept sealed."""

from sqlalchemy import text

from bureau.model import TrayItem
from bureau.operations import trays
from bureau.operations._facts import Learnt
from tests.bureau.operations.place import add_source, open_case
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_what_is_said_is_readable_with_the_keys_only(work_of, actors):
    told = {"family_name": "Voorbeeld", "numbers": [["bsn", "999990019"]]}
    with work_of(actors.officer) as work:
        case_id = open_case(work)
        source = add_source(work, case_id)
    with work_of(actors.officer) as work:
        item = trays.put_in_tray(work, case_id, "person", Learnt(source), told)
        assert work.session.get(TrayItem, item.id).said["told"] == told
        raw = work.session.connection().execute(text("SELECT said FROM tray_item")).scalar_one()
        assert b"999990019" not in bytes(raw)
