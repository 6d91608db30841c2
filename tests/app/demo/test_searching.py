import pytest

from app.demo import numbers
from app.demo.intake import STORY
from app.demo.searching import opinion_on
from app.demo.texts import told
from bureau.operations import leads

EXPECTED = {
    ("UB-37", "Bas Roelofsen"): "retained",
    ("UB-37", "Jeroen Brouwer"): "explained",
    ("UB-01", "Delta Mobiel Groothandel B.V."): "retained",
    ("UB-01", "Werkkade Uitzendbureau B.V."): "explained",
    ("UB-03", "Brightline Trading B.V."): "retained",
    ("UB-04", numbers.account(106)): "retained",
    ("UB-04", numbers.account(110)): "explained",
    ("UB-10", "Telecom Havenkwartier B.V."): "retained",
}


@pytest.fixture
def found(city):
    with city.work("officer") as work:
        lines = leads.list_leads(work, city.id(STORY))
        return [leads.read_lead(work, city.id(STORY), line.id) for line in lines]


@pytest.mark.parametrize(("pattern", "party"), EXPECTED)
def test_each_story_and_its_innocent_counterpart_is_a_lead(found, pattern, party):
    touched = [
        lead.line.status
        for lead in found
        if lead.line.pattern == pattern and party in {label for _, label in lead.line.subjects}
    ]
    assert set(touched) == {EXPECTED[pattern, party]}


def test_nothing_else_was_found(found):
    assert all(opinion_on(lead.line, told("leads")["leads"]) for lead in found)


def test_every_innocent_explanation_is_answered_by_a_person(found):
    for lead in found:
        assert lead.reason
        assert lead.purpose == told("leads")["purpose"]
        assert all(row.by and row.evidence and row.source_id for row in lead.innocents)
        assert "not_checked" not in {row.answer for row in lead.innocents}


def test_what_was_explained_found_support(found):
    for lead in found:
        answers = {row.answer for row in lead.innocents}
        assert (lead.line.status != "explained") or "supports" in answers
