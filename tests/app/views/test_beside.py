"""A document beside the form: its pages, its words, and the page as place in the source."""

from io import BytesIO
from uuid import UUID

import pytest

from app.views import beside
from bureau.operations import sources, ties
from bureau.rules.vocabulary import Reliability
from tests.app.views.case_with_money import money  # noqa: F401 - a fixture
from tests.app.views.reading import address, text, words


@pytest.fixture
def paper(road, officer):
    """A document of the case, not a source yet."""
    file = (BytesIO(b"%PDF-1.4 fictional"), "brief.pdf")
    form = {"file": file, "title": "Akte", "kind": "DC01"}
    officer.send(f"/cases/{road.id}/documents", form, content_type="multipart/form-data")
    return address(text(officer.get(f"/cases/{road.id}/documents")), "/beside")


def test_a_page_becomes_the_place_of_what_was_read(road, officer, money, paper, monkeypatch):  # noqa: F811
    monkeypatch.setattr(beside.readable, "pages", lambda _: ("first page", "second page"))
    monkeypatch.setattr(beside, "picture", lambda *_: b"png")
    page = officer.get(f"{paper}?page=2")
    assert "second page" in words(page)
    picture = address(text(page), "/pages/2")
    assert officer.get(picture).data == b"png"
    with road.by("officer") as work:
        source = sources.add_source(
            work,
            road.id,
            title="Akte",
            kind="document",
            origin="notaris",
            obtained_on=None,
            obtained_how="asked",
            basis="Wet Bibob 7a",
            reliability=Reliability("A"),
            document_id=UUID(paper.split("/")[4]),
        ).id
    page = text(officer.get(f"{paper}?page=2"))
    assert "Akte, page 2" in page or "Akte, bladzijde 2" in page
    form = {
        "start": money.who,
        "end": road.applicant,
        "kind": "owns",
        "source": source,
        "credibility": "2",
        "place": "Akte, page 2",
    }
    assert officer.send(f"{paper}?page=2", {**form, "kind": ""}).status_code == 422
    kept = officer.send(f"{paper}?page=2", form)
    assert (kept.status_code, kept.location[-6:]) == (302, "page=2")
    with road.by("officer") as work:
        assert "Akte, page 2" in {row.origin.place for row in ties.list_ties(work, road.id)}


def test_what_cannot_be_read_says_so(officer, paper):
    page = officer.get(paper)
    assert page.status_code == 200
    assert "scan" in words(page)
    assert officer.get(paper.replace("/beside", "/pages/1")).status_code == 422


def test_the_title_of_a_closed_paper_is_no_place_in_an_open_source(road, officer, money):  # noqa: F811
    file = (BytesIO(b"%PDF-1.4 fictional"), "tip.pdf")
    form = {"file": file, "title": "Geheime tip", "kind": "DC01", "restricted": "y"}
    officer.send(f"/cases/{road.id}/documents", form, content_type="multipart/form-data")
    paper = address(text(officer.get(f"/cases/{road.id}/documents")), "/beside")
    with road.by("officer") as work:
        other = sources.list_sources(work, road.id)[0].id
    assert str(other) not in text(officer.get(paper))
    form = {"start": money.who, "end": road.applicant, "kind": "owns", "credibility": "2"}
    told = {**form, "source": other, "place": "Geheime tip, page 1"}
    assert officer.send(paper, told).status_code == 422
    with road.by("officer") as work:
        places = {row.origin.place for row in ties.list_ties(work, road.id)}
    assert not {place for place in places if "Geheime tip" in place}
