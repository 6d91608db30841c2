"""What goes into a package, track by track; what a track does not show is not there."""

import csv
import io
import json

import pytest
from defusedxml import ElementTree

from bureau.errors import TooLarge
from bureau.rules.vocabulary import Track
from reports import package, verify
from reports.canonical import content_digest, content_digest_of
from reports.package import Copy, packed
from tests.reports.reading import attachment
from tests.reports.samples import sample
from tests.reports.sealing import ORIGINAL, inside
from tests.tools.verapdf import validate

BESIDE = {"evidence_register.csv", "case.jsonld", "timeline.csv", "entities.csv", "patterns.json"}
ANNEXED = {"annexes.csv", "annexes/annex-1.pdf"}
CHART = {"graph.svg", "graph.graphml", "graph.anx"}


@pytest.mark.pdf
def test_what_a_prosecutor_gets(packages):
    files = inside(packages(Track.CRIMINAL))
    beside = {name.removeprefix("data/") for name in files if name.startswith("data/")}
    assert beside == {
        *("dossier.pdf", "evidence/B1.txt", "custody.csv", "mdto.xml"),
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
    assert [name for name in files if name.startswith("data/")] == ["data/dossier.pdf"]
    beside = b"".join(body for name, body in files.items() if name not in ("data/dossier.pdf",))
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


def test_a_package_does_not_grow_without_end(monkeypatch):
    monkeypatch.setattr(package, "MOST_BYTES", 5)
    with pytest.raises(TooLarge):
        packed(sample(Track.VICTIM), Copy(b"%PDF-1.7", "", "1/1"), (), "large")
