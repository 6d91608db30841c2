"""The overview in numbers, and the filters that somebody keeps."""

import re

from tests.app.views.reading import text, words


def test_a_year_in_numbers_over_ones_own_cases(road, officer, client_of):
    road.to_decision()
    road.decide()
    page = words(officer.get("/figures?year=2026"))
    assert "SC02" in page
    assert "weigeren" in page
    rows = text(officer.get("/figures.csv?year=2026")).splitlines()
    assert rows[1] == "received,,1,,,"
    assert "outcome,refuse,1,,," in rows
    others = text(client_of("outsider").get("/figures.csv?year=2026")).splitlines()
    assert others[1] == "received,,0,,,"
    assert officer.get("/figures?year=x").status_code == 200
    paper = officer.get("/figures.pdf?year=2026")
    assert (paper.mimetype, paper.data[:5]) == ("application/pdf", b"%PDF-")


def test_a_filter_is_kept_used_and_removed(road, officer):
    kept = {"name": "Haven", "q": "Anker", "kind": "screening", "clock": ""}
    assert "Dit filter bewaren" in words(officer.get("/cases?q=Anker"))
    assert officer.send("/cases/filters", {**kept, "name": ""}).status_code == 422
    assert officer.send("/cases/filters", kept).status_code == 302
    page = text(officer.get("/cases"))
    assert ">Haven</a>" in page
    place = re.search(r'action="([^"]*/removal)"', page)[1]
    assert officer.send(place, {}).status_code == 302
    assert ">Haven</a>" not in text(officer.get("/cases"))
    assert officer.send(place, {}).status_code == 404
