"""The coordinator rewords a board; what differs is shown."""

from tests.app.views.reading import only_version, text, words

BARRIER = {
    "version": "0",
    "text_nl": "Slagboom in de nacht",
    "leads": ["MUN_COLLEGE"],
    "instrument_nl": "onderhoud",
    "basis": "Gemeentewet 160",
    "reason": "Na de schouw.",
}


def test_barriers_and_steps_are_added_changed_and_taken(client_of):
    coordinator = client_of("coordinator")
    assert coordinator.get("/boards/UGB/steps/4/barriers/new").status_code == 200
    nobody = {**BARRIER, "leads": []}
    assert coordinator.send("/boards/UGB/steps/4/barriers/new", nobody).status_code == 422
    assert coordinator.send("/boards/UGB/steps/4/barriers/new", BARRIER).status_code == 302
    page = text(coordinator.get("/boards/UGB/barriers/UGB-4c/words"))
    assert only_version(page) == "1"
    changed = {**BARRIER, "version": "1", "text_nl": "Slagboom"}
    assert coordinator.send("/boards/UGB/barriers/UGB-4c/words", changed).status_code == 302
    found = text(coordinator.get("/boards/UGB/differences?one=1&other=2"))
    assert "<ins>Slagboom</ins>" in found
    late = coordinator.send("/boards/UGB/barriers/UGB-4c/words", changed)
    assert late.status_code == 409
    step = {"version": "2", "name_nl": "Nazorg", "reason": "Na een zaak."}
    assert coordinator.get("/boards/UGB/steps/new").status_code == 200
    assert coordinator.send("/boards/UGB/steps/new", step).status_code == 302
    gone = {**step, "version": "3", "do": "drop"}
    assert coordinator.send("/boards/UGB/steps/8", gone).status_code == 302
    kept = text(coordinator.get("/boards/UGB/steps/4"))
    assert "[UB-20]" in kept
    assert "versie 4" in words(coordinator.get("/boards/UGB"))


def test_a_partner_changes_nothing(client_of):
    police = client_of("police")
    assert police.send("/boards/UGB/steps/4/barriers/new", BARRIER).status_code == 404
    assert "Stap toevoegen" not in words(police.get("/boards/UGB"))
