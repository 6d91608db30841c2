"""The power map over the web: filled, changed, drawn with letters, and read as of a day."""

from tests.app.views.reading import text, version, words
from tests.app.views.test_agreements import DRAFT, coordinator, police

__all__ = ["coordinator", "police"]
PLACE = {"power_subject": "RESULT", "organisation": "police", "power_place": "vetoes"}
PLACE |= {"basis": "WGS 1.7(1)", "reason": "Zo afgesproken."}


def test_a_map_is_filled_and_changed_and_stands_as_drawing_and_table(coordinator, police):
    made = coordinator.send("/agreements/new", {**DRAFT, "bodies": ["police"]})
    path = made.location.removesuffix("/checklist") + "/power-map"
    page = text(coordinator.get(path))
    assert "niet compleet" in page
    sent = {"version": version(page, f"{path}/law")}
    assert coordinator.send(f"{path}/law", sent).status_code == 302
    page = text(coordinator.get(path))
    place = {**PLACE, "version": version(page, f"{path}/places")}
    assert coordinator.send(f"{path}/places", {**place, "from_on": "2001-01-01"}).status_code == 422
    assert coordinator.send(f"{path}/places", place).status_code == 302
    page = text(coordinator.get(path))
    assert 'role="img"' in page
    assert "resultaat vrijgeven aan een deelnemer, Politie" in page
    assert "heeft een veto" in words(coordinator.get(path))
    assert "gold niet op deze dag" not in words(coordinator.get(f"{path}?on=2026-06-01"))
    assert coordinator.get(f"{path}?on=x").status_code == 200
    assert police.get(path).status_code == 404
