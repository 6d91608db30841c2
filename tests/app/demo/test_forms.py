from datetime import date

from app.demo.forms import usual
from bureau.rules.questionnaire import gaps, sections_for

ON = date(2026, 11, 2)


def test_nothing_that_must_be_answered_stays_open():
    answers = usual("SC02", ON, {"Q06.01": False})
    open_ = [gap.code for gap in gaps("SC02", answers, (), ON) if gap.code.startswith("Q")]
    assert open_ == []


def test_what_is_told_goes_first_and_nothing_outside_the_form_is_answered():
    answers = usual("SC09", ON, {"Q02.01": "1.00", "Q99.99": "no such question"})
    known = {q.code for section in sections_for("SC09", ON) for q in section.questions}
    assert answers["Q02.01"] == "1.00"
    assert set(answers) <= known
