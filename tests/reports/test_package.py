"""What goes into a package, track by track; what a track does not show is not there."""

import csv
import io
import json

import pytest
from defusedxml import ElementTree

from bureau.errors import TooLarge
from bureau.rules.vocabulary import Language, Track
from reports import package, verify
from reports.canonical import content_digest, content_digest_of
from reports.package import Copy, letter_in, packed
from tests.reports.reading import attachment
from tests.reports.samples import sample
from tests.reports.sealing import LETTER, ORIGINAL, inside, sealed
from tests.tools.verapdf import validate

BESIDE = {"evidence_register.csv", "case.jsonld", "timeline.csv", "entities.csv", "patterns.json"}
ANNEXED = {"annexes.csv", "annexes/annex-1.pdf"}
CHART = {"graph.svg", "graph.graphml", "graph.anx"}


@pytest.mark.pdf
def test_what_a_prosecutor_gets(packages):
    files = inside(packages(Track.CRIMINAL))
    beside = {name.removeprefix("data/") for name in files if name.startswith("data/")}
    assert beside == {
        *("dossier.pdf", "letter.pdf", "evidence/B1.txt", "custody.csv", "mdto.xml"),
        *(*BESIDE, *CHART, *ANNEXED),
    }
    dossier = sample(Track.CRIMINAL)
    rows = list(
        csv.DictReader(io.StringIO(files["data/evidence_register.csv"].decode("utf-8-sig")))
    )
    assert [row["title"] for row in rows] == [one.title for one in dossier.evidence]
    assert rows[0]["file"] == "evidence/B1.txt"
    assert files["data/evidence/B1.txt"] == ORIGINAL
    graph = ElementTree.fromstring(files["data/graph.graphml"])
    space = "{http://graphml.graphdrawing.org/xmlns}"
    assert len(graph.findall(f".//{space}node")) == len(dossier.chart.nodes)
    assert len(graph.findall(f".//{space}edge")) == len(dossier.chart.ties)
    case = json.loads(files["data/case.jsonld"])
    exhibits = [one for one in case["@graph"] if one["@type"].endswith("ProvenanceRecord")]
    assert len(exhibits) == len(dossier.evidence)
    _, embedded = attachment(files["data/dossier.pdf"])
    assert content_digest_of(embedded) == content_digest(dossier)


@pytest.mark.pdf
def test_of_a_plan_for_support_there_are_the_pages_and_the_proof_and_nothing_else(packages):
    files = inside(packages(Track.VICTIM))
    pages = ["data/dossier.pdf", "data/letter.pdf"]
    assert [name for name in files if name.startswith("data/")] == pages
    beside = b"".join(body for name, body in files.items() if name not in pages)
    dossier = sample(Track.VICTIM)
    for word in (dossier.code_name, dossier.cover.recipient.person, dossier.cover.organisation):
        assert word.encode() not in beside
    assert files["bag-info.txt"].decode().count("\n") == 2


@pytest.mark.pdf
@pytest.mark.parametrize("track", list(Track))
@pytest.mark.parametrize("flavour", ["3a", "ua1"])
def test_signed_pages_keep_what_they_claim(packages, track, flavour, tmp_path):
    path = tmp_path / "signed.pdf"
    path.write_bytes(inside(packages(track))[verify.PDF])
    assert validate(path, flavour).failures == []


@pytest.mark.pdf
def test_a_package_from_before_letters_went_along_is_as_whole_as_ever(printed, packages):
    packages(Track.VICTIM)
    old = sealed(sample(Track.VICTIM), printed(Track.VICTIM, Language.NL), b"")
    files = inside(old)
    assert "data/letter.pdf" not in files
    assert letter_in(old) == b""
    assert [one for one in verify.check(files) if not one.ok] == []


@pytest.mark.pdf
@pytest.mark.parametrize("instead", [b"%PDF-1.7\nB letter.\n", None])
def test_another_letter_or_none_is_found_by_the_checker_in_the_package(packages, instead):
    whole = packages(Track.CRIMINAL)
    assert letter_in(whole) == LETTER
    files = inside(whole)
    del files["data/letter.pdf"]
    files |= {"data/letter.pdf": instead} if instead else {}
    wrong = {one.name: one.detail for one in verify.check(files) if not one.ok}
    assert "data/letter.pdf" in wrong


def test_a_package_does_not_grow_without_end(monkeypatch):
    monkeypatch.setattr(package, "MOST_BYTES", 5)
    with pytest.raises(TooLarge):
        packed(sample(Track.VICTIM), Copy(b"%PDF-1.7", "", "1/1"), (), "large")
