"""A cell that a spreadsheet would reckon with is made a text."""

from types import SimpleNamespace

from app.views import sheets


def test_a_formula_becomes_a_text():
    assert sheets._safe("=1+1") == "'=1+1"
    assert sheets._safe("gift") == "gift"


def test_a_line_of_the_form_names_no_evidence():
    line = SimpleNamespace(entry=None, deal=None, kind="own", who="")
    assert sheets.evidence(line) == []
    assert sheets.who(line) == ""
