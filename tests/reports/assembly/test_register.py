"""The register of evidence: what may go along, by which duty it was obtained, on which basis."""

import re

from bureau.rules.vocabulary import Language, Track
from reports.assembly import register
from reports.values.evidence import Form, Obtained
from tests.reports.assembly.rich import BOTH


def test_the_register_lists_exactly_what_may_go_along(made):
    for track in (Track.CRIMINAL, Track.ADMINISTRATIVE):
        numbers = [line.number for line in made(track).evidence]
        assert numbers == [1, 2, 4, 5]


def test_what_was_given_under_a_duty_is_marked_so(made):
    how = {line.title: line.obtained for line in made(Track.CRIMINAL).evidence}
    assert how["Vragenformulier"] is Obtained.DUTY
    assert how["Afschriften"] is Obtained.DUTY
    assert how["Aanvraagformulier"] is Obtained.VOLUNTARY


def test_a_file_is_known_by_its_digest(made):
    lines = {line.title: line for line in made(Track.CRIMINAL).evidence}
    assert re.fullmatch("[0-9a-f]{64}", lines["Afschriften"].sha256)
    assert lines["Afschriften"].form is Form.DIGITAL
    assert (lines["Vragenformulier"].sha256, lines["Vragenformulier"].form) == ("", Form.COPY)


def test_custody_follows_every_source_and_shows_its_gaps(made):
    dossier = made(Track.CRIMINAL)
    assert [line.sources for line in dossier.custody] == [(e.number,) for e in dossier.evidence]
    assert all(line.taker == "Officer" for line in dossier.custody)
    assert not any(line.intact for line in dossier.custody)  # of none are the bytes kept


def test_a_document_that_is_kept_is_compared_with_what_was_handed_in(rich):
    with rich.file() as file:
        source = next(iter(file.sources.values()))
        source.document = next(row for row, _ in file.held_sources.values()).document
        assert register.custody(file)[0].intact


def test_every_source_has_its_basis_and_a_missing_one_is_said(made):
    bases = {row.basis: row.item for row in made(Track.CRIMINAL).bases}
    assert bases["Awb 4:2"] == "bron 1"
    assert bases["geen grondslag vastgelegd"] == "bron 4"
    told = " ".join(bases.values())
    assert all(str(line.number) in told for line in made(Track.CRIMINAL).evidence)
    assert "Wet Bibob 28" not in bases  # the basis of the withheld source


@BOTH
def test_kinds_are_words_of_the_language(made, language):
    kinds = {line.number: line.kind for line in made(Track.CRIMINAL, language).evidence}
    assert kinds[4] == ("lijst van betalingen" if language is Language.NL else "list of payments")


def test_a_kind_that_nobody_foresaw_keeps_its_own_word(rich):
    with rich.file() as file:
        source = next(iter(file.sources.values()))
        source.kind = "telegram"
        [line] = [one for one in register.evidence(file) if one.number == source.number]
        assert (line.kind, line.obtained) == ("telegram", Obtained.VOLUNTARY)
