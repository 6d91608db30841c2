"""The page of the evaluation: indicators with cautions, health, and a CSV."""

from tests.app.views.reading import text, words
from tests.app.views.test_interventions import partnership


def test_a_coordinator_sees_twenty_indicators_and_what_is_not_held(client_of):
    coordinator, _ = partnership(client_of, "police")
    page = words(coordinator.get("/evaluation"))
    assert "Snelheid is geen effect." in page
    assert "niet hier vastgelegd" in page
    assert "Eigenaarschap" in page
    assert coordinator.get("/evaluation?year=x").status_code == 200
    lines = text(coordinator.get("/evaluation.csv")).splitlines()
    assert lines[0].startswith("\ufeffindicator")
    assert {line.split(",")[0] for line in lines[1:]} == {f"EV-{n:02d}" for n in range(1, 21)}
    paper = coordinator.get("/evaluation.pdf")
    assert (paper.mimetype, paper.data[:5]) == ("application/pdf", b"%PDF-")
    assert coordinator.get("/evaluation.json").get_json()["schema"] == "bureau-partnership-1"
    assert client_of("police").get("/evaluation").status_code == 404
