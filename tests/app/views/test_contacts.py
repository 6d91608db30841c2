"""Contact between owners of cases on its page: the same bytes with and without another case."""

import re

import pytest

from tests.app.views.reading import address, text, version, words
from tests.bureau.operations.beside import KVK, add_case, company
from tests.bureau.operations.contact_desk import owners, party

OTHER = "90000013"
FLUX = (
    (re.compile(r'nonce(-|=")[\w-]+'), "nonce"),
    (re.compile(r'(name="csrf_token"[^>]*value=")[^"]+'), r"\1"),
    (re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "id"),
)
ASKED = {"ground": "BIBOB_HIT", "purpose": "ALIGN", "necessity": "both weigh it", "agreed": "y"}


def still(answer, side):
    """What an answer says, without what differs between two cases of one officer."""
    found = text(answer).replace(f"SCR-2026-{side}", "REF").replace(f"Zaak {side}", "TITLE")
    for pattern, word in FLUX:
        found = pattern.sub(word, found)
    kept = [(key, value) for key, value in answer.headers if key in ("Location", "Content-Type")]
    return answer.status_code, FLUX[-1][0].sub("id", repr(kept)), found


@pytest.fixture
def two(house):
    """The case of the officer, and one in another town with a company."""
    found = owners(house.work_of, house.actors)
    company(house.work_of, found.theirs)
    return found


def asked(house, client_of, name, kvk):
    """Every answer of the house in a new case, from asking about a company until the end of it."""
    side, officer = add_case(house.work_of, house.actors.officer, name), client_of("officer")
    company(house.work_of, side, kvk)
    page = f"/cases/{side.id}/contacts"
    sent = {**ASKED, "entity_id": party(house.work_of, side)}
    answers = [officer.send(page, sent), officer.get(page), officer.send(page, sent)]
    answers += [officer.get(f"/cases/{side.id}{part}") for part in ("", "/sharing", "/related")]
    shown = text(officer.get(page))
    end = address(shown, "/end")
    ended = {"version": version(shown, end), "reason": "aligned"}
    answers += [officer.send(end, {**ended, "reason": ""}), officer.send(end, ended)]
    return [still(each, name) for each in (*answers, officer.get(page))]


def test_the_bytes_are_the_same_with_and_without_another_case(two, house, client_of):
    hit = asked(house, client_of, "this", KVK)
    none = asked(house, client_of, "that", OTHER)
    assert [each[0] for each in hit] == [302, 200, 422, 200, 200, 200, 422, 302, 200]
    assert hit == none


def test_both_agree_on_their_pages(two, house, client_of):
    officer, other = client_of("officer"), client_of("outsider")
    company(house.work_of, two.mine)
    page, there = f"/cases/{two.mine.id}/contacts", f"/cases/{two.theirs.id}/contacts"
    assert "/contacts" in text(officer.get(f"/cases/{two.mine.id}/related"))
    sent = {**ASKED, "entity_id": party(house.work_of, two.mine)}
    assert officer.send(page, {**sent, "agreed": ""}).status_code == 422
    assert officer.send(page, sent).status_code == 302
    told = words(other.get(there))
    assert "Iemand vraagt" in told
    assert "Havermonde" not in told
    assert "both weigh it" not in told
    assert "contact" in words(other.get("/"))
    action = address(text(other.get(there)), "/answer")
    assert other.send(action, {"version": "0"}).status_code == 422
    assert other.send(action, {"version": "0", "agreed": "yes"}).status_code == 302
    assert "Gemeente Havermonde" in words(other.get(there))
    assert "Gemeente Elders" in words(officer.get(page))
    assert "beiden akkoord" in words(officer.get(f"/cases/{two.mine.id}/sharing"))
