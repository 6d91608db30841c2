"""Corrections that travel, on their pages."""

import re

from tests.app.views.reading import text, version, words


def test_a_fact_is_corrected_and_its_places_followed(road, officer):
    road.to_assessment()
    road.find()
    page = text(officer.get(f"/cases/{road.id}/corrections/new"))
    fact = re.search(r'value="(finding:[^"]+)"', page)[1]
    party = re.search(r'value="(party:[^"]+)"', page)[1]
    said = {"fact": fact, "value": "", "reason": "the deed"}
    base = f"/cases/{road.id}/corrections"
    assert officer.send(f"{base}/new", said).status_code == 422
    assert officer.send(f"{base}/new", {**said, "value": "It can."}).status_code == 302
    named = {**said, "fact": party, "value": "It"}
    assert officer.send(f"{base}/new", named).status_code == 302
    page = text(officer.get(base))
    place = re.search(r'action="([^"]*/places/[^"]*)"', page)
    assert "It can." in words(officer.get(base))
    if place:
        sent = {"version": version(page, place[1]), "answer": ""}
        assert officer.send(place[1], sent).status_code == 422
        assert officer.send(place[1], {**sent, "answer": "Looked at."}).status_code == 302
