"""The public report: no typed text, no small number of people, a caution with each indicator."""

from dataclasses import replace

from app import partnership_report
from bureau.operations.evaluations import Evaluated
from bureau.rules.evaluation import Figure, Unit
from bureau.rules.vocabulary import Language
from tests.app.test_evaluation_paper import FOUND, ROWS

TYPED = Evaluated(
    ROWS["EV-13"], (Figure("displaced", "Loods van Jansen", -0.2, Unit.QUOTIENT, 6),), True
)


def test_what_somebody_typed_and_few_people_stay_out(app):
    found = replace(FOUND, indicators=(*FOUND.indicators, TYPED))
    with app.app_context():
        made = partnership_report.sheet(found, Language.NL)
    assert "Jansen" not in str(made)
    harm = next(part for part in made.parts if "EV-15" in part.title)
    assert harm.tables[0].rows[0][1:] == ("minder dan 5", "")
    assert ROWS["EV-15"].caution.nl in " ".join(harm.text)
    assert made.mark == "Openbaar jaarverslag (WGS 1.12)"
    assert made.content["figures"][-1]["figure"] == "nothing to count"
