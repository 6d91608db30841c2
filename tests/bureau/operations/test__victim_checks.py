"""Nothing is decided about persons without the victim check, and a check that was done stays."""

import pytest

from bureau.errors import NotAllowed
from bureau.model import AgendaItem
from bureau.operations import minutes
from bureau.rules.events import EventKind
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table

pytestmark = ON_SQLITE


def write(table, kind, check):
    told, version = minutes.Decided(kind=kind, words="We stop."), table.version()
    with table.by("coordinator") as work:
        minutes.write_minutes(work, table.case, table.item, version, "x", told, check)


def test_a_check_is_not_set_back_and_comes_before_a_decision(work_of, actors):
    table = Table(work_of, actors)
    table.to("in_session")
    table.attend("coordinator", "police", "tax")
    with pytest.raises(NotAllowed, match="set back"):
        write(table, "close", "not_done")
    with table.by("coordinator") as work:
        item = work.session.get_one(AgendaItem, table.item)
        item.victim_check = "not_done"
        work.record(EventKind.MINUTES_WRITTEN, item)
    with pytest.raises(NotAllowed) as refusal:
        write(table, "close", "not_done")
    assert refusal.value.where["field"] == "victim_check"
    write(table, "close", "no_indication")
