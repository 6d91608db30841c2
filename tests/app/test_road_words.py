"""Every closed value of a screening has a word."""

import pytest

from app.road_words import WORDS
from bureau.operations._outcomes import OUTCOMES
from bureau.operations.tasks import TaskKind
from bureau.rules.standings import (
    AnswerStanding,
    ConditionStanding,
    DocumentStanding,
    IndicatorStanding,
)
from bureau.rules.suspension import suspension_rules
from bureau.rules.vocabulary import (
    Credibility,
    FindingGround,
    Manner,
    Perceived,
    Reliability,
    Stage,
)

NEEDED = [
    *Stage,
    *Reliability,
    *Credibility,
    *OUTCOMES,
    *Perceived,
    *AnswerStanding,
    *suspension_rules().codes(),
    *(f"task_{kind}" for kind in TaskKind),
    *(f"ground_{each}" for each in FindingGround),
    *(f"manner_{each}" for each in Manner),
    *(f"document_{each}" for each in DocumentStanding),
    *(f"condition_{each}" for each in ConditionStanding),
    *(f"indicator_{each}" for each in ("open", *IndicatorStanding)),
]


@pytest.mark.parametrize("value", NEEDED)
def test_it_has_a_word(value):
    assert str(value) in WORDS
