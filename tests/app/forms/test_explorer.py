"""The forms of the explorer."""

from app.forms.explorer import ExploreForm, KeepForm, NoteForm
from tests.app.forms.filling import filled


def test_a_view_needs_a_name_and_a_note_its_words(app):
    with filled(app, KeepForm, {"places": "{}"}) as form:
        assert set(form.errors) == {"name"}
    with filled(app, NoteForm, {}) as form:
        assert set(form.errors) == {"text"}


def test_the_explorer_asks_by_the_words_of_its_address(app):
    with app.test_request_context():
        names = [field.name for field in ExploreForm()]
    assert names[:6] == ["start", "between", "between", "from", "to", "together"]
    assert "nationality" not in names
