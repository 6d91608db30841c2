"""A dossier over the web: two people, two passwords, one copy."""

import re
from io import BytesIO

import pytest
from PIL import Image

from bureau.operations import assessments
from reports import verify
from tests.app.views.desk import PNG, app, ink, worked
from tests.app.views.reading import address, text
from tests.reports.reading import pages
from tests.reports.stage import RECIPIENT, Stage
from tests.walls.visiting import PASSWORD

__all__ = ["app", "ink"]

WANTED = {
    "recipient": RECIPIENT,
    "basis": "Wet Bibob art. 28",
    "language": "nl",
    "track": "administrative",
}
WRONG = "eight cranes on a quay"


@pytest.fixture
def stage(house):
    """A screening with a finding."""
    return Stage(house.work_of, house.actors)


@pytest.fixture
def listing(stage):
    return f"/cases/{stage.id}/dossiers"


@pytest.fixture
def draft(app, listing, officer, ink):
    """The address of a draft that waits for a second pair of eyes."""
    job = worked(app, officer.send(listing, WANTED))
    return address(text(officer.get(job)), "/dossiers/")


def digest(page):
    return re.search(r'name="digest" value="([0-9a-f]{64})"', page)[1]


def approved(second, path):
    assert second.get(f"{path}.pdf").status_code == 200
    form = {"digest": digest(text(second.get(path))), "password": PASSWORD}
    return second.send(f"{path}/approval", form)


@pytest.mark.pdf
def test_a_dossier_is_prepared_approved_issued_and_taken_away(app, listing, client_of):
    officer, second = client_of("officer"), client_of("second")
    job = worked(app, officer.send(listing, WANTED))
    path = address(text(officer.get(job)), "/dossiers/")
    assert approved(second, path).status_code == 302
    again = worked(app, officer.send(f"{path}/issue", {"password": PASSWORD}))
    assert path in text(officer.get(again))
    pdf, picture = officer.get(f"{path}.pdf"), officer.get(f"{path}.png")
    assert pdf.mimetype == "application/pdf"
    assert re.fullmatch(
        r'attachment; filename="SCR-2026-\w+-administrative-1-issued\.pdf"',
        pdf.headers["Content-Disposition"],
    )
    assert "Verhaar" in pages(pdf.data)[0]
    assert Image.open(BytesIO(picture.data)).height > 500
    assert f"{path}/package/file" in text(officer.get(path))
    package = officer.get(f"{path}/package/file")
    assert package.mimetype == "application/zip"
    files = verify.unpack(package.data)[1]
    assert [one for one in verify.check(files) if not one.ok] == []
    assert files[verify.PDF] == pdf.data
    assert {pdf.headers["Cache-Control"], picture.headers["Cache-Control"]} == {"no-store"}


def test_a_draft_is_shown_with_its_picture_and_digest(officer, draft):
    page = text(officer.get(draft))
    assert f'src="{draft}.png"' in page
    assert officer.get(f"{draft}.png").data == PNG
    assert RECIPIENT in page
    listed = text(officer.get(draft.rpartition("/")[0]))
    assert draft in listed


def test_nobody_approves_the_own_draft(officer, client_of, draft):
    assert 'name="digest"' not in text(officer.get(draft))
    shown = digest(text(client_of("second").get(draft)))
    answer = officer.send(f"{draft}/approval", {"digest": shown, "password": PASSWORD})
    assert answer.status_code == 404
    assert 'name="digest"' in text(client_of("second").get(draft))


def test_a_wrong_password_approves_and_issues_nothing(app, officer, client_of, draft):
    second = client_of("second")
    form = {"digest": digest(text(second.get(draft))), "password": WRONG}
    answer = second.send(f"{draft}/approval", form)
    assert answer.status_code == 422
    assert WRONG not in text(answer)
    assert 'name="digest"' in text(second.get(draft))
    assert approved(second, draft).status_code == 302
    assert officer.send(f"{draft}/issue", {"password": WRONG}).status_code == 422
    assert f"{draft}/issue" in text(officer.get(draft))


@pytest.mark.parametrize("step", ["approval", "issue"])
def test_a_grave_act_without_a_password_stays_on_the_page(client_of, draft, step):
    second = client_of("second" if step == "approval" else "officer")
    answer = second.send(f"{draft}/{step}", {"digest": "0" * 64})
    assert answer.status_code == 422
    assert RECIPIENT in text(answer)


def test_what_was_not_shown_is_not_approved(client_of, draft):
    second = client_of("second")
    answer = second.send(f"{draft}/approval", {"digest": "0" * 64, "password": PASSWORD})
    assert answer.status_code == 409
    assert 'name="digest"' in text(second.get(draft))


def test_an_unapproved_draft_does_not_go_out(app, officer, draft):
    job = worked(app, officer.send(f"{draft}/issue", {"password": PASSWORD}))
    assert "job--failed" in text(officer.get(job))
    assert "-prepared.pdf" in officer.get(f"{draft}.pdf").headers["Content-Disposition"]


def test_a_fact_that_changed_since_ends_the_approval(app, officer, client_of, stage, draft):
    assert approved(client_of("second"), draft).status_code == 302
    with stage.by("officer", "03-20") as work:
        assessments.write_finding(work, stage.id, "a", "A second finding.", [stage.source])
    job = worked(app, officer.send(f"{draft}/issue", {"password": PASSWORD}))
    assert "job--failed" in text(officer.get(job))
    assert "-approved.pdf" in officer.get(f"{draft}.pdf").headers["Content-Disposition"]


def test_a_draft_is_sent_back_with_a_reason(officer, client_of, draft):
    second = client_of("second")
    assert second.send(f"{draft}/refusal", {"reason": ""}).status_code == 302
    page = text(second.get(draft))
    assert 'name="digest"' in page
    assert "notice--error" in page
    assert second.send(f"{draft}/refusal", {"reason": "one source is missing"}).status_code == 302
    assert 'name="digest"' not in text(second.get(draft))
    assert officer.send(f"{draft}/refusal", {"reason": "own draft"}).status_code == 404


def test_a_draft_without_a_recipient_stays_on_the_page(officer, listing):
    answer = officer.send(listing, {**WANTED, "recipient": ""})
    assert answer.status_code == 422
    assert "Wet Bibob art. 28" in text(answer)


def test_a_case_gives_no_victim_dossier(officer, listing):
    assert officer.send(listing, {**WANTED, "track": "victim"}).status_code == 422


@pytest.mark.parametrize("login", ["outsider", "police", "admin", "care"])
def test_for_everybody_else_there_is_no_dossier(client_of, draft, login):
    visitor = client_of(login)
    for path in (draft, f"{draft}.pdf", f"{draft}.png", draft.rpartition("/")[0]):
        assert visitor.get(path).status_code == 404
