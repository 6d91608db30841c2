from bureau.rules.standings import (
    AnswerStanding,
    ConditionStanding,
    DocumentStanding,
    JudgmentOutcome,
    ObjectionOutcome,
)


def test_an_answer_can_be_given_missing_contradictory_or_verified():
    assert {"given", "missing", "contradictory", "verified"} <= {*AnswerStanding}
    assert "rejected" in {*DocumentStanding}


def test_a_condition_waits_before_it_is_watched():
    assert [*ConditionStanding][:2] == ["waiting", "open"]


def test_a_review_can_leave_replace_or_undo_a_decision():
    assert "revised" in {*ObjectionOutcome}
    assert {"unfounded", "annulled"} <= {*JudgmentOutcome}
