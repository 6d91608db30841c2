"""A meeting never speaks of a protected person by name."""

from dataclasses import replace

import pytest

from bureau.errors import Invalid
from bureau.operations import agenda_items, parties
from bureau.operations.sources import Learnt
from tests.bureau.operations.place import add_source
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import ITEM, Table

pytestmark = ON_SQLITE


def test_a_protected_name_is_refused_and_not_repeated(work_of, actors):
    table = Table(work_of, actors)
    with table.by("coordinator") as work:
        learnt = Learnt(add_source(work, table.case))
        told = {"given_names": "Mina", "family_name": "Voorbeeld", "protected": True}
        parties.record_person(work, table.case, learnt, **told)
    wanted = replace(ITEM, question="Is MÍNA  voorbeeld safe?")
    with pytest.raises(Invalid) as refusal, table.by("coordinator") as work:
        agenda_items.add_item(work, table.case, table.meeting, wanted, [])
    assert refusal.value.where["guard"] == "victim by name"
    assert "voorbeeld" not in str(refusal.value).casefold()
