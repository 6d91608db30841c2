"""Who paid whom: accounts by their holder, one currency at a time, in a period."""

from datetime import date
from uuid import uuid4

import pytest

from bureau.errors import NotFound
from bureau.operations import money_flows
from tests.bureau.operations import scene
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_money_moves_between_holders(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        scene.hold(work, case_id, learnt, "A", family_name="Houder")
    with work_of(actors.second) as work:
        found = money_flows.read_flows(work, case_id)
        told = [(found.labels[s.flow.source], found.labels[s.flow.target]) for s in found.streams]
        later = money_flows.read_flows(work, case_id, first=date(2024, 5, 6))
        with pytest.raises(NotFound):
            money_flows.read_flows(work, case_id, uuid4())
    assert told == [("Houder", "B"), ("B", "C"), ("C", "Houder"), ("D", "Houder")]
    assert (found.currency, found.total, found.own) == ("EUR", 2972500, 0)
    assert [each.flow.minor for each in later.streams] == [2500]
    assert all(edge.startswith("pays:") for each in found.streams for edge in each.edges)


def test_one_party_shows_what_it_pays_and_receives(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        one = scene.account(work, case_id, "D")
        found = money_flows.read_flows(work, case_id, one, currency="XYZ")
    assert [each.flow.minor for each in found.streams] == [2500]
