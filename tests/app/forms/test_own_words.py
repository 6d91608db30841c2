"""Own words of a file: one on each line, and a line that says nothing is pointed at."""

from app.forms.portfolios import MappingForm
from tests.app.forms.filling import filled


def test_words_have_their_codes_and_empty_lines_say_nothing(app):
    with filled(app, MappingForm, {"words": "horeca = SC02\n\n café=SC02"}) as form:
        assert form.meanings() == {"horeca": "SC02", "café": "SC02"}
        assert "words" not in form.errors


def test_a_line_without_a_code_is_named(app):
    with filled(app, MappingForm, {"words": "horeca = SC02\ncafé"}) as form:
        assert [str(each) for each in form.errors["words"]] == [
            "Regel 2 is geen woord, = en een code."
        ]
