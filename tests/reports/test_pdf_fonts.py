"""What a reader sees is all there is: typefaces, numbers for the invisible, breaks."""

import pytest

from bureau.errors import OutOfOrder
from reports import pdf_fonts
from reports.pdf_fonts import FOLDER, coverage, typeset


def test_a_page_in_plain_letters_carries_one_family():
    css = typeset("<p>Vergunning – café € 1.250</p>").css
    assert css.count("@font-face") == 4
    assert "Extended" not in css


def test_other_letters_bring_their_own_faces():
    assert 'font-family:"Source Sans 3 Extended"' in typeset("<p>Łukasz Çelik</p>").css


def test_a_script_no_face_covers_is_printed_as_numbers(monkeypatch, tmp_path):
    monkeypatch.setattr(pdf_fonts, "_SYSTEM", tmp_path)
    page = typeset("<p>שלום 漢</p>")
    assert page.html == "<p>[U+05E9][U+05DC][U+05D5][U+05DD] [U+6F22]</p>"
    assert "DejaVu" not in page.css


@pytest.mark.parametrize("char", ["\u202e", "\u200b", "\x07", "\ufeff", "\u2028", "\ue000", "\x85"])
def test_nothing_invisible_stays_invisible(char):
    assert typeset(f"<p>a{char}b</p>").html == f"<p>a[U+{ord(char):04X}]b</p>"


def test_composed_and_decomposed_letters_look_the_same():
    assert typeset("<p>e\u0301</p>").html == typeset("<p>é</p>").html


def test_an_amount_is_not_torn_from_its_sign():
    assert typeset("<p>€ 100 of € veel</p>").html == "<p>€\xa0100 of € veel</p>"


def test_endless_words_get_places_to_break_and_lose_nothing():
    word = "&lt;div&gt;" * 40
    page = typeset(f'<p title="{word}">{word}</p>').html
    assert "\u200b" in page
    assert page.replace("\u200b", "") == f'<p title="{word}">{word}</p>'
    assert f'title="{word}"' in page
    assert "&\u200b" not in page
    assert "\u200b" not in typeset(f"<p>{'a' * 64}</p>").html


def test_a_missing_typeface_says_what_to_do(tmp_path):
    with pytest.raises(OutOfOrder, match="source-sans-3-latin-400") as caught:
        typeset("<p>x</p>", tmp_path)
    assert "bin/setup" in caught.value.hint


def test_coverage_knows_letters_and_no_others():
    covered = coverage(FOLDER, "Source Sans 3")
    assert {"A", "é", "€", "–"} <= covered
    assert "漢" not in covered
