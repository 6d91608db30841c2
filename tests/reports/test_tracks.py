"""The tracks as data."""

from pathlib import Path

import pytest

from bureau.rules.vocabulary import Language, Track
from reports import html
from reports.tracks import TRACKS, Never, Section
from reports.wording import texts

KEYS = ("title", "handling", "lead")


@pytest.mark.parametrize("track", list(Track))
def test_a_track_has_its_words_and_sections_that_do_not_repeat(track):
    spec = TRACKS[track]
    for language in Language:
        assert all(texts(language)(f"track.{track}.{key}") for key in KEYS)
    assert len(set(spec.sections)) == len(spec.sections)
    assert spec.omitted_when_empty <= set(spec.sections)


def test_every_section_is_used_and_has_a_template():
    used = {section for spec in TRACKS.values() for section in spec.sections}
    files = {path.stem for path in Path(html.TEMPLATES, "sections").glob("*.html")}
    assert used == set(Section)
    assert files == {section.value for section in Section}


def test_a_victim_is_nowhere_but_in_the_own_track():
    for track in (Track.CRIMINAL, Track.ADMINISTRATIVE):
        assert Never.VICTIM_IDENTITY in TRACKS[track].never
        assert Section.EXCULPATORY in TRACKS[track].sections
    assert {Never.NAME, Never.SUSPICION} <= set(TRACKS[Track.VICTIM].never)
    accusing = {Section.STATEMENTS, Section.PATTERNS, Section.CHART, Section.DANGER}
    assert not accusing & set(TRACKS[Track.VICTIM].sections)


def test_the_exculpatory_sheet_of_a_criminal_dossier_is_never_left_out():
    assert Section.EXCULPATORY not in TRACKS[Track.CRIMINAL].omitted_when_empty
