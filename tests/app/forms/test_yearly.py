"""Forms of the overview."""

from app.forms.yearly import SaveFilterForm
from tests.app.forms.filling import filled


def test_a_filter_needs_a_name(app):
    with filled(app, SaveFilterForm, {"q": "haven"}) as form:
        assert set(form.errors) == {"name"}
