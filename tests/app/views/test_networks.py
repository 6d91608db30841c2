"""The picture, the table, the proof and the exports of the network."""

import json
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import pytest

from bureau.operations import networks, parties, ties
from bureau.operations.sources import Learnt
from bureau.rules.vocabulary import Credibility, TieKind
from tests.app.views.reading import address, text, words


@pytest.fixture
def director(road):
    """A person who directs the applicant."""
    with road.by("officer") as work:
        learnt = Learnt(road.source, Credibility.PROBABLE, "p. 2")
        person = parties.record_person(work, road.id, learnt, family_name="Proefman").id
        ties.record_tie(work, road.id, TieKind.DIRECTS, person, road.applicant, learnt=learnt)
        return person


def test_picture_and_table_say_the_same(road, officer, director):
    page = text(officer.get(f"/cases/{road.id}/network"))
    found = json.loads(text(officer.get(f"/cases/{road.id}/network.json")))
    assert {node["label"] for node in found["nodes"]} == {"Proefman", "De Ankerplaats B.V."}
    assert all(edge["id"] in page for edge in found["edges"])
    assert all(edge["evidence"] in page for edge in found["edges"])
    assert found["nodes"][0]["expand"].startswith(f"/cases/{road.id}/network?focus=")


def test_an_empty_network_says_what_to_do(road, officer, house):
    with road.by("officer") as work:
        assert networks.read_network(work, road.id).network.edges == ()
    assert officer.get(f"/cases/{road.id}/network").status_code == 200


def test_one_step_needs_no_reason_and_more_does(road, officer, director):
    path = f"/cases/{road.id}/network?focus={director}"
    assert officer.get(path).status_code == 200
    refused = officer.get(f"{path}&hops=2")
    assert refused.status_code == 422
    assert 'role="alert"' in text(refused)
    assert officer.get(f"/cases/{road.id}/network.json?hops=2").status_code == 422
    assert officer.get(f"{path}&hops=2&reason=who+pays").status_code == 200


@pytest.mark.parametrize("asked", ["focus=ghost", "hops=9&reason=x", "hops=-1&reason=x"])
def test_what_cannot_be_shown_is_refused(road, officer, director, asked):
    assert officer.get(f"/cases/{road.id}/network?{asked}").status_code in (404, 422)


def test_the_reason_for_looking_further_is_in_the_trail(road, officer, director, app):
    officer.get(f"/cases/{road.id}/network?focus={director}&hops=2&reason=who+pays+for+it")
    from sqlalchemy import select

    from bureau.model import Event

    with app.extensions["sessions"]() as session:
        purposes = set(session.scalars(select(Event.purpose)))
    assert "who pays for it" in purposes


def test_the_proof_of_a_tie_is_a_fragment_for_the_panel_and_a_page_without_a_script(
    road, officer, director
):
    path = address(text(officer.get(f"/cases/{road.id}/network")), "/network/edges/")
    page = officer.get(path)
    assert "<html" in text(page)
    part = officer.get(path, headers={"HX-Request": "true"})
    assert "<html" not in text(part)
    assert "Proefman" in words(part)
    assert "Aanvraagformulier" in words(part)
    assert officer.get(f"/cases/{road.id}/network/edges/tie:nothing").status_code == 404


@pytest.mark.parametrize("name", networks.FORMATS)
def test_the_network_is_handed_out_as_a_file(road, officer, director, name):
    assert f"/cases/{road.id}/network/export/{name}" in text(
        officer.get(f"/cases/{road.id}/network")
    )
    answer = officer.get(f"/cases/{road.id}/network/export/{name}")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    assert b"Proefman" in answer.data


def test_a_format_that_does_not_exist_is_refused(road, officer):
    assert officer.get(f"/cases/{road.id}/network/export/gif").status_code == 422


def test_an_export_leaves_with_its_manifest_when_asked(officer, road):
    way = f"/cases/{road.id}/network/export/graphml"
    assert f"{way}?manifest=1" in text(officer.get(f"/cases/{road.id}/network"))
    answer = officer.get(f"{way}?manifest=1")
    assert answer.mimetype == "application/zip"


def test_the_payments_leave_with_their_manifest_when_asked(officer, road):
    way = f"/cases/{road.id}/payments.csv"
    assert f"{way}?manifest=1" in text(officer.get(f"/cases/{road.id}/network"))
    alone, both = officer.get(way), officer.get(f"{way}?manifest=1")
    assert (alone.mimetype, both.mimetype) == ("text/csv", "application/zip")
    with ZipFile(BytesIO(both.data)) as folder:
        table, manifest = folder.namelist()
        told = json.loads(folder.read(manifest))
        assert folder.read(table) == alone.data
    assert sha256(alone.data).hexdigest() in json.dumps(told)


def test_the_drawing_of_the_server_stands_in_for_the_script(road, officer, director):
    answer = officer.get(f"/cases/{road.id}/network.svg")
    assert answer.mimetype == "image/svg+xml"
    assert f"/cases/{road.id}/network.svg" in text(officer.get(f"/cases/{road.id}/network"))


def test_measures_are_explained_and_are_no_score(road, officer, director):
    page = words(officer.get(f"/cases/{road.id}/network")).lower()
    assert "pagerank" not in page


def test_the_measures_are_those_of_the_picture_that_is_shown(road, officer, director):
    with road.by("officer") as work:
        learnt = Learnt(road.source, Credibility.PROBABLE, "p. 3")
        number = "NL02BURO0417164300"
        account = parties.record_account(work, road.id, learnt, number=number).id
        ties.record_tie(work, road.id, TieKind.HOLDS_ACCOUNT, director, account, learnt=learnt)
    page = words(officer.get(f"/cases/{road.id}/network"))
    measured = page.partition("Maten")[2]
    assert "2 knopen, 1 band" in measured
    assert number not in measured
    wider = words(officer.get(f"/cases/{road.id}/network?accounts=y")).partition("Maten")[2]
    assert "3 knopen, 2 banden" in wider
    assert f"{number} · Proefman" in wider


def test_a_kind_of_tie_is_said_in_the_language_of_the_reader(road, officer, director):
    with road.by("officer") as work:
        learnt = Learnt(road.source, Credibility.PROBABLE, "p. 3")
        told = {"learnt": learnt, "detail": "eigenaar sinds de oprichting"}
        ties.record_tie(work, road.id, TieKind.OWNS, director, road.applicant, **told)
        found = networks.read_network(work, road.id, language="en").network.edges
    assert "owns" in {edge.label for edge in found}
    page = words(officer.get(f"/cases/{road.id}/network"))
    assert "is eigenaar van" in page
    assert "“eigenaar sinds de oprichting”" in page
    assert "2 banden in deze afbeelding" in page
