"""Composing on a page: who reads it, what stays behind by which article, a look, then approval."""

import pytest

from tests.app.views.desk import app, ink, worked
from tests.app.views.reading import address, text
from tests.reports.stage import RECIPIENT, Stage

__all__ = ["app", "ink"]

WANTED = {"reader": "APPLICANT", "recipient": RECIPIENT, "basis": "Wet Bibob 33", "language": "nl"}


@pytest.fixture
def stage(house):
    return Stage(house.work_of, house.actors)


@pytest.fixture
def page(stage):
    return f"/cases/{stage.id}/dossiers/compose"


def test_the_page_says_item_by_item_what_goes_in_and_by_which_rule_not(officer, page, stage):
    stage.protect()
    shown = text(officer.get(f"{page}?reader=APPLICANT"))
    assert "The lender cannot carry the loan." in shown
    assert "AVG 5(1)(c), 9(1); 2012/29/EU 21" in shown
    assert "Zonneveld" not in shown
    assert 'aria-current="true">aanvrager (betrokkene)' in shown
    assert 'name="why:statement:1"' in shown
    assert f'href="/cases/{stage.id}/dossiers/compose?reader=COURT"' in shown


def test_a_draft_is_looked_at_and_then_sent_for_approval(app, officer, client_of, page, ink):
    job = worked(app, officer.send(page, {**WANTED, "why:event:x": ""}))
    draft = address(text(officer.get(job)), "/dossiers/")
    shown = text(officer.get(draft))
    assert f"{draft}/sent" in shown
    assert 'name="digest"' not in text(client_of("second").get(draft))
    assert officer.send(f"{draft}/sent", {}).status_code == 302
    assert 'name="digest"' in text(client_of("second").get(draft))
    again = text(officer.get(f"{page}?from={draft.rpartition('/')[2]}"))
    assert RECIPIENT in again


def test_what_may_not_be_left_out_is_refused_on_the_page(officer, page):
    answer = officer.send(page, {**WANTED, "reader": "DECIDER", "why:source:1": "liever niet"})
    assert answer.status_code == 409
    assert "onschuldige lezing" in text(answer)
    assert "liever niet" in text(answer)


def test_without_a_recipient_nothing_is_printed(officer, page):
    answer = officer.send(page, {**WANTED, "recipient": ""})
    assert answer.status_code == 422
