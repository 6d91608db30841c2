"""Searching finds what one may see, and nothing else shows."""

import json

import pytest

from tests.app.views.reading import text


@pytest.mark.parametrize("asked", ["ankerplaats", "ANKERPLAATS", "ankérplaats"])
def test_a_party_and_its_case_are_found(road, officer, asked):
    page = text(officer.get(f"/search?q={asked}"))
    assert f"/cases/{road.id}" in page
    assert f"/cases/{road.id}/parties/{road.applicant}" in page


def test_somebody_else_finds_as_much_as_where_nothing_is(road, client_of):
    page = text(client_of("outsider").get("/search?q=ankerplaats"))
    assert str(road.id) not in page
    nothing = text(client_of("outsider").get("/search?q=zzzzzzzzzzz"))
    assert len(page) - page.count("ankerplaats") * 11 == len(nothing) - nothing.count("z" * 11) * 11


@pytest.mark.parametrize("asked", ["", "a", "%25", "_" * 150])
def test_what_cannot_be_searched_is_answered_kindly(road, officer, asked):
    assert officer.get(f"/search?q={asked}").status_code == 200


def test_suggestions_fit_what_is_typed(road, officer):
    found = json.loads(text(officer.get("/search/suggest.json?q=anker")))
    assert found[0]["label"] == "De Ankerplaats B.V."
    assert officer.get(found[0]["url"]).status_code == 200


def test_suggestions_of_others_are_empty(road, client_of):
    assert json.loads(text(client_of("outsider").get("/search/suggest.json?q=anker"))) == []
