"""A screening whose money went round, for the pages of the network."""

from types import SimpleNamespace

import pytest

from bureau.operations import leads, networks, parties, ties
from bureau.operations.sources import Learnt
from bureau.rules.vocabulary import Credibility, TieKind
from tests.bureau.operations import scene


@pytest.fixture
def money(road):
    """The scene in the case of the road, with its director, its accounts and the lead on them."""
    with road.by("officer") as work:
        learnt = Learnt(road.source, Credibility.PROBABLE, "p. 2", "2024-01-01")
        scene.take_payments(work, road.id)
        who = parties.record_person(work, road.id, learnt, family_name="Proefman").id
        for kind, end in (
            (TieKind.DIRECTS, road.applicant),
            (TieKind.HOLDS_ACCOUNT, scene.account(work, road.id, "A")),
        ):
            ties.record_tie(work, road.id, kind, who, end, learnt=learnt)
        ids = {name: scene.account(work, road.id, name) for name in "ABCD"}
        networks.detect(work, road.id, "test", ["UB-03"], hops=3, reason="the whole ring")
        [lead] = leads.list_leads(work, road.id)
    return SimpleNamespace(who=who, lead=lead.id, path=f"/cases/{road.id}/network", **ids)
