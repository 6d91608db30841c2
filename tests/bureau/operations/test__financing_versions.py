"""Two rounds of the form are compared amount by amount."""

from bureau.model import Answer, Case, Questionnaire
from bureau.operations import _rows
from bureau.operations._financing_versions import changes
from bureau.rules.events import EventKind
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
ONE = '[{"provider": "Tante", "amount": "50.00"}, {"provider": "Tante", "amount": "10.00"}]'
TWO = '[{"provider": "Bank", "amount": "50.00"}, {"provider": "Oom", "amount": "veel"}]'


def round_(road, work, number, **answers):
    day = work.today
    form = Questionnaire(case_id=road.id, round=number, sent_on=day, due_on=day, returned_on=day)
    work.session.add(form)
    work.session.flush()
    for code, text in answers.items():
        question = f"Q02.{code[1:]}"
        work.session.add(
            Answer(
                case_id=road.id,
                questionnaire_id=form.id,
                question=question,
                text=text,
                status="given",
            )
        )
    work.record(EventKind.FORM_SENT, form)


def read(road, work):
    work.session.expire_all()
    return changes(_rows.rows(work.session, work.session.get_one(Case, road.id)))


def test_each_amount_that_differs_is_named_with_both_sums(road):
    with road.by("officer") as work:
        round_(road, work, 1, q01="100.00", q04=ONE)
        round_(road, work, 2, q01="120.00", q04=TWO)
        [change] = read(road, work)
        found = [
            (row.about, row.before and row.before.minor, row.after and row.after.minor)
            for row in change.differences
        ]
    assert (change.before, change.after) == (1, 2)
    assert found == [("", 100_00, 120_00), ("Bank", None, 50_00), ("Tante", 60_00, None)]


def test_a_question_that_was_not_asked_again_is_no_change(road):
    with road.by("officer") as work:
        round_(road, work, 1, q01="100.00", q02="40.00")
        round_(road, work, 2, q01="100.00")
        assert read(road, work) == ()
