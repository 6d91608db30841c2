"""An annex on paper: numbered, stamped on every page, PDF/A-3a and PDF/UA-1, nothing acts."""

import pytest

from bureau.rules.vocabulary import Language
from reports.annexes import Stamp, printed
from reports.redrawing import redrawn
from tests.reports import handed_in
from tests.reports.reading import pages
from tests.reports.test_hostile_paper import sins
from tests.tools.verapdf import validate

pytestmark = pytest.mark.pdf
STAMP = Stamp(
    number=2,
    title="Huurcontract",
    dossier_id="SCR-2026-AAAAAA-A1",
    sender="Gemeente Havermonde",
    source_sha256="a" * 64,
    sources=(3,),
    moment="2026-03-20T10:00:00Z",
    language=Language.NL,
    mark="M. Verhaar, Openbaar Ministerie · 20 maart 2026 10:00 · exemplaar 1",
)


@pytest.fixture(scope="module")
def annex():
    content = handed_in.pdf("De huur is laag", "Getekend", acting=True)
    return printed(STAMP, redrawn(content, "application/pdf").pages)


def test_every_page_bears_number_dossier_and_page(annex):
    count, pdf = annex
    said = [" ".join(page.split()) for page in pages(pdf)]
    assert count == len(said) == 3
    for number, page in enumerate(said, 1):
        assert "Bijlage 2" in page
        assert "Dossier SCR-2026-AAAAAA-A1" in page
        assert STAMP.mark in page
        assert f"pagina {number} van 3" in page
    assert "a" * 64 in said[0].replace(" ", "")


def test_nothing_of_the_file_acts_and_its_words_can_be_heard(annex):
    _, pdf = annex
    assert list(sins(pdf)) == []
    assert b"hidden.txt" not in pdf


@pytest.mark.parametrize("flavour", ["3a", "ua1"])
def test_an_annex_is_what_it_claims(annex, flavour, tmp_path):
    path = tmp_path / "annex.pdf"
    path.write_bytes(annex[1])
    assert validate(path, flavour).failures == []
