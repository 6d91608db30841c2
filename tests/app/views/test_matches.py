"""Same person? on its pages."""

import re

import pytest

from bureau.operations import parties
from tests.app.views.reading import address, text, words


@pytest.fixture
def pair(road, house):
    """The address of a pair that may be one."""
    from bureau.operations.sources import Learnt

    with house.work_of(house.actors.officer) as work:
        learnt = Learnt(road.source)
        for given in ("Pieter", "Piotr"):
            parties.record_person(
                work, road.id, learnt, given_names=given, family_name="Bakker", born="1985-03-12"
            )
    return f"/cases/{road.id}/matches"


def test_a_pair_is_compared_judged_and_stays_judged(pair, officer):
    page = officer.get(pair)
    assert "Dezelfde persoon?" in words(page)
    one = address(text(page), "/matches/")
    shown = officer.get(one)
    assert "Pleit ervoor" in words(shown)
    assert "Dezelfde geboortedatum: 12 maart 1985." in words(shown)
    facts = re.search(r'name="facts" value="([0-9a-f]{64})"', text(shown))[1]
    sent = {"facts": facts, "judgement": "same", "reason": "Zelfde paspoort."}
    assert officer.send(one, {**sent, "reason": ""}).status_code == 422
    assert officer.send(one, {**sent, "facts": "0" * 64}).status_code == 409
    assert officer.send(one, sent).status_code == 302
    told = words(officer.get(pair))
    assert "Geen paar wacht op u" in told
    assert "Zelfde paspoort." in told
    party = re.search(r'"(/cases/[^"]*/parties/[0-9a-f-]{36})"', text(officer.get(one)))[1]
    assert "Zelfde paspoort." in words(officer.get(party))
    assert officer.send(one, {**sent, "judgement": "withdrawn"}).status_code == 302
    assert "Zelfde paspoort." not in words(officer.get(party))
