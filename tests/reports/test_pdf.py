"""What a printed dossier promises: valid, the same bytes, everything in it, nothing fetched."""

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bureau.errors import OutOfOrder
from bureau.rules.vocabulary import Language, Track
from reports import pdf
from reports.canonical import canonical_json, content_digest, content_digest_of
from reports.html import chapters
from reports.tracks import TRACKS
from reports.wording import texts
from tests.reports import reading
from tests.reports.samples import draft, issuance, sample

pytestmark = [pytest.mark.pdf, pytest.mark.xdist_group("pdf")]
ROOT = Path(__file__).parents[2]
BOTH = [(track, language) for track in Track for language in Language]
PRINT = """
from bureau.rules.vocabulary import Track
from reports.pdf import to_pdf
from tests.reports.samples import sample
print(to_pdf(sample(Track.CRIMINAL)).sha256)
"""


@pytest.mark.parametrize("flavour", ["3a", "ua1"])
@pytest.mark.parametrize(("track", "language"), BOTH)
def test_a_dossier_keeps_the_standards_it_claims(printed, tmp_path, track, language, flavour):
    verapdf = pytest.importorskip("tests.tools.verapdf")
    path = tmp_path / "dossier.pdf"
    path.write_bytes(printed(track, language).pdf)
    assert verapdf.validate(path, flavour).failures == []


def test_the_same_dossier_gives_the_same_bytes_in_another_process(printed):
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PRINT]
    again = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert again.stdout.strip() == printed(Track.CRIMINAL, Language.NL).sha256


def test_another_copy_has_the_same_content_and_other_bytes(printed):
    first = printed(Track.VICTIM, Language.NL)
    second = pdf.to_pdf(replace(sample(Track.VICTIM), issuance=issuance(2)))
    assert first.content_sha256 == second.content_sha256
    assert first.sha256 != second.sha256
    assert "exemplaar 2" in reading.pages(second.pdf)[0]


@pytest.mark.parametrize(("track", "language"), BOTH)
def test_the_attachment_carries_the_values_that_were_approved(printed, track, language):
    rendered = printed(track, language)
    name, content = reading.attachment(rendered.pdf)
    dossier = sample(track, language)
    assert name == f"{dossier.cover.dossier_id}.json"
    assert content == canonical_json(dossier)
    assert content_digest_of(content) == rendered.content_sha256 == content_digest(dossier)
    assert rendered.content_sha256 in "".join(reading.pages(rendered.pdf)).replace(" ", "")


@pytest.mark.parametrize(("track", "language"), BOTH)
def test_every_page_says_whose_copy_it_is_and_which_page(printed, track, language):
    rendered = printed(track, language)
    found = reading.pages(rendered.pdf)
    recipient = sample(track, language).cover.recipient
    assert len(found) == rendered.pages
    for number, text in enumerate(found, 1):
        assert recipient.person in text
        assert recipient.office in text
        if number > 1:
            words = texts(language)
            of = f"{words('page.page')} {number} {words('page.of')} {rendered.pages}"
            assert of in text


@pytest.mark.parametrize(("track", "language"), BOTH)
def test_the_table_of_contents_and_the_bookmarks_tell_the_truth(printed, track, language):
    rendered = printed(track, language)
    found = reading.pages(rendered.pdf)
    marks = {title: page for _, title, page in reading.bookmarks(rendered.pdf)}
    for chapter in chapters(sample(track, language), TRACKS[track], texts(language)):
        heading = f"{chapter.number} {chapter.title}"
        listed = re.search(rf"(?<!\d){re.escape(heading)} (\d+)", found[1])
        assert listed, heading
        assert marks[heading] == int(listed[1])
        assert heading in found[int(listed[1]) - 1]


def test_every_statement_stands_beside_its_sources(printed):
    dossier = sample(Track.CRIMINAL, Language.EN)
    found = " ".join(reading.pages(printed(Track.CRIMINAL, Language.EN).pdf))
    for statement in dossier.statements:
        sources = ", ".join(str(number) for number in statement.sources)
        grade = f"{statement.reliability.value}{statement.credibility.value}"
        words = statement.text.replace("€ ", "€\N{NO-BREAK SPACE}")
        start = found.index(f"[{statement.number}] {' '.join(words.split())}")
        name = "source" if len(statement.sources) == 1 else "sources"
        assert f"{name} {sources} · {grade}" in found[start : start + len(words) + 200]


def test_the_particulars_come_from_the_dossier_and_not_from_the_clock(printed):
    said = reading.particulars(printed(Track.ADMINISTRATIVE, Language.EN).pdf)
    assert said["/Title"] == "Administrative dossier – HVM-2026-0092"
    assert said["/CreationDate"].startswith("D:20261120081500")
    assert said["/ModDate"].startswith("D:20261120081500")


def test_nothing_outside_a_plan_for_support_says_what_it_is_about(printed):
    rendered = printed(Track.VICTIM, Language.EN)
    said = reading.particulars(rendered.pdf)
    assert said["/Title"] == "Personal plan – S-2026-0004"
    name, content = reading.attachment(rendered.pdf)
    for words in (rendered.name, name, " ".join(said.values()), json.loads(content)["kind"]):
        assert not re.search("victim|slachtoffer|support|traffick|exploit", words, re.I)


def test_a_draft_says_on_every_page_that_nobody_approved_it():
    found = reading.pages(pdf.to_pdf(draft(Track.VICTIM, Language.EN)).pdf)
    assert all("Draft – not approved" in text for text in found)
    assert "copy 1" not in " ".join(found)


def test_without_its_typefaces_nothing_is_printed(tmp_path):
    with pytest.raises(OutOfOrder, match="typeface"):
        pdf.to_pdf(sample(Track.VICTIM), fonts=tmp_path)


def test_a_file_name_is_plain_and_a_plan_does_not_betray_its_track():
    assert pdf.file_name(sample(Track.CRIMINAL)) == "HVM-2026-0117-D3-criminal-v2-copy1.pdf"
    assert pdf.file_name(draft(Track.VICTIM)) == "S-2026-0004-P1-v3-draft.pdf"


def test_an_answer_that_is_no_pdf_is_refused(monkeypatch):
    monkeypatch.setattr(pdf, "run", lambda *_: b'{"pages": 1}\nnonsense')
    with pytest.raises(OutOfOrder, match="no PDF"):
        pdf.to_pdf(sample(Track.VICTIM))
