"""The forms of documents and sources."""

from app.forms.documents import DocumentForm, SourceForm
from bureau.rules.questionnaire import documents
from tests.app.forms.filling import filled


def test_every_document_of_the_checklist_is_a_kind_and_so_is_any_other(app):
    with app.test_request_context():
        rows = [row.value for row in DocumentForm().kind.choices]
    assert rows == [*documents().codes(), "OTHER"]


def test_a_document_needs_a_file(app):
    with filled(app, DocumentForm, {"title": "Brief", "kind": "OTHER"}) as form:
        assert set(form.errors) == {"file"}


def test_a_source_says_how_and_on_what_basis_it_was_obtained(app):
    with filled(app, SourceForm, {"title": "x"}, document=[("", "-")]) as form:
        assert {"origin", "obtained_on", "obtained_how", "basis"} <= set(form.errors)
