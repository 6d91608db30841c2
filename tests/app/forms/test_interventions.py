"""The forms of a plan ask what the rows ask."""

from datetime import date

from app.forms.interventions import barrier_choices, sheet_form
from bureau.rules.worksheets import Sheet, questions

TODAY = date(2026, 3, 2)


def test_a_sheet_asks_its_questions_in_the_language_of_the_reader(app):
    asked = questions(Sheet.OPTION, TODAY)
    with app.test_request_context():
        form = sheet_form(Sheet.OPTION, asked)()
        again = sheet_form(Sheet.OPTION, asked, again=True)()
    names = {row.field for row in asked}
    assert names | {"title", "track"} <= {field.short_name for field in form}
    assert {"number", "reason"} <= {field.short_name for field in again}
    assert "title" not in again


def test_every_barrier_can_be_chosen_with_its_code(app):
    with app.test_request_context():
        found = {choice.value: choice.label for choice in barrier_choices()}
    assert found["UGB-1a"].startswith("UGB-1a · ")
