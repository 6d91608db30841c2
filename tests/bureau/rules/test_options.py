from datetime import date

from bureau.rules.options import OptionsRequest
from bureau.rules.vocabulary import Danger, DecisionKind, Stage


def test_a_question_takes_a_weighing_for_granted_unless_it_says_otherwise():
    asked = OptionsRequest(
        DecisionKind.LICENCE, Stage.APPLICATION, Danger.NONE, Danger.NONE, date(2026, 11, 20)
    )
    assert asked.weighed
    assert asked.ordinary_grounds == ()
