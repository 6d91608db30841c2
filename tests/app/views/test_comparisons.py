"""The comparison on a page: what was added, taken out and changed, for whoever reads the case."""

import json

import pytest

from bureau.operations import assessments
from reports import versions
from tests.app.views.desk import app, ink
from tests.app.views.reading import text
from tests.reports.stage import Stage

__all__ = ["app", "ink"]


@pytest.fixture
def path(house, ink, monkeypatch):
    monkeypatch.setattr(versions, "content", lambda pdf: json.loads(pdf.partition(b"\n")[2]))
    stage = Stage(house.work_of, house.actors)
    first = stage.prepare(day="03-16")
    stage.approve(first, day="03-17")
    stage.issue(first, day="03-18")
    with stage.by("officer", "03-19") as work:
        assessments.write_finding(work, stage.id, "a", "A second finding.", [stage.source])
    made = stage.prepare(day="03-20")
    stage.approve(made, day="03-21")
    stage.issue(made)
    return f"/cases/{stage.id}/dossiers/{made.id}"


def test_the_page_names_every_difference(officer, client_of, path):
    assert f"{path}/compared" in text(officer.get(path))
    page = text(officer.get(f"{path}/compared"))
    assert "A second finding." in page
    assert "Feiten en bevindingen" in page
    assert client_of("police").get(f"{path}/compared").status_code == 404


@pytest.mark.pdf
def test_the_sheet_is_taken_along(officer, path):
    answer = officer.get(f"{path}/compared/file")
    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF")
