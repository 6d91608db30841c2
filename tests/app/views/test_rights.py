"""The rights of whoever is screened, on their pages."""

import json
import re

from tests.app.views.reading import text, version, words


def test_what_is_open_is_said_and_leads_to_the_letter(road, officer):
    page = text(officer.get(f"/cases/{road.id}/rights"))
    assert "Awb 4:3a" in page
    assert f"/cases/{road.id}/letters/receipt" in page or "letters" in page


def test_a_request_is_recorded_extended_and_answered(road, officer):
    base = f"/cases/{road.id}/rights"
    asked = {"who": str(road.applicant), "kind": "access", "text": "Everything."}
    assert officer.send(f"{base}/requests", {**asked, "text": ""}).status_code == 422
    assert officer.send(f"{base}/requests", asked).status_code == 302
    page = text(officer.get(base))
    place = re.search(r'action="([^"]*/answer)"', page)[1]
    longer = place.replace("/answer", "/extension")
    more = {"version": version(page, longer), "reason": ""}
    assert officer.send(longer, more).status_code == 422
    assert officer.send(longer, {**more, "reason": "much to read"}).status_code == 302
    page = text(officer.get(base))
    said = {"version": version(page, place), "outcome": "granted", "answer": "Sent."}
    assert officer.send(place, {**said, "answer": ""}).status_code == 422
    assert officer.send(place, said).status_code == 302
    assert "Sent." in words(officer.get(base))


def test_what_is_held_is_read_and_downloaded(road, officer, client_of):
    place = f"/cases/{road.id}/parties/{road.applicant}/held"
    assert "De Ankerplaats B.V." in words(officer.get(place))
    answer = officer.get(f"{place}.json")
    assert json.loads(answer.data)["schema"] == "bureau-person-2"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert client_of("second").get(place).status_code == 404


def test_a_correction_that_is_granted_leads_to_it(road, officer):
    base = f"/cases/{road.id}/rights"
    asked = {"who": str(road.applicant), "kind": "correction", "text": "The name is misspelt."}
    officer.send(f"{base}/requests", asked)
    page = text(officer.get(base))
    place = re.search(r'action="([^"]*/answer)"', page)[1]
    said = {"version": version(page, place), "outcome": "granted", "answer": "It is put right."}
    onward = f"/cases/{road.id}/corrections/parties/{road.applicant}"
    assert officer.send(place, said).location == onward
    assert onward in text(officer.get(base))
