"""Searching finds what one may see, and nothing else shows."""

import json

import pytest

from tests.app.views.reading import text

WHY = "purpose=INTAKE&reason=An+application+that+is+no+case"


@pytest.mark.parametrize("asked", ["ankerplaats", "ANKERPLAATS", "ankérplaats"])
def test_a_party_and_its_case_are_found(road, officer, asked):
    page = text(officer.get(f"/search?q={asked}&{WHY}"))
    assert f"/cases/{road.id}" in page
    assert f"/cases/{road.id}/parties/{road.applicant}" in page


def test_somebody_else_finds_as_much_as_where_nothing_is(road, client_of):
    page = text(client_of("outsider").get(f"/search?q=ankerplaats&{WHY}"))
    assert str(road.id) not in page
    nothing = text(client_of("outsider").get(f"/search?q=zzzzzzzzzzz&{WHY}"))
    assert len(page) - page.count("ankerplaats") * 11 == len(nothing) - nothing.count("z" * 11) * 11


@pytest.mark.parametrize("asked", ["", "a", "%25", "_" * 150])
def test_what_cannot_be_searched_is_answered_kindly(road, officer, asked):
    assert officer.get(f"/search?q={asked}&{WHY}").status_code == 200


def test_suggestions_fit_what_is_typed(road, officer):
    found = json.loads(text(officer.get(f"/search/suggest.json?q=anker&{WHY}")))
    assert found[0]["label"] == "De Ankerplaats B.V."
    assert officer.get(found[0]["url"]).status_code == 200


def test_suggestions_of_others_are_empty(road, client_of):
    assert json.loads(text(client_of("outsider").get(f"/search/suggest.json?q=anker&{WHY}"))) == []


def test_without_a_task_only_ones_own_cases_are_found(road, officer):
    page = text(officer.get("/search?q=ankerplaats"))
    assert f"/cases/{road.id}" in page
    assert f"/cases/{road.id}/parties/{road.applicant}" not in page


def test_a_search_for_people_names_a_case_of_ones_own_or_says_why(road, officer):
    assert officer.get("/search?q=ankerplaats&purpose=TASK").status_code == 422
    assert (
        officer.get("/search?q=ankerplaats&purpose=INTAKE&reason=aaaa+aaaa+aaaa+aaaa").status_code
        == 422
    )
    page = text(officer.get(f"/search?q=ankerplaats&purpose=TASK&case={road.id}"))
    assert f"/cases/{road.id}/parties/{road.applicant}" in page
