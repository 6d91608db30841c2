"""Requests and stances on their pages."""

import pytest

from tests.app.views.reading import only_version, text, words
from tests.bureau.operations.sharing_desk import Desk


@pytest.fixture
def desk(house):
    return Desk(house.work_of, house.actors)


def test_a_request_is_asked_and_refused_with_a_reason(desk, client_of):
    asked = {
        "asked": "tax",
        "category": "TAX",
        "way": "JOIN",
        "question": "Is there a debt?",
        "purpose": "weighing",
        "necessity": "nobody else knows",
    }
    answer = client_of("coordinator").send(f"/cases/{desk.case}/sharing-requests", asked)
    assert answer.status_code == 302
    tax = client_of("tax")
    listed = text(tax.get(f"/cases/{desk.case}/sharing"))
    one = listed.partition(f'href="/cases/{desk.case}/sharing-requests/')[2].partition('"')[0]
    where = f"/cases/{desk.case}/sharing-requests/{one}"
    shown = text(tax.get(where))
    sent = {"version": only_version(shown), "answer": "no", "reason": "an audit runs"}
    assert tax.send(where, sent).status_code == 422  # a no needs its reason
    assert tax.send(where, sent | {"reason_code": "investigation"}).status_code == 302
    assert "een lopend onderzoek" in words(client_of("coordinator").get(where))
    assert "een lopend onderzoek" in words(tax.get("/sharing/register"))


def test_an_objection_is_made_and_taken_back(desk, client_of):
    police, stances = client_of("police"), f"/cases/{desk.case}/sharing-stances"
    sent = {"recipient": "", "objects": "yes", "reason": "a source is at risk"}
    assert police.send(stances, sent).status_code == 302
    listed = text(police.get(f"/cases/{desk.case}/sharing"))
    kept = f"/cases/{desk.case}/sharing/stances"
    one = listed.partition(f"{kept}/")[2].partition("/lift")[0]
    assert "a source is at risk" in listed
    assert police.send(f"{kept}/{one}/lift", {"version": "1"}).status_code == 302
    assert "a source is at risk" not in text(police.get(f"/cases/{desk.case}/sharing"))
