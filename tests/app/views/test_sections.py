"""Fields as people here write them become answers as the house keeps them."""

import pytest

from app.views import sections
from bureau.rules.questionnaire import Question, QuestionKind
from bureau.rules.tables import Texts

NAME = Texts("vraag", "question")


def asked(kind):
    return Question("Q02.01", NAME, kind, required=True)


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
    assert sections._written(asked(QuestionKind.MONEY), text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [("31-12-2024", "2024-12-31"), ("1/2/2024", "2024-02-01"), ("2024", "2024"), ("soon", "soon")],
)
def test_dates(text, kept):
    assert sections._written(asked(QuestionKind.DATE), text) == kept


def test_a_kept_date_is_shown_as_it_is_written_here():
    assert sections.spoken(asked(QuestionKind.DATE), "2024-12-31") == "31-12-2024"
    assert sections.spoken(asked(QuestionKind.DATE), "2024-12") == "2024-12"
    assert sections.spoken(asked(QuestionKind.TEXT), "2024-12-31") == "2024-12-31"
