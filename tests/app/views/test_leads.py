"""Leads: looked for on purpose, with innocent explanations that are answered first."""

import re
from datetime import date
from io import BytesIO
from uuid import UUID

import pytest

from bureau.model import Hit
from bureau.operations import records
from bureau.operations.records import RecordTerms
from bureau.operations.sources import Learnt
from bureau.rules.events import EventKind
from tests.app.views.reading import text, version, words

ROUND = b"""id,date,amount,currency,from_account,to_account
r1,2026-02-02,9500.00,EUR,NL02BURO0417164300,NL86BURO0000000101
r2,2026-02-03,9400.00,EUR,NL86BURO0000000101,NL59BURO0000000102
r3,2026-02-04,9350.00,EUR,NL59BURO0000000102,NL02BURO0417164300
"""


@pytest.fixture
def lead(road, officer):
    """The address of a lead about money that went round."""
    form = {
        "format": "payments-csv",
        "file": (BytesIO(ROUND), "rond.csv"),
        "title": "Bankafschriften",
        "act": "store",
    }
    path = f"/cases/{road.id}"
    officer.send(f"{path}/imports/new", form, content_type="multipart/form-data")
    asked = {"purpose": "Where did it come from?", "patterns": ["UB-03"]}
    page = text(officer.send(f"{path}/leads/detect", asked))
    return re.search(rf'"({path}/leads/[0-9a-f-]{{36}})"', page)[1]


def test_a_search_needs_a_purpose_and_a_pattern(road, officer):
    path = f"/cases/{road.id}/leads/detect"
    assert "UB-03" in text(officer.get(path))
    assert officer.send(path, {"patterns": ["UB-03"]}).status_code == 422
    assert officer.send(path, {"purpose": "why"}).status_code == 422
    wrong = {"purpose": "why", "patterns": ["UB-03"], "settings": "UB-03.nonsense=1"}
    assert officer.send(path, wrong).status_code == 422
    assert officer.send(path, {"purpose": "why", "patterns": ["UB-99"]}).status_code == 422


def test_a_run_says_how_many_were_tried_and_how_often_chance_finds_as_much(lead, road, officer):
    asked = {"purpose": "Again", "patterns": ["UB-03"], "settings": "UB-03.N_days=5"}
    page = words(officer.send(f"/cases/{road.id}/leads/detect", asked))
    assert "5" in page


def test_a_lead_shows_its_proof_and_no_score(lead, officer):
    page = words(officer.get(lead))
    assert "NL86BURO0000000101" in page
    assert re.search(r"(?i)\bscore\b(?!s? (a|van))", page.partition("Bureau 0.")[0]) is None


def test_a_record_in_its_evidence_stands_there_with_its_words_and_source(lead, road, officer):
    with road.by("officer", "03-02") as work:
        takings = RecordTerms(
            on=date(2026, 1, 10), amount="1234.50", parties={"company": road.applicant}
        )
        made = records.add_record(work, road.id, "takings", takings, Learnt(road.source))
        work.session.flush()
        hit = work.session.get_one(Hit, UUID(lead.rpartition("/")[2]))
        hit.evidence = [*hit.evidence, str(made.id)]
        work.record(EventKind.LEAD_JUDGED, hit)
    page = words(officer.get(lead))
    assert "dagontvangst" in page
    assert "1.234,50" in page


def test_it_is_retained_only_when_every_innocent_explanation_was_answered(lead, officer):
    page = text(officer.get(lead))
    judged = {
        "version": version(page, f"{lead}/judgement"),
        "status": "retained",
        "reason": "not explained",
    }
    assert officer.send(f"{lead}/judgement", judged).status_code == 409
    count = page.count(f'action="{lead}/innocents/')
    assert count
    for number in range(1, count + 1):
        path = f"{lead}/innocents/{number}"
        given = {"version": version(page, path), "answer": "excluded"}
        assert officer.send(path, given).status_code == 422
        assert officer.send(path, {**given, "evidence": "books checked"}).status_code == 302
    assert "books checked" in text(officer.get(lead))
    judged["version"] = version(text(officer.get(lead)), f"{lead}/judgement")
    assert officer.send(f"{lead}/judgement", judged).status_code == 302


def test_two_people_at_one_explanation_see_the_difference(lead, officer):
    path = f"{lead}/innocents/1"
    given = {"version": version(text(officer.get(lead)), path), "answer": "supports"}
    assert officer.send(path, {**given, "evidence": "an invoice"}).status_code == 302
    late = officer.send(path, {**given, "evidence": "another invoice"})
    assert late.status_code == 409
    assert "<ins>an invoice</ins>" in text(late)


def test_the_second_reader_reads_but_does_not_judge(lead, client_of):
    second = client_of("second")
    assert second.get(lead).status_code == 200
    assert f"{lead}/judgement" not in text(second.get(lead))
    assert second.send(f"{lead}/judgement", {"version": "1"}).status_code == 404


def test_the_list_says_what_is_not_checked_yet(lead, road, officer):
    assert lead in text(officer.get(f"/cases/{road.id}/leads"))


def test_the_list_of_patterns_says_how_far_each_was_read_and_what_it_passes_over(road, officer):
    page = words(officer.get(f"/cases/{road.id}/leads/detect"))
    assert "niet in een bron gelezen, uit het geheugen" in page
    assert "Overgeslagen: Gereguleerde schakels" in page
