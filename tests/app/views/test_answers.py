"""Between the fields of a form and the answers that are kept."""

from types import SimpleNamespace

import pytest
from werkzeug.datastructures import MultiDict

from app.views import answers
from bureau.rules.questionnaire import Question, QuestionKind, sections
from bureau.rules.schema import Texts

SECTION = next(row for row in sections() if row.code == "Q02")
SHEET = answers.Sheet(SECTION, {"Q02.01": "100.00", "Q02.03": ""}, {"Q02.01": 2, "Q02.03": 1})


def test_only_what_was_asked_is_read():
    assert set(answers.read(SHEET, MultiDict({"Q02.01": "1.00", "Q02.02": "2.00"}))) == {
        "Q02.01",
        "Q02.03",
    }


def test_empty_rows_of_a_table_are_left_out():
    sent = MultiDict({"Q02.03-0-origin": "savings", "Q02.03-1-origin": " "})
    assert len(answers.read(SHEET, sent)["Q02.03"]) == 1


def test_what_says_the_same_is_no_change():
    assert answers.changed(SHEET, {"Q02.01": "100.00", "Q02.03": []}) == {}
    assert answers.changed(SHEET, {"Q02.01": "90.00"}) == {"Q02.01": "90.00"}


def test_a_stored_table_comes_back_as_rows_of_texts():
    stored = SimpleNamespace(text='[{"origin": "savings", "shared": true}]')
    assert answers.kept(stored) == [{"origin": "savings", "shared": "yes"}]
    assert answers.kept(SimpleNamespace(text="")) == ""
    assert answers.shown([{"origin": "x", "shared": False}]) == [{"origin": "x", "shared": "no"}]


def test_a_version_that_is_no_number_is_passed_over():
    sent = MultiDict({"version-Q02.01": "3", "version-Q02.03": "x"})
    assert answers.versions(sent, ["Q02.01", "Q02.03"]) == {"Q02.01": 3}


def test_a_table_has_empty_rows_to_go_on():
    question = next(each for each in SECTION.questions if each.code == "Q02.03")
    assert len(answers.blank(question, [{"origin": "x"}])) == 3
    assert isinstance(question.text, Texts)


def written(kind, text):
    question = Question("Q02.01", Texts("vraag", "question"), kind, required=True)
    section = SimpleNamespace(questions=[question])
    return answers.read(answers.Sheet(section, {"Q02.01": ""}, {}), {"Q02.01": text})["Q02.01"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("250000", "250000"),
        ("€ 250.000,50", "250000.50"),
        ("250.000", "250000"),
        ("12,5", "12.5"),
        ("1,250,000.75", "1250000.75"),
        ("500,-", "500"),
        ("much", "much"),
    ],
)
def test_amounts(text, kept):
    assert written(QuestionKind.MONEY, text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [("31-12-2024", "2024-12-31"), ("1/2/2024", "2024-02-01"), ("2024", "2024"), ("soon", "soon")],
)
def test_dates(text, kept):
    assert written(QuestionKind.DATE, text) == kept
