"""A document is ticked in the composer, seen with the draft, and taken away as a file."""

import pytest

from bureau.operations import documents
from tests.app.views.desk import app, ink, worked
from tests.app.views.reading import address, text
from tests.reports import handed_in
from tests.reports.stage import RECIPIENT, Stage

__all__ = ["app", "ink"]

WANTED = {"reader": "COURT", "recipient": RECIPIENT, "basis": "Awb 8:42", "language": "nl"}


@pytest.fixture
def stage(house):
    return Stage(house.work_of, house.actors)


@pytest.mark.pdf
def test_an_annex_is_chosen_seen_and_taken(app, stage, officer, client_of, ink):
    with stage.by("officer", "03-13") as work:
        content = handed_in.pdf("De huur is laag")
        kept = documents.add_document(
            work, stage.id, "huur.pdf", content, title="Huurcontract", kind="K01"
        )
        lease = str(kept.id)
    page = f"/cases/{stage.id}/dossiers/compose"
    assert f'name="annex" value="{lease}"' in text(officer.get(page))
    job = worked(app, officer.send(page, {**WANTED, "annex": [lease, "nonsense"]}))
    draft = address(text(officer.get(job)), "/dossiers/")
    shown = text(officer.get(draft))
    assert "Bijlage 1 (PDF)" in shown
    taken = officer.get(f"{draft}/annexes/1/file")
    assert taken.data.startswith(b"%PDF-")
    assert taken.headers["Content-Disposition"].endswith('-annex-1.pdf"')
    assert officer.get(f"{draft}/annexes/2/file").status_code == 404
    shown = text(officer.get(page))
    assert "HAND_OTHERS" in shown
    row = {"out:words:0": "huur", "out:words-rule:0": "HAND_OTHERS", "out:words-reason:0": ""}
    refused = officer.send(page, {**WANTED, **row})
    assert refused.status_code == 422
    assert 'value="huur"' in text(refused)
    again = text(officer.get(f"{page}?from={draft.rpartition('/')[2]}"))
    assert f'id="annex-{lease}" checked' in again
