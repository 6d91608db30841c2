"""Role cards over the web: missing ones are told, written, confirmed by the partner, compared."""

import pytest

from tests.app.views.reading import address, text, words

CARD = {
    "number": "0",
    "owner": "P. Olie",
    "task": "Kijkt op de kade.",
    "powers": ["POLICE_TASK"],
    "categories": ["AREA"],
    "due_on": "2027-06-01",
    "not_done": "Geen opsporing naast de officier.",
}


@pytest.fixture
def coordinator(client_of):
    return client_of("coordinator")


@pytest.fixture
def case(coordinator):
    opened = {"title": "De Kade", "regime": "RIEC", "regime_reason": "x", "regime_basis": "WGS"}
    made = coordinator.send("/cases/new/partnership", opened).location
    who = {"login": "police", "capacity": "partner", "reason": "knows the quay"}
    coordinator.send(f"{made}/members", who)
    return made


@pytest.fixture
def police(client_of, case):
    return client_of("police")


def of_police(browser, case):
    """The address at which the card of the police is written."""
    page = text(browser.get(f"{case}/role-cards"))
    row = page[page.index('scope="row">Politie') :]
    return address(row, "/role-cards/of/")


def test_a_card_is_missing_written_confirmed_and_confirmed_anew(coordinator, police, case):
    assert "2 organisaties hebben geen rolkaart" in words(coordinator.get(f"{case}/role-cards"))
    assert "Schrijf de ontbrekende rolkaarten" in words(coordinator.get(case))
    path = of_police(coordinator, case)
    assert "Politiewet 2012 3" in words(coordinator.get(path))
    card = coordinator.send(path, CARD).location
    assert "wacht op bevestiging" in words(coordinator.get(card))
    assert "namens uw organisatie" not in words(coordinator.get(card))
    refused = coordinator.send(f"{card}/confirmation", {"number": "1"})
    assert refused.status_code == 409
    assert "WGS 1.3(4)" in words(refused)
    assert "Bevestig de rolkaart van uw organisatie" in words(police.get(case))
    assert police.send(f"{card}/confirmation", {"number": "1"}).status_code == 302
    assert "bevestigd" in words(police.get(card))
    again = {**CARD, "number": "1", "task": "Kijkt ook achter de kade.", "reason": "gevraagd"}
    assert police.send(path, again).status_code == 302
    page = words(coordinator.get(card))
    assert "wacht op bevestiging" in page
    assert "Kijkt op de kade." in page


def test_what_cannot_be_is_told_on_the_page(coordinator, police, case):
    path = of_police(coordinator, case)
    strange = coordinator.send(path, {**CARD, "powers": ["CLOSURE_13B"]})
    assert strange.status_code == 422
    assert "WGS 1.3(4)" in words(strange)
    early = coordinator.send(path, {**CARD, "categories": ["POLICE_8_13"]})
    assert early.status_code == 409
    assert "fase 1" in words(early)
    own = of_police(police, case)
    assert police.get(own).status_code == 200
    foreign = address(text(coordinator.get(f"{case}/role-cards")), "/role-cards/of/")
    assert police.get(foreign).status_code == 404


def test_the_overview_says_so_while_there_are_no_actions(coordinator, case):
    assert "Nog geen acties" in words(coordinator.get(f"{case}/role-cards/overview"))
    assert coordinator.get(f"{case}/role-cards/overview?plan=x").status_code == 404
