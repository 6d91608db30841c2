"""The timeline by party: ties and deals one by one, payments taken together."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from bureau.errors import NotFound
from bureau.operations import chronologies, ties
from bureau.rules.vocabulary import TieKind
from tests.bureau.operations import scene
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_a_lane_holds_deals_and_the_sum_of_payments(work_of, actors, case_id, learnt, trail):
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        seller, _, _ = scene.sell(work, case_id, learnt)
        scene.hold(work, case_id, learnt, "A", family_name="Houder")
    with work_of(actors.second) as work:
        found = chronologies.read_chronology(work, case_id)
        one = chronologies.read_chronology(work, case_id, [seller], language="nl")
        with pytest.raises(NotFound):
            chronologies.read_chronology(work, case_id, [uuid4()])
    texts = {(dict(found.parties)[each.party], each.text) for each in found.happenings}
    assert ("Houder", "receives 9825.00 EUR from 2 accounts") in texts
    assert ("Loods 4", "Verkoper sold Loods 4") in texts
    assert found.undated == 1  # whose account it is has no day
    assert {each.text for each in one.happenings} == {
        "Verkoper verkocht Loods 4",
        "Verkoper leent aan Koper",
    }
    assert one.others == 3
    looks = [line.facts["focus"] for line in trail() if line.kind == "network.read"]
    assert looks[-2:] == [[str(name) for name, _ in found.parties], [str(seller)]]


def test_ties_without_amounts_joint_accounts_and_two_currencies_are_told_as_they_are(
    work_of, actors, case_id, learnt
):
    extra = "t6,2024-05-08,5.00,USD,D,A\n"
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id, scene.ROUND + extra)
        one = scene.hold(work, case_id, learnt, "A", family_name="Eerste")
        for name in ("Tweede", "Derde"):  # B is a joint account
            scene.hold(work, case_id, learnt, "B", family_name=name)
        far = scene.account(work, case_id, "D")
        for on in ("2024-05-09", ""):
            ties.record_tie(
                work, case_id, TieKind.PAYS, one, far, learnt=replace(learnt, valid_from=on)
            )
    with work_of(actors.second) as work:
        whole = chronologies.read_chronology(work, case_id)
        part = chronologies.read_chronology(work, case_id, [one], first=date(2024, 5, 1))
    texts = {(dict(whole.parties)[each.party], each.text) for each in whole.happenings}
    assert texts == {
        ("Eerste", "pays 10000.00 EUR to 1 accounts"),
        ("Eerste", "receives 9825.00 EUR, 5.00 USD from 2 accounts"),
        ("Eerste", "Eerste pays D"),
    }
    assert part.undated == 2  # whose account A is, and the payment without a day
