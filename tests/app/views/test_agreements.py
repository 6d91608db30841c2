"""An agreement over the web: drawn up, answered, offered, signed by each, ended, renewed."""

import re

import pytest

from bureau.rules.agreements import checklist
from tests.app.views.reading import only_version, text, words

DRAFT = {"title": "Convenant Havenkwartier", "begins_on": "2026-03-02", "ends_on": "2027-12-31"}
ITEMS = {f"item_{code}": f"Agreed on {code}." for code in checklist().codes()}
SIGNED = {"signed_by": "A. Akkoord", "signed_as": "directeur", "signed_on": "2026-03-02"}


@pytest.fixture
def coordinator(client_of):
    return client_of("coordinator")


@pytest.fixture
def police(client_of, coordinator):
    """The police, member of a case of the coordinator: so they can be a party."""
    opened = {"title": "De Kade", "regime": "RIEC", "regime_reason": "x", "regime_basis": "WGS"}
    case = coordinator.send("/cases/new/partnership", opened).location
    who = {"login": "police", "capacity": "partner", "reason": "knows the quay"}
    coordinator.send(f"{case}/members", who)
    return client_of("police")


def version(browser, path):
    return re.search(r'name="version" value="(\d+)"', text(browser.get(path)))[1]


def test_an_agreement_goes_from_draft_to_in_force_and_is_renewed(coordinator, police):
    answer = coordinator.send("/agreements/new", {**DRAFT, "bodies": ["police"]})
    path = answer.location.removesuffix("/checklist")
    assert "concept" in words(coordinator.get(path))
    refused = coordinator.send(f"{path}/offer", {"version": version(coordinator, path)})
    assert refused.status_code == 409
    form = {**ITEMS, "version": only_version(text(coordinator.get(f"{path}/checklist")))}
    assert coordinator.send(f"{path}/checklist", form).status_code == 302
    owned = {"organisation": "police", "owner": "P. Olie", "commitments": "8 uur per maand"}
    owned["version"] = version(coordinator, path)
    assert coordinator.send(f"{path}/parties", owned).status_code == 302
    assert police.get(path).status_code == 404
    offered = {"version": version(coordinator, path)}
    assert coordinator.send(f"{path}/offer", offered).status_code == 302
    for browser, body in ((coordinator, "havermonde"), (police, "police")):
        done = browser.send(f"{path}/signatures", {**SIGNED, "organisation": body})
        assert done.status_code == 302
    assert "P. Olie" in words(police.get(path))
    assert "Convenant Havenkwartier" in words(police.get("/agreements"))
    again = {"begins_on": "2028-01-01", "ends_on": "2029-12-31"}
    again["version"] = version(coordinator, path)
    renewed = coordinator.send(f"{path}/renewal", again)
    assert renewed.status_code == 302
    assert renewed.location != path
    ending = {"ended_on": "2026-12-31", "reason": "A new version", **offered}
    ending["version"] = version(coordinator, path)
    assert coordinator.send(f"{path}/end", {**ending, "ended_on": "2020-01-01"}).status_code == 422
    assert coordinator.send(f"{path}/end", ending).status_code == 302
    assert "A new version" in words(coordinator.get(path))


def test_what_cannot_be_is_told_on_the_page(coordinator, police):
    wrong = coordinator.send("/agreements/new", {**DRAFT, "ends_on": "2025-01-01"})
    assert wrong.status_code == 422
    assert 'role="alert"' in text(wrong)
    assert police.get("/agreements/new").status_code == 404
