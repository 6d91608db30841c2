"""Every closed value of a screening has a word."""

import pytest

from app.road_words import WORDS
from bureau.operations import assessments, hearings, indicators, questionnaires
from bureau.operations._outcomes import OUTCOMES
from bureau.operations.aftercare import STANDINGS
from bureau.operations.tasks import TaskKind
from bureau.rules.suspension import suspension_rules
from bureau.rules.vocabulary import Credibility, Reliability, Stage

NEEDED = [
    *Stage,
    *Reliability,
    *Credibility,
    *OUTCOMES,
    *assessments.PERCEIVED,
    *questionnaires.STANDINGS,
    *suspension_rules().codes(),
    *(f"task_{kind}" for kind in TaskKind),
    *(f"ground_{each}" for each in assessments.GROUNDS),
    *(f"manner_{each}" for each in hearings.MANNERS),
    *(f"document_{each}" for each in questionnaires.REQUIREMENT_STANDINGS),
    *(f"condition_{each}" for each in STANDINGS),
    *(f"indicator_{each}" for each in ("open", *indicators.STANDINGS)),
]


@pytest.mark.parametrize("value", NEEDED)
def test_it_has_a_word(value):
    assert str(value) in WORDS
