"""The pages of the tree over the trail are the auditor's, and do what the commands do."""

import io

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bureau.trust import note
from bureau.trust.note import Note
from bureau.trust.witnessing import Request
from tests.app.views.reading import words

KEY = Ed25519PrivateKey.from_private_bytes(bytes(31) + b"\7")
NAME = "getuige.example"
LINE = str(note.verifier(KEY, NAME, note.WITNESS))


@pytest.mark.parametrize("login", ["officer", "coordinator", "mayor", "admin", "care", "police"])
@pytest.mark.parametrize("place", ["", "/request/file", "/verify", "/trust", "/signed"])
def test_nobody_but_the_auditor_finds_it(client_of, login, place):
    assert client_of(login).get(f"/trail/tree{place}").status_code == 404


def test_the_auditor_verifies_the_trail(road, client_of):
    auditor = client_of("auditor")
    assert "nog door niemand" in words(auditor.get("/trail/tree"))
    page = words(auditor.send("/trail/tree/verify", {}))
    assert "Elke regel is zoals hij is geschreven en ondertekend" in page


def test_a_witness_is_trusted_signs_and_is_ended(road, client_of):
    auditor = client_of("auditor")
    refused = auditor.send("/trail/tree/trust", {"key": "no key"})
    assert refused.status_code == 422
    assert auditor.send("/trail/tree/trust", {"key": LINE}).status_code == 302
    asked = Request.read(auditor.get("/trail/tree/request/file").get_data(as_text=True))
    text = asked.note.text
    signed = Note(text, (*asked.note.signatures, note.cosign(KEY, NAME, text, 1_700_000_000)))
    for content, status in ((b"no note", 422), (str(signed).encode(), 302)):
        file = {"file": (io.BytesIO(content), "signed.txt")}
        assert auditor.send("/trail/tree/signed", file).status_code == status
    page = words(auditor.get("/trail/tree"))
    assert NAME in page
    assert "nog door niemand" not in page
    again = Request.read(auditor.get("/trail/tree/request/file").get_data(as_text=True))
    assert again.old == asked.point.size
    end = auditor.get("/trail/tree").get_data(as_text=True).split("/trail/tree/witnesses/")[1][:36]
    place = f"/trail/tree/witnesses/{end}/end"
    assert NAME in words(auditor.get(place))
    assert auditor.send(place, {"reason": "Samengevoegd."}).status_code == 302
    assert auditor.get(place).status_code == 404
