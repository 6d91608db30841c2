"""The annex of a party over the web: filled from the law, stored, refused for a foreign power."""

from tests.app.views.reading import address, only_version, text, words
from tests.app.views.test_agreements import DRAFT, coordinator, police

__all__ = ["coordinator", "police"]


def test_the_annex_is_written_in_the_draft(coordinator, police):
    del police
    made = coordinator.send("/agreements/new", {**DRAFT, "bodies": ["police"]})
    path = made.location.removesuffix("/checklist")
    page = text(coordinator.get(path))
    annex = address(page[page.index("Bijlage") :], "/role-cards/")
    form = text(coordinator.get(annex))
    role = {"task": "Toezicht op de kade.", "not_done": "Geen opsporing.", "powers": ["BIBOB"]}
    role["version"] = only_version(form)
    refused = coordinator.send(annex, {**role, "powers": ["POLICE_TASK"]})
    assert refused.status_code == 422
    assert "WGS 1.3(4)" in words(refused)
    assert coordinator.send(annex, role).status_code == 302
    assert "Toezicht op de kade." in words(coordinator.get(path))
