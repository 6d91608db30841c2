"""Two kept dossiers are compared on a page and on a sheet; one alone cannot be."""

import json

import pytest

from bureau.errors import NotAllowed
from bureau.operations import assessments
from bureau.rules.event_groups import OUTTAKES
from bureau.rules.vocabulary import Language
from reports import sheet as paper
from reports import versions
from reports.comparing import Change
from tests.app.views.desk import ink
from tests.bureau.operations.road import ON_SQLITE
from tests.reports.stage import Stage

__all__ = ["ink"]

pytestmark = ON_SQLITE


@pytest.fixture
def stage(work_of, actors, ink, monkeypatch):
    # Paper without ink is the values themselves behind a first line.
    monkeypatch.setattr(versions, "content", lambda pdf: json.loads(pdf.partition(b"\n")[2]))
    return Stage(work_of, actors)


def two(stage):
    first = stage.prepare()
    with stage.by("officer", "03-21") as work:
        assessments.write_finding(work, stage.id, "a", "A second finding.", [stage.source])
    return first, stage.prepare(day="03-22")


def test_what_came_is_told_and_the_earlier_one_is_the_usual_other(stage):
    first, second = two(stage)
    with stage.by("second") as work:
        found = versions.compare_dossiers(work, stage.id, second.id)
        assert (found.old.id, found.new.id) == (first.id, second.id)
        added = {one.section: one for one in found.differences if one.change is Change.ADDED}
        assert "A second finding." in added["statements"].item
        back = versions.compare_dossiers(work, stage.id, first.id, second.id)
        assert back.differences == found.differences


def test_the_sheet_says_it_in_the_words_of_the_dossier(stage):
    _, second = two(stage)
    with stage.by("second") as work:
        found = versions.compare_dossiers(work, stage.id, second.id)
        page = versions.sheet(found, Language.NL)
        html = paper.to_html(page)
    assert "Feiten en bevindingen" in html
    assert "A second finding." in html
    assert "Toegevoegd" in html


def test_the_sheet_counts_as_taken_out(stage, trail):
    _, second = two(stage)
    with stage.by("second") as work:
        versions.compare_dossiers(work, stage.id, second.id, handed_out=True)
    assert trail()[-1].kind in OUTTAKES


def test_one_version_alone_is_compared_with_nothing(stage):
    made = stage.prepare()
    with pytest.raises(NotAllowed, match="no other version"), stage.by("officer") as work:
        versions.compare_dossiers(work, stage.id, made.id)
