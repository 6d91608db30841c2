"""The first page: who gives what to whom, on which basis, and under which handling."""

from dataclasses import replace

import pytest

from bureau.errors import Invalid
from bureau.rules.dossier_readers import reader
from bureau.rules.vocabulary import Language, Track
from reports.assembly.cover import cover_of
from reports.values.cover import Classification
from tests.reports.assembly.rich import BOTH


def cover(rich, track, language=Language.NL, **changes):
    with rich.file() as file:
        order = replace(rich.order(language, track), **changes)
        return cover_of(file.work, track, file.case, order, reader(track, "", file.work.today))


def test_it_names_sender_reader_and_basis(rich):
    page = cover(rich, Track.CRIMINAL)
    assert page.organisation == "Gemeente Havermonde"
    assert (page.recipient.person, page.recipient.office) == ("M. Verhaar", "Openbaar Ministerie")
    assert page.basis.basis == "Wet Bibob art. 28"
    assert page.author.name == "Officer"
    assert page.dossier_id == f"{rich.reference}-C1"
    assert page.classification is Classification.STRICT


def test_only_the_deciding_body_may_be_shown_the_advice(rich):
    assert cover(rich, Track.ADMINISTRATIVE).recipient.may_read_advice
    assert not cover(rich, Track.CRIMINAL).recipient.may_read_advice
    assert not cover(rich, Track.VICTIM).recipient.may_read_advice


def test_an_office_alone_is_a_reader_too(rich):
    read = cover(rich, Track.ADMINISTRATIVE).recipient
    assert (read.person, read.office) == ("Burgemeester", "Burgemeester")


@pytest.mark.parametrize("nobody", [",", " , Openbaar Ministerie"])
def test_a_reader_without_a_name_is_refused(rich, nobody):
    with pytest.raises(Invalid):
        cover(rich, Track.CRIMINAL, recipient=nobody)


@BOTH
def test_the_handling_speaks_the_language_of_the_dossier(rich, language):
    words = cover(rich, Track.ADMINISTRATIVE, language).handling
    assert words.startswith("Geheim" if language is Language.NL else "Secret")


def test_every_edition_has_its_own_number(rich):
    assert cover(rich, Track.ADMINISTRATIVE, number=3).version == 3
    assert cover(rich, Track.ADMINISTRATIVE, number=3).dossier_id.endswith("-A3")
