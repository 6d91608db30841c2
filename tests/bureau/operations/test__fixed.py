"""What a decision rests on is closed for change, and kept when the procedure comes back."""

import pytest
from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import EarlierVersion, Finding
from bureau.operations import assessments
from bureau.operations.case_files import read_case
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def decided(road):
    road.to_decision().decide()
    return road


def edit(road, day, text="Other words."):
    with road.by("officer", day) as work:
        [finding] = work.session.scalars(select(Finding).where(Finding.case_id == road.id))
        assessments.edit_finding(
            work, road.id, finding.id, finding.version, text, sources=[road.source]
        )


def attempts(road, day):
    return (
        lambda: edit(road, day),
        lambda: road.find(day),
        lambda: road.assess(day, sign=False),
        lambda: road.weigh(day),
    )


def test_after_the_decision_nothing_under_it_is_rewritten(decided):
    for attempt in attempts(decided, "04-02"):
        with pytest.raises(NotAllowed) as refusal:
            attempt()
        assert refusal.value.where["guard"] == "assessment_open"
        assert "decision (besluit)" in str(refusal.value)
        assert "objection" in refusal.value.hint
    decided.make_known()
    with pytest.raises(NotAllowed):
        edit(decided, "04-03")
    with decided.by("officer", "04-03") as work:
        file = read_case(work, decided.id)
        assert file.fixed
        assert all(row.signed_by_id for row in file.assessments)


def test_until_the_decision_is_taken_the_assessment_stays_open(road):
    road.to_decision()
    edit(road, "04-01")
    with road.by("officer", "04-01") as work:
        assert not read_case(work, road.id).fixed


def test_an_objection_opens_it_again_and_keeps_what_was_decided_on(decided):
    decided.make_known()
    decided.step("T40", "05-04")
    edit(decided, "05-05")
    edit(decided, "05-06", "Yet other words.")
    with decided.by("officer", "05-06") as work:
        [old] = work.session.scalars(
            select(EarlierVersion).where(EarlierVersion.case_id == decided.id)
        )
        assert old.content["text"] == "The lender cannot carry the loan."
        assert old.decided_on.isoformat() == "2026-04-01"
        assert old.replaced_at.date().isoformat() == "2026-05-05"
        assert list(assessments.list_earlier(work, decided.id)) == [old.subject_id]
    decided.answer_objection("07-01")
    with pytest.raises(NotAllowed):
        edit(decided, "07-02")


def test_a_courts_order_to_repair_opens_it_again(decided):
    decided.make_known()
    decided.step("T40", "05-04")
    decided.answer_objection("07-01")
    decided.appeal("08-01")
    decided.step("T43", "08-03")
    edit(decided, "08-04")
    with decided.by("officer", "08-04") as work:
        assert not read_case(work, decided.id).fixed
