"""Corrections that travel, on their pages."""

import re

from tests.app.views.reading import text, version, words


def test_a_fact_is_corrected_and_its_places_followed(road, officer):
    road.to_assessment()
    road.find()
    page = text(officer.get(f"/cases/{road.id}/corrections/new"))
    fact = re.search(r'value="(finding:[^"]+)"', page)[1]
    party = re.search(r'href="([^"]*/corrections/parties/[^"]*)"', page)[1]
    said = {"fact": fact, "value": "", "reason": "the deed"}
    base = f"/cases/{road.id}/corrections"
    assert officer.send(f"{base}/new", said).status_code == 422
    assert officer.send(f"{base}/new", {**said, "value": "It can."}).status_code == 302
    form = text(officer.get(party))
    named = {"version": re.search(r'name="version"[^>]*value="([^"]+)"', form)[1], "label": "It"}
    assert officer.send(party, {**named, "reason": ""}).status_code == 422
    assert officer.send(party, {**named, "reason": "the deed"}).status_code == 302
    number = re.search(r'action="([^"]*/numbers/[^"]*)"', form)
    if number:
        assert officer.send(number[1], {"version": 1, "value": ""}).status_code == 422
    page = text(officer.get(base))
    place = re.search(r'action="([^"]*/places/[^"]*)"', page)
    assert "It can." in words(officer.get(base))
    if place:
        sent = {"version": version(page, place[1]), "answer": ""}
        assert officer.send(place[1], sent).status_code == 422
        assert officer.send(place[1], {**sent, "answer": "Looked at."}).status_code == 302
