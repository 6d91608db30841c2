"""On the page of a case a person says which step it touches."""

from tests.app.views.reading import words


def test_a_step_is_said_with_a_source_and_taken_back(road, officer):
    where = f"/cases/{road.id}/steps-touched"
    assert "Nog geen stap" in words(officer.get(where))
    given = {"step": "UGB-4", "role": "performs", "why": "Telmachine.", "sources": [road.source]}
    assert officer.send(where, {**given, "sources": []}).status_code == 422
    assert officer.send(where, given).status_code == 302
    assert officer.send(where, given).status_code == 409
    page = officer.get(where)
    assert "Telmachine." in words(page)
    back = page.text.split("/withdraw")[0].rsplit("/", 1)[1]
    assert officer.get(f"{where}/{back}/withdraw").status_code == 200
    assert officer.send(f"{where}/{back}/withdraw", {"reason": ""}).status_code == 422
    assert officer.send(f"{where}/{back}/withdraw", {"reason": "Vergissing."}).status_code == 302
    assert "Vergissing." in words(officer.get(where))
