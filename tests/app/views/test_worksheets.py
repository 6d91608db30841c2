"""A new version of a sheet has its reason, and shows what another wrote meanwhile."""

from tests.app.views.reading import text
from tests.app.views.test_interventions import fields, partnership, write


def test_a_version_follows_with_its_reason_and_none_is_lost(client_of):
    coordinator, path = partnership(client_of, "police")
    sheet = write(coordinator, f"{path}/sheets/new/lesson", title="Praten helpt")
    page = coordinator.get(f"{sheet}/versions").get_data(as_text=True)
    told = fields(page) | {"number": "1", "what": "Anders gesteld.", "reason": "scherper"}
    assert coordinator.send(f"{sheet}/versions", told | {"reason": ""}).status_code == 422
    assert coordinator.send(f"{sheet}/versions", told).status_code == 302
    late = coordinator.send(f"{sheet}/versions", told | {"what": "Te laat."})
    assert late.status_code == 409
    assert "Anders gesteld." in text(late)
    assert coordinator.send(f"{sheet}/choice", {"why": "Geen naam erin."}).status_code == 302
    assert "gepubliceerd" in text(client_of("police").get(sheet))
    for nothing in ("measure", "gossip"):
        assert coordinator.get(f"{path}/sheets/new/{nothing}").status_code == 404
