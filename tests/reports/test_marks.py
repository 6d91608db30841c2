"""The mark nobody sees: it moves letters, and never what is said."""

import re

import pytest

from reports import marks
from reports.pdf import style_sheet

SECRET, OTHER = b"s" * 32, b"o" * 32
PAGE = '<html><head><title>Hele lange titel</title></head><body class="criminal">{}</body></html>'


def text(html):
    return re.sub(r"<[^>]*>", "", html)


def test_what_is_said_is_the_same_to_the_letter():
    said = "De exploitant heeft &amp; houdt 1.250 aandelen; SCR-2026, &quot;Noorderlicht&quot;."
    html = PAGE.format(f"<p class='words'>{said}</p>")
    made = marks.marked(html, SECRET)
    assert text(made) == text(html)
    assert made != html


def test_another_copy_moves_other_words():
    html = PAGE.format("<p>" + " ".join(f"woord{'abcdefghij'[n]}" for n in range(10)) + "</p>")
    assert marks.marked(html, SECRET) != marks.marked(html, OTHER)
    assert marks.marked(html, SECRET) == marks.marked(html, SECRET)


@pytest.mark.parametrize("word", ["nee", "12345", "A4papier", "x" * 25, "Москва", "amp;"])
def test_short_words_figures_and_other_scripts_carry_nothing(word):
    assert not marks.markable(word)


@pytest.mark.parametrize("word", ["waar", "Noorderlicht", "financiële", "Œuvre"])
def test_latin_words_carry_the_mark(word):
    assert marks.markable(word)
    assert marks.level(word, SECRET) == marks.level(word.upper(), SECRET)


def test_heads_drawings_and_letters_that_join_are_left_alone():
    drawing = "<svg><text>Noorderlicht Vastgoed Holding</text></svg>"
    html = PAGE.format(f"{drawing}<p>محمد Noorderlicht Vastgoed</p>")
    made = marks.marked(html, SECRET)
    assert drawing in made
    assert '<span class="kn">محمد Noorderlicht Vastgoed</span>' in made
    assert "<title>Hele lange titel</title>" in made


def test_all_steps_are_used_about_equally():
    words = [f"{a}{b}{c}{a}" for a in "bcdfghjk" for b in "aeiou" for c in "lmnprst"]
    counts = [sum(marks.level(word, SECRET) == step for word in words) for step in range(4)]
    assert min(counts) > len(words) / 6


def test_the_style_sheet_knows_the_same_steps():
    sheet = style_sheet()
    ground, *steps = (f"letter-spacing: {step / 1000}em" for step in marks.LEVELS)
    assert f"body.marked * {{ {ground}; }}" in sheet
    for number, step in enumerate(steps, 1):
        assert f"span.k{number} {{ {step}; }}" in sheet
    assert '<body class="marked criminal">' in marks.marked(PAGE.format("<p>woord</p>"), SECRET)
