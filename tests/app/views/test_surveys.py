"""The survey on its pages: opened, found under My work, answered once, told after closing."""

from tests.app.views.reading import text, words
from tests.app.views.test_interventions import partnership

ASKED = ("police", "tax", "customs", "mayor", "port")
MARKS = {f"mark_Q{n}": "4" for n in range(1, 11)}


def test_a_round_runs_from_opening_to_the_public_report(client_of):
    coordinator, _ = partnership(client_of, *ASKED)
    page = coordinator.send("/surveys", {}).location
    for login in ASKED:
        who = client_of(login)
        assert "wacht op u" in words(who.get("/"))
        assert "Hoe dit anoniem is" in words(who.get(f"{page}/answer"))
        assert who.send(f"{page}/answer", {**MARKS, "mark_Q3": ""}).status_code == 422
        assert who.send(f"{page}/answer", MARKS).location == page
        assert "wacht op u" not in words(who.get("/"))
        assert who.send(f"{page}/answer", MARKS).status_code == 409
    assert "open – – – – – –" in words(coordinator.get("/surveys"))
    assert coordinator.send(f"{page}/closing", {"version": "1"}).location == page
    assert "5 van 5" in words(client_of("police").get(page))
    assert "5 van 5 4 4 4 4 4" in words(coordinator.get("/surveys"))
    assert "partnerenquête" in words(coordinator.get("/evaluation"))
    figures = coordinator.get("/evaluation.json").get_json()["figures"]
    told = {row["of"]: row["value"] for row in figures if row["figure"] == "survey_mark"}
    assert told == dict.fromkeys(("C1", "C2", "C3", "C4", "C5"), 4.0)
    assert "survey_mark,C4,4.0" in text(coordinator.get("/evaluation.csv"))


def test_others_find_nothing(client_of):
    coordinator, _ = partnership(client_of, *ASKED)
    page = coordinator.send("/surveys", {}).location
    assert client_of("police").get("/surveys").status_code == 404
    assert client_of("officer").get(page).status_code == 404
    assert coordinator.send("/surveys", {}).status_code == 409
