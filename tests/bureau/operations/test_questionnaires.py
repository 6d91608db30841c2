"""The form: only what Annex 1 asks, answers that fit, a checklist, and a return."""

from datetime import date

import pytest
from sqlalchemy import select

from bureau.errors import Changed, Invalid, NotAllowed
from bureau.model import Answer, Questionnaire, Requirement
from bureau.operations import questionnaires, supplements


def send(road, **more):
    with road.by("officer", "03-03") as work:
        return questionnaires.send_form(work, road.id, "a listed sector", **more).id


def record(road, given, **more):
    with road.by("officer", "03-05") as work:
        questionnaires.record_answers(work, road.id, given, **more)


@pytest.fixture
def asked(road):
    road.step("T02", "03-02")
    return road


def test_the_form_asks_only_what_belongs_to_this_decision(asked):
    send(asked)
    with asked.by("officer", "03-03") as work:
        codes = {row.question for row in work.session.scalars(select(Answer))}
        due = work.session.scalars(select(Questionnaire)).one().due_on
        papers = {row.code for row in work.session.scalars(select(Requirement))}
    assert due == date(2026, 3, 17)
    assert "Q02.01" in codes
    assert not any(code.startswith(("Q11", "Q12", "Q14", "Q15")) for code in codes)
    assert "DC02" in papers
    assert "DC25" not in papers
    assert asked.show()["state"] == "ST30"


@pytest.mark.parametrize("code", ["Q15.01", "Q99.01", "favourite colour"])
def test_more_than_annex_1_cannot_be_asked(asked, code):
    with pytest.raises(Invalid) as refusal:
        send(asked, questions=["Q02.01", code])
    assert "Annex 1" in refusal.value.hint
    assert asked.show()["state"] == "ST20"


def test_the_last_day_cannot_lie_before_the_sending(asked):
    with pytest.raises(Invalid):
        send(asked, due=date(2026, 3, 1))


@pytest.mark.parametrize(
    "given",
    [
        {"Q02.01": "a lot"},
        {"Q02.01": "12,50"},
        {"Q02.01": [{"amount": "1"}]},
        {"Q02.01": True},
        {"Q02.03": "text"},
        {"Q02.03": [{"colour": "red"}]},
        {"Q02.03": [{"amount": "-"}]},
        {"Q02.03": [{"date": "2026-13-01"}]},
        {"Q02.05": "maybe"},
        {"Q15.01": "not asked"},
        {"Q02.01": "100.00", "Q02.05": "perhaps"},
    ],
)
def test_an_answer_that_does_not_fit_is_refused_and_none_is_kept(asked, given):
    send(asked)
    with pytest.raises(Invalid):
        record(asked, given)
    with asked.by("officer") as work:
        assert {row.status for row in work.session.scalars(select(Answer))} == {"missing"}


def test_answers_are_kept_sealed_and_change_only_with_their_version(asked, engine):
    send(asked)
    record(asked, {"Q01.01": "Fictieve Aanvrager", "Q02.05": True})
    with engine.connect() as connection:
        raw = connection.exec_driver_sql("SELECT text FROM answer").scalars().all()
    assert not any(b"Fictieve" in bytes(text) for text in raw)
    with asked.by("officer") as work:
        rows = {row.question: row for row in work.session.scalars(select(Answer))}
        version = rows["Q01.01"].version
        assert rows["Q02.05"].text == "yes"
    with pytest.raises(Changed):
        record(asked, {"Q01.01": "Another"})
    record(asked, {"Q01.01": "Another"}, versions={"Q01.01": version})
    with pytest.raises(Changed) as clash:
        record(asked, {"Q01.01": "A third"}, versions={"Q01.01": version})
    assert clash.value.differences == [("text", "A third", "Another")]


def test_a_required_gap_is_named_until_answer_and_document_are_there(asked):
    send(asked)
    record(asked, {"Q07.01": False})

    def gaps():
        with asked.by("officer", "03-05") as work:
            return {gap.code for gap in supplements.list_gaps(work, asked.id)}

    assert {"Q02.01", "DC02"} <= gaps()
    assert "Q07.02" not in gaps()  # only after a yes to Q07.01
    record(asked, {"Q02.01": "50000.00"})
    with asked.by("officer", "03-05") as work:
        questionnaires.check_requirement(work, asked.id, "DC02", "accepted")
    assert not {"Q02.01", "DC02"} & gaps()


def test_a_refused_document_needs_a_remark_and_is_still_a_gap(asked):
    send(asked)
    with pytest.raises(Invalid), asked.by("officer", "03-05") as work:
        questionnaires.check_requirement(work, asked.id, "DC02", "rejected")
    with asked.by("officer", "03-05") as work:
        questionnaires.check_requirement(work, asked.id, "DC02", "rejected", remark="too old")
        assert "DC02" in {gap.code for gap in supplements.list_gaps(work, asked.id)}
    with pytest.raises(Invalid), asked.by("officer", "03-05") as work:
        questionnaires.check_requirement(work, asked.id, "DC25", "accepted")


def test_a_judged_answer_needs_a_remark_and_the_version_on_the_screen(asked):
    send(asked)
    record(asked, {"Q02.01": "100.00"})
    with asked.by("officer") as work:
        row = work.session.scalars(select(Answer).where(Answer.question == "Q02.01")).one()
        row_id, version = row.id, row.version
    with asked.by("officer") as work:
        questionnaires.judge_answer(
            work, asked.id, row_id, version, "contradictory", "the statement says 90.00"
        )
    with pytest.raises(Changed), asked.by("officer") as work:
        questionnaires.judge_answer(work, asked.id, row_id, version, "verified", "x")


def test_a_form_comes_back_once(asked):
    with pytest.raises(NotAllowed), asked.by("officer", "03-03") as work:
        questionnaires.return_form(work, asked.id)
    send(asked)
    with asked.by("officer", "03-09") as work:
        questionnaires.return_form(work, asked.id)
    with pytest.raises(NotAllowed) as refusal, asked.by("officer", "03-09") as work:
        questionnaires.return_form(work, asked.id)
    assert refusal.value.where["guard"] == "form_returned"


def test_an_incomplete_form_does_not_lead_on(asked):
    send(asked)
    with asked.by("officer", "03-09") as work:
        questionnaires.return_form(work, asked.id)
    with pytest.raises(NotAllowed) as refusal, asked.by("officer", "03-09") as work:
        questionnaires.complete_form(work, asked.id, "complete")
    assert refusal.value.where["guard"] == "form_complete"
    asked.answer("03-09")
    with asked.by("officer", "03-09") as work:
        assert questionnaires.complete_form(work, asked.id, "complete").state == "ST50"
