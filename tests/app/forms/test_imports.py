"""The form that takes a file in."""

from app.forms.imports import PREVIEW, ImportForm
from bureau.formats.registry import READERS


def test_every_format_can_be_chosen_in_words_and_looking_comes_first(app):
    with app.test_request_context():
        form = ImportForm()
        assert [row.value for row in form.format.choices] == list(READERS)
        assert all(not str(row.label).startswith("format_") for row in form.format.choices)
        assert form.act.data == PREVIEW
