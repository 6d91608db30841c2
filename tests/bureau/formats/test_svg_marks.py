import pytest

from bureau.formats.svg_marks import MARKS, STROKES, WORDS, outline
from bureau.rules.vocabulary import Certainty, EntityKind


def test_every_kind_has_a_shape_and_a_colour_of_its_own():
    assert set(MARKS) == set(EntityKind)
    assert len({(mark.corners, mark.turn, mark.dent) for mark in MARKS.values()}) == len(MARKS)
    assert len({mark.fill for mark in MARKS.values()}) == len(MARKS)


def test_every_certainty_has_a_line_of_its_own():
    assert set(STROKES) == set(Certainty)
    assert len({stroke.dashes for stroke in STROKES.values()}) == len(STROKES)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_and_certainty_has_a_word(language):
    assert {*EntityKind, *Certainty, "title", "desc"} == set(WORDS[language])


def test_a_circle_has_no_corners():
    assert outline(MARKS[EntityKind.PERSON], 0, 0) == []
    assert len(outline(MARKS[EntityKind.PROPERTY], 0, 0)) == 5
