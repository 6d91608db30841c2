"""The form from a terminal: a link printed once, and a form posted from a file."""

import json
from base64 import b64encode

import pytest

from tests.bureau.operations.road import Road


@pytest.fixture
def road(terminal, monkeypatch):
    monkeypatch.setenv("BUREAU_NOW", "2026-03-04T10:00:00+01:00")
    return Road(terminal.work_of, terminal.actors).to_form()


def test_a_link_is_printed_with_its_code(terminal, road):
    made = terminal.ask(
        "officer", "form", "link", road.reference, "--address", "https://bibob.example.nl/"
    )
    start, _, secret = made["link"].partition("/a/")
    assert (start, len(secret), len(made["code"])) == ("https://bibob.example.nl", 43, 6)
    assert made["until"] == "2026-03-18"
    plain = terminal.ask("officer", "form", "link", road.reference, "--no-code")
    assert plain["code"] is None


def test_a_form_is_posted_from_a_file(terminal, road, elsewhere):
    body = {
        "form": {"version": "2024"},
        "answers": {"Q02.01": "250000.00"},
        "documents": [
            {"code": "DC02", "name": "kvk.pdf", "content_base64": b64encode(b"%PDF-1").decode()}
        ],
    }
    path = elsewhere / "form.json"
    path.write_text(json.dumps(body))
    done = terminal.ask("officer", "form", "post", road.reference, str(path))
    assert (done["answers"], done["documents"][0]["code"]) == (1, "DC02")
    assert "Q01.01" in done["missing"]
