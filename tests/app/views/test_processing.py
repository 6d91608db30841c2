"""Changes of processing over the web: the coordinator keeps the register, the auditor reads it."""

import pytest
from sqlalchemy import select

from bureau.model import ProcessingChange
from tests.app.views.reading import only_version, text, words

FORM = {
    "subjects": ["pattern:UB-42"],
    "what": "A new pattern.",
    "reference": "=RAC 3",
    "advised_on": "2026-02-20",
    "advice": "No objection.",
    "minority": "One member thinks otherwise.",
    "favourable": "y",
}


@pytest.fixture
def desk(app, client_of):
    """The coordinator, in a house in which UB-42 came after the founding."""
    client = client_of("coordinator")
    assert client.get("/processing-changes").status_code == 200
    with app.extensions["sessions"].begin() as session:
        row = session.scalars(select(ProcessingChange)).one()
        row.covers = {key: mark for key, mark in row.covers.items() if key != "pattern:UB-42"}
    return client


def test_what_is_not_covered_is_told_and_an_advice_switches_it_on(desk):
    page = words(desk.get("/processing-changes"))
    assert "UB-42" in page
    assert "WGS 1.8(6)" in page
    assert desk.send("/processing-changes/new", FORM).status_code == 302
    page = words(desk.get("/processing-changes"))
    assert "Elk patroon, elke categorie en elke partner van vandaag is gedekt." in page
    assert "One member thinks otherwise." in page


def test_an_incomplete_advice_is_told_at_its_field(desk):
    answer = desk.send("/processing-changes/new", {**FORM, "advice": ""})
    assert answer.status_code == 422
    assert "Een advies heeft een kenmerk, een datum en een tekst." in words(answer)
    assert 'aria-invalid="true"' in text(answer)


def test_an_entry_is_withdrawn_with_a_reason(desk):
    desk.send("/processing-changes/new", FORM)
    page = text(desk.get("/processing-changes"))
    path = (
        page.split('action="')[1].split('"')[0]
        if "withdrawal" not in page
        else next(
            part.split('"')[0]
            for part in page.split('action="')
            if "withdrawal" in part.split('"')[0]
        )
    )
    form = {"version": only_version(page), "reason": "entered twice"}
    assert desk.send(path, form).status_code == 302
    assert "entered twice" in words(desk.get("/processing-changes"))


def test_the_register_is_handed_out_without_formulas(desk, client_of):
    desk.send("/processing-changes/new", FORM)
    told = text(desk.get("/processing-changes/register.csv"))
    assert "'=RAC 3" in told
    assert "founding" not in told.splitlines()[0]
    assert client_of("auditor").get("/processing-changes/register.csv").status_code == 200


def test_the_auditor_reads_and_others_find_nothing(client_of):
    auditor = client_of("auditor")
    assert auditor.get("/processing-changes").status_code == 200
    assert auditor.get("/processing-changes/new").status_code == 404
    for login in ("officer", "mayor", "police", "care", "admin"):
        assert client_of(login).get("/processing-changes").status_code == 404
