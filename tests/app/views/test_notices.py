"""A notice over the web: made by the handler, agreed to, sent, and confirmed in the room."""

import re

import pytest

from tests.app.views.desk import ink
from tests.app.views.reading import text, version
from tests.bureau.operations.road import at
from tests.reports.told import SAID, Told, inkless
from tests.walls.visiting import PASSWORD

__all__ = ["ink"]
WHY = {"ground": "INCORRECT", "why": "De lening was van een ander.", "duty": "DESTROY"}


@pytest.fixture
def app(open_house):
    """The house some days after the issue."""
    return open_house(now=at("03-25"))


@pytest.fixture
def room(house, ink, monkeypatch):
    inkless(monkeypatch)
    made = Told(house.work_of, house.actors)
    made.copy = made.issued()
    return made


def found(pattern, page):
    return re.search(pattern, page)[1]


def agreed(client):
    """The second person opens the pages and answers on the page of what waits."""
    page = found(r'href="(/approvals/[0-9a-f-]+)"', text(client.get("/approvals")))
    shown = text(client.get(page))
    assert client.get(found(r'href="(/cases/[^"]+/file)"', shown)).data.startswith(b"%PDF")
    form = {name: found(rf'name="{name}" value="([^"]+)"', shown) for name in ("version", "digest")}
    return client.send(f"{page}/agreement", {**form, "own_password": PASSWORD})


def test_from_the_correction_to_the_confirmation(client_of, room):
    officer, second, office = map(client_of, ("officer", "second", "prosecutor"))
    correction = room.correct()
    listing = f"/cases/{room.id}/dossiers/{room.dossier.id}/notices"
    assert listing in text(officer.get(f"/cases/{room.id}/dossiers"))
    assert SAID in text(officer.get(listing))
    assert officer.send(f"{listing}/correction", {"corrections": "x"}).status_code == 422
    assert (
        officer.send(f"{listing}/correction", {"corrections": [str(correction)]}).status_code == 302
    )
    assert officer.send(f"{listing}/recall", WHY).status_code == 409
    assert agreed(second).status_code == 302
    send = found(r'action="(/cases/[^"]+/sending)"', text(officer.get(listing)))
    assert officer.send(send, {"password": "wrong"}).status_code in (403, 422)
    assert officer.send(send, {"password": PASSWORD}).status_code == 302
    page = f"/received/{room.copy}"
    assert page in text(office.get("/"))
    shown = text(office.get(page))
    assert (
        office.get(found(r'href="(/received/[^"]+/notices/[^"]+/file)"', shown)).data[:4] == b"%PDF"
    )
    confirm = found(r'action="(/received/[^"]+/receipt)"', shown)
    assert "/notices/" in confirm
    assert office.send(confirm, {"version": "1"}).status_code == 302
    assert office.send(confirm, {"version": "2"}).status_code == 409
    assert "Prosecutor" in text(officer.get(listing))


def test_a_recalled_copy_says_so_on_top_on_both_sides(client_of, room):
    officer, office = client_of("officer"), client_of("prosecutor")
    room.sent(room.recall())
    one = f"/cases/{room.id}/dossiers/{room.dossier.id}"
    assert "teruggenomen" in text(officer.get(one))
    assert "teruggenomen" in text(officer.get(f"/cases/{room.id}/dossiers"))
    assert officer.send(f"{one}/notices/recall", WHY).status_code in (409, 422)
    for page in (f"/received/{room.copy}", "/received", "/"):
        assert "teruggenomen" in text(office.get(page))
    assert f"/received/{room.copy}/file" not in text(office.get(f"/received/{room.copy}"))
    assert office.get(f"/received/{room.copy}/file").status_code == 409
    assert office.send(f"/received/{room.copy}/checks").status_code == 200


def test_of_a_recall_the_recipient_says_what_was_done_with_the_copies(client_of, room):
    officer, office = client_of("officer"), client_of("prosecutor")
    room.sent(room.recall())
    one, path = f"/cases/{room.id}/dossiers/{room.dossier.id}", f"/received/{room.copy}"
    page = text(office.get(path))
    confirm = found(rf'action="({path}/notices/[0-9a-f-]+/receipt)"', page)
    form = {"version": version(page, confirm), "done": ""}
    refused = office.send(confirm, form)
    assert refused.status_code == 422
    assert "met de exemplaren is gedaan" in text(refused)
    assert office.send(confirm, form | {"done": "Vernietigd op 26 maart."}).status_code == 302
    for client, place in ((office, path), (officer, f"{one}/notices"), (officer, f"{one}/copies")):
        assert "Vernietigd op 26 maart." in text(client.get(place))


def test_a_dossier_that_went_astray_asks_for_its_notification(client_of, room):
    officer = client_of("officer")
    listing = f"/cases/{room.id}/dossiers/{room.dossier.id}/notices"
    assert officer.send(f"{listing}/recall", WHY | {"ground": "MISSENT"}).status_code == 302
    assert "Meld het datalek binnen 72 uur" in text(officer.get("/"))
    page = text(officer.get(listing))
    assert "28 mrt 2026" in page
    send = found(r'action="(/cases/[^"]+/breach)"', page)
    form = {"version": found(rf'(?s){send}.*?name="version" value="(\d+)"', page)}
    empty = officer.send(send, form)
    assert empty.status_code == 422
    said = {**form, "breach": "not_needed", "breach_words": "Ongeopend teruggekomen."}
    assert officer.send(send, said).status_code == 302
    page = text(officer.get(listing))
    assert "Ongeopend teruggekomen." in page
    assert send not in page
    assert "Meld het datalek" not in text(officer.get("/"))
