"""Whoever reads Dutch reads Dutch everywhere."""

from io import BytesIO

import pytest
from babel.messages.catalog import Catalog

from tests.tools import catalogue


@pytest.mark.parametrize("path", catalogue.catalogues(), ids=lambda path: path.parts[-3])
def test_every_text_of_the_program_is_translated(path):
    assert catalogue.faults(catalogue.template(), catalogue.kept(path)) == []


@pytest.mark.parametrize("path", catalogue.catalogues(), ids=lambda path: path.parts[-3])
def test_a_translation_is_well_formed(path):
    kept = catalogue.kept(path)
    assert [(m.id, list(m.check(kept))) for m in kept if list(m.check(kept))] == []


def spoken(text):
    return [row[2] for row in catalogue.program(BytesIO(text.encode()), ["_"], [], {})]


def test_the_message_and_the_hint_of_an_error_are_texts_to_translate():
    line = 'raise Invalid("Row {line}: no date.", hint="Write a date.", line=1)'
    assert spoken(line) == ["Row {line}: no date.", "Write a date."]


def test_what_only_a_programmer_sees_is_not():
    assert spoken('raise ValueError("a programmer\'s mistake")') == []


def pair(translation, **options):
    source, dutch = Catalog(), Catalog(locale="nl")
    source.add("Row {line} is wrong.")
    dutch.add("Row {line} is wrong.", translation, **options)
    return source, dutch


@pytest.mark.parametrize(
    ("translation", "options", "faults"),
    [
        ("Rij {line} klopt niet.", {}, 0),
        ("", {}, 1),
        ("Rij {regel} klopt niet.", {}, 1),
        ("Rij {line} klopt niet.", {"flags": ["fuzzy"]}, 1),
    ],
)
def test_a_missing_doubtful_or_changed_translation_is_seen(translation, options, faults):
    assert len(catalogue.faults(*pair(translation, **options))) == faults
