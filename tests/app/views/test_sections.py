"""Fields as people here write them become answers as the house keeps them."""

from app.views import sections
from bureau.rules.questionnaire import Question, QuestionKind
from bureau.rules.tables import Texts

NAME = Texts("vraag", "question")


def asked(kind):
    return Question("Q02.01", NAME, kind, required=True)


def test_a_kept_date_is_shown_as_it_is_written_here():
    assert sections.spoken(asked(QuestionKind.DATE), "2024-12-31") == "31-12-2024"
    assert sections.spoken(asked(QuestionKind.DATE), "2024-12") == "2024-12"
    assert sections.spoken(asked(QuestionKind.TEXT), "2024-12-31") == "2024-12-31"
