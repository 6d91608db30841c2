"""A character that turns the text is seen on paper, and the words behind it stay in order."""

from dataclasses import replace

from markupsafe import Markup

from bureau.rules.vocabulary import Language, Track
from reports.html import to_html
from reports.visible import visible
from tests.reports.samples import sample

OVERRIDE = "\u202e"


def test_an_override_is_shown_by_its_number():
    assert visible(f"invoice{OVERRIDE}fdp.exe") == "invoice[U+202E]fdp.exe"
    assert visible("\u2066a\u2069\u200f\u061c") == "[U+2066]a[U+2069][U+200F][U+061C]"


def test_letters_of_other_scripts_stay_as_they_are():
    for name in ("محمد", "דוד", "Łukasz", "王"):
        assert visible(name) == name


def test_what_is_no_text_of_a_person_is_left_alone():
    assert visible(3) == 3
    drawing = Markup("<svg>\u202e</svg>")
    assert visible(drawing) is drawing


def test_no_such_character_reaches_the_page_of_a_dossier():
    dossier = sample(Track.CRIMINAL, Language.NL)
    first, *rest = dossier.statements
    node, *nodes = dossier.chart.nodes
    named = replace(
        dossier,
        statements=(replace(first, text=f"a{OVERRIDE}b", observer=f"{OVERRIDE}x"), *rest),
        chart=replace(dossier.chart, nodes=(replace(node, label=f"n{OVERRIDE}m"), *nodes)),
    )
    html = to_html(named)
    assert OVERRIDE not in html
    assert "a[U+202E]b" in html
    assert "n[U+202E]m" in html
