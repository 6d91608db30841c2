"""The form of the survey has no mark chosen beforehand and reads each as a number."""

from app.forms.surveys import answer_form
from bureau.rules import survey as law
from tests.conftest import NOW


def test_each_statement_has_five_marks_and_none_is_chosen(app):
    rows = tuple(law.questions().on(NOW.date()))
    data = {f"mark_{row.code}": "4" for row in rows}
    with app.test_request_context("/", method="POST", data=data):
        assert answer_form(rows).marks() == {row.code: 4 for row in rows}
    with app.test_request_context("/"):
        form = answer_form(rows)
        assert {len(field.choices) for field in form if field.name.startswith("mark_")} == {5}
        assert set(form.marks().values()) == {0}
