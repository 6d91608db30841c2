"""Figures in words and as rows, with nothing told of few people."""

from datetime import date

import pytest
from flask_babel import force_locale

from app import evaluation_paper
from bureau.operations.evaluations import Evaluated, Evaluation
from bureau.rules import evaluation as law
from bureau.rules.evaluation import Figure, Unit
from bureau.rules.vocabulary import Language

ROWS = {row.code: row for row in law.evaluation_rows()}
FOUND = Evaluation(
    2026,
    date(2026, 11, 20),
    "Gemeente Monde",
    1,
    (
        Evaluated(ROWS["EV-03"], (Figure("on_time", "", 75.0, Unit.SHARE, 8),), True),
        Evaluated(ROWS["EV-15"], (law.people("harm_homeless", 3),), True),
        Evaluated(ROWS["EV-09"], (), False),
    ),
    (),
    (),
    (),
)


def test_rows_carry_the_caution_and_keep_small_numbers_back():
    told = evaluation_paper.plain(FOUND, Language.NL)
    one, two, three = told["figures"]
    assert (one["value"], one["counted"], one["caution"]) == (75.0, 8, ROWS["EV-03"].caution.nl)
    assert (two["value"], two["kept_back_below"]) == ("", 5)
    assert three["figure"] == evaluation_paper.ELSEWHERE
    assert evaluation_paper.text(FOUND, Language.EN).startswith("\ufeffindicator,figure")


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure("on_time", "", 75.0, Unit.SHARE, 8), ("Acties op tijd klaar", "75 %")),
        (law.people("requests", 2), ("Verzoeken ontvangen", "minder dan 5")),
        (law.median("signal_to_case", []), ("Van signaal tot zaak", "niets te tellen")),
        (Figure("signal_to_case", "", 2.5, Unit.DAYS, 2), ("Van signaal tot zaak", "2,5 dagen")),
        (Figure("costs", "", 120000, Unit.CENTS, 1), ("Vastgelegde kosten", "€ 1.200,00")),
    ],
)
def test_figures_in_words(app, figure, words):
    with app.test_request_context(), force_locale("nl"):
        named = evaluation_paper.named(figure, Language.NL)
        said = evaluation_paper.said(figure).replace("\xa0", " ")
    assert (named, said) == words
