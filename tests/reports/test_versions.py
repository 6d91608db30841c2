"""Two kept dossiers are compared on a page and on a sheet; one alone cannot be."""

import json

import pytest

from bureau.errors import NotAllowed
from bureau.operations import assessments
from bureau.rules.event_groups import OUTTAKES
from bureau.rules.vocabulary import Language
from reports import issue, versions
from reports import sheet as paper
from reports.comparing import Change
from reports.wording import texts
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


def two(stage, *, issued=False):
    first = stage.prepare()
    if issued:
        out(stage, first)
    with stage.by("officer", "03-21") as work:
        assessments.write_finding(work, stage.id, "a", "A second finding.", [stage.source])
    return first, stage.prepare(day="03-22")


def out(stage, made):
    stage.approve(made, day="03-23")
    stage.issue(made, day="03-24")


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
    _, second = two(stage, issued=True)
    out(stage, second)
    with stage.by("second", "03-25") as work:
        versions.compare_dossiers(work, stage.id, second.id, handed_out=True)
    assert trail()[-1].kind in OUTTAKES


def test_no_sheet_leaves_of_what_its_reader_did_not_receive(stage):
    first, second = two(stage, issued=True)
    other = stage.prepare(day="03-24", recipient="De aanvrager")
    out(stage, other)
    for made, beside in ((second, first), (other, first)):
        with pytest.raises(NotAllowed) as refusal, stage.by("second", "03-25") as work:
            versions.compare_dossiers(work, stage.id, made.id, beside.id, handed_out=True)
        assert refusal.value.where == {"guard": "reader"}
        with stage.by("second", "03-25") as work:
            found = versions.compare_dossiers(work, stage.id, made.id, beside.id)
            assert not found.goes_along


def test_one_version_alone_is_compared_with_nothing(stage):
    made = stage.prepare()
    with pytest.raises(NotAllowed, match="no other version"), stage.by("officer") as work:
        versions.compare_dossiers(work, stage.id, made.id)


@pytest.mark.parametrize("first_is_shown", [True, False])
def test_whoever_only_compared_has_not_opened_the_pages(stage, first_is_shown):
    first, second = two(stage)
    pair = (first.id, second.id) if first_is_shown else (second.id, first.id)
    with stage.by("second", "03-23") as work:
        versions.compare_dossiers(work, stage.id, *pair)
    with pytest.raises(NotAllowed), stage.by("second", "03-23") as work:
        issue.approve_dossier(work, stage.id, second.id, second.content_sha256)


def test_words_that_only_look_like_a_day_are_shown_as_they_are(stage):
    for words in ("2026-13", "2026-02-31", "2026-99-99T25:00Z", "0000-01-01"):
        assert versions.value("text", words, texts(Language.EN))
