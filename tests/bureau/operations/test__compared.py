"""Options that two people write at once: neither loses words, and each learns of the other."""

import pytest

from bureau.errors import Changed
from bureau.model import User
from bureau.operations import agenda_items
from bureau.operations.agenda_items import Option
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import OPTIONS, Table

pytestmark = ON_SQLITE


def compare(table, version, options):
    with table.by("coordinator") as work:
        agenda_items.compare_options(work, table.case, table.item, version, options)


def test_who_stored_something_meanwhile_is_told_with_both_texts(work_of, actors):
    table = Table(work_of, actors)
    seen = table.version()
    theirs = {**OPTIONS, "administrative": Option("Close it", "It burns")}
    compare(table, seen, theirs)
    with pytest.raises(Changed) as refused:
        compare(table, seen, {**OPTIONS, "criminal": Option("Search it", "A tip")})
    with table.by("coordinator") as work:
        assert refused.value.params["who"] == work.session.get_one(User, work.actor.id).name
    told = {name: (yours, stored) for name, yours, stored in refused.value.differences}
    assert told["what-administrative"] == ("Inspect the permit", "Close it")
    assert told["what-criminal"] == ("Search it", "")
    assert "why_not-victim" not in told
    compare(table, table.version(), theirs)
