"""The answer to a notice."""

from app.forms.related import NoticeForm
from tests.app.forms.filling import filled


def test_an_answer_names_its_version_and_keeps_the_name_back_unless_told(app):
    with filled(app, NoticeForm, {"version": "x"}) as form:
        assert set(form.errors) == {"version"}
    with filled(app, NoticeForm, {"version": "1"}) as form:
        assert (form.errors, form.named.data) == ({}, False)
