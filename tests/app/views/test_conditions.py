"""Conditions of the library are put into a decision by choice, and can be changed there."""

import re
from datetime import date

from tests.app.views.reading import text, words
from tests.walls.visiting import PASSWORD


def written(page):
    return re.search(r'<textarea[^>]*name="conditions"[^>]*>([^<]*)<', page)[1].strip()


def test_what_is_chosen_is_put_in_changed_and_followed_up(road, client_of):
    road.to_decision()
    mayor, path = client_of("mayor"), f"/cases/{road.id}/decision"
    given = {"outcome": "grant_with_conditions", "reasons": "In proportion.", "do": "insert"}
    given |= {"conditions": "2026-12-01: own words", "library": ["C-BOOKS", "C-PRESENT"]}
    answer = mayor.send(path, given)
    assert answer.status_code == 200
    lines = written(text(answer)).splitlines()
    assert lines[0] == "2026-12-01: own words"
    assert [line.split(":")[0].split()[1] for line in lines[1:]] == ["C-BOOKS", "C-PRESENT"]
    assert "In proportion." in text(answer)
    decide = {**given, "do": "", "conditions": "\n".join(lines), "password": PASSWORD}
    left_open = mayor.send(path, decide)
    assert left_open.status_code == 422
    assert "[vijf]" in words(left_open)
    decide["conditions"] = decide["conditions"].replace("[vijf]", "vijf")
    assert mayor.send(path, decide).status_code == 302
    page = words(client_of("officer").get(f"/cases/{road.id}/aftercare"))
    assert "Steekproef: kasboek" in page


def test_an_intention_can_announce_conditions_of_the_library(road, officer):
    road.to_care().weigh().step("T31", "03-17")
    path = f"/cases/{road.id}/hearing/intention"
    given = {"intended": "grant_with_conditions", "reasons": "Own words.", "do": "insert"}
    answer = officer.send(path, given | {"library": ["C-LOAN"]})
    assert answer.status_code == 200
    said = re.search(r'name="reasons"[^>]*>([^<]*)<', text(answer))[1]
    assert "Own words." in said
    assert "[geldgever]" in said


def test_a_code_that_is_not_in_the_library_is_refused(road, client_of):
    road.to_decision()
    given = {"outcome": "grant_with_conditions", "reasons": "x", "password": PASSWORD}
    given["conditions"] = "2026-12-01 C-NONE: words"
    assert client_of("mayor").send(f"/cases/{road.id}/decision", given).status_code == 422


def test_an_answer_to_an_objection_begins_with_the_conditions_that_hold(road, client_of):
    road.to_decision()
    road.decide("grant_with_conditions", conditions=[("Old words.", date(2026, 12, 1))])
    road.make_known()
    road.object("04-01")
    page = text(client_of("mayor").get(f"/cases/{road.id}/review"))
    assert "Old words." in written(page)
