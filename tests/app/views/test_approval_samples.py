"""Agreements drawn by lot, over the web."""

from bureau.operations import approval_samples
from tests.app.views.reading import address, only_version, text, words
from tests.app.views.test_approvals import agreed, road

__all__ = ["road"]


def test_the_auditor_drawn_says_what_was_found(road, client_of, monkeypatch):
    auditor = client_of("auditor")
    monkeypatch.setattr(approval_samples, "drawn", lambda act, lot: True)
    assert agreed(client_of("second")).status_code == 302
    page = auditor.get("/approvals/sample")
    place = address(text(page), "approvals/sample/[0-9a-f]")
    version = {"version": only_version(text(page))}
    assert auditor.send(place, {**version, "reason": ""}).status_code == 422
    assert auditor.send(place, {**version, "reason": "In order."}).status_code == 302
    assert "In order." in words(auditor.get("/approvals/sample"))
    assert auditor.send(place, {"version": "9", "reason": "Again."}).status_code == 409
    assert client_of("second").get("/approvals/sample").status_code == 404
