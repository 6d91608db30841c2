"""Waiting for a second person: who finds it, who may answer, and what makes an answer void."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bureau.errors import AccessDenied, Changed, NotAllowed, NotFound
from bureau.model import Condition, Decision, User
from bureau.operations import approvals, decisions, holds, tokens
from bureau.rules.approvals import ApprovalState
from bureau.rules.events import EventKind
from tests.bureau.operations.agreeing import agree, agree_to, waiting
from tests.bureau.operations.road import ON_SQLITE, at

pytestmark = ON_SQLITE
DAY = "04-01"


@pytest.fixture
def decided(road):
    """A decision that the mayor took, with a condition."""
    road.to_decision().decide()
    return road


@pytest.fixture
def held(road):
    """A hold that the officer asks to lift; the id of what waits."""
    with road.by("officer") as work:
        holds.set_hold(work, road.id, "a claim")
        return holds.ask_lifting(work, road.id, "the claim is settled").id


def seen(road, request_id, login="second", day="03-02"):
    with road.by(login, day) as work:
        view = approvals.open_request(work, request_id)
        return view.version, view.digest


def test_a_decision_is_made_known_once_another_person_agreed_to_exactly_that(decided, trail):
    def known():
        with decided.by("officer", DAY) as work:
            decisions.make_known(work, decided.id, "sent")

    with pytest.raises(NotAllowed, match="wait"):
        known()
    [asked] = waiting(lambda: decided.by("second", DAY))
    with decided.by("second", DAY) as work:
        view = approvals.open_request(work, asked)
        assert view.says["outcome"] == "refuse"
        assert (view.line.asked_by, view.own, view.against) == ("Mayor", False, "")
    assert agree_to(lambda: decided.by("second", DAY), asked) is ApprovalState.APPROVED
    known()
    kinds = [event.kind for event in trail() if event.kind.startswith("approval.")]
    assert [kind for kind in kinds if kind not in ("approval.listed", "approval.read")] == [
        *("approval.asked", "approval.given", "approval.used"),
    ]


def test_a_change_between_asking_and_agreeing_voids_it_with_a_trace(decided, trail):
    [asked] = waiting(lambda: decided.by("second", DAY))
    version, digest = seen(decided, asked, day=DAY)
    with decided.by("mayor", DAY) as work:
        row = work.session.scalars(select(Decision).where(Decision.case_id == decided.id)).one()
        row.reasons = "Other reasons."
        work.record(EventKind.CASE_CHANGED, row)
    with (
        pytest.raises(NotAllowed, match="not what is there now"),
        decided.by("second", DAY) as work,
    ):
        approvals.approve(work, asked, version, digest)
    with decided.by("second", DAY) as work:
        assert approvals.open_request(work, asked).line.state is ApprovalState.VOID
    assert "approval.voided" in [event.kind for event in trail()]
    with decided.by("mayor", DAY) as work:
        again = approvals.ask_again(work, asked).id
    assert agree_to(lambda: decided.by("second", DAY), again) is ApprovalState.APPROVED


def test_a_change_after_agreeing_voids_it_too(decided):
    decided.agree_to_decision(DAY)
    with decided.by("mayor", DAY) as work:
        row = work.session.scalars(select(Decision).where(Decision.case_id == decided.id)).one()
        row.conditions = [
            Condition(
                case_id=row.case_id, number=1, text="Report each year.", check_on=at("12-31").date()
            )
        ]
        work.record(EventKind.CASE_CHANGED, row)
    with (
        pytest.raises(NotAllowed, match="not what is there now"),
        decided.by("officer", DAY) as work,
    ):
        decisions.make_known(work, decided.id, "sent")


def test_what_was_not_opened_or_opened_in_the_same_breath_is_not_agreed_to(road, held):
    for opened in (False, True):
        with road.by("second") as work:
            row = approvals.open_request(work, held, shown=opened)
            with pytest.raises(NotAllowed, match="opened exactly this"):
                approvals.approve(work, held, row.version, row.digest)
            work.undo()


def test_nobody_agrees_to_what_they_asked_and_no_program_agrees(road, held, work_of):
    with pytest.raises(NotAllowed, match="asked themselves"):
        agree_to(lambda: road.by("officer"), held)
    with road.by("second") as work:
        key = tokens.issue_token(work, "reading for a test", 30).line.id
    program = replace(road.actors.second, session_id=key)
    with pytest.raises(NotAllowed, match="program"):
        agree_to(lambda: work_of(program), held)
    assert agree(lambda: road.by("second")) == ["used"]


def test_who_has_no_leave_finds_nothing(road, held):
    for login in ("mayor", "coordinator", "admin", "outsider", "auditor", "care"):
        assert waiting(lambda login=login: road.by(login)) == []
        with pytest.raises((AccessDenied, NotFound)), road.by(login) as work:
            approvals.open_request(work, held)


def test_it_is_refused_with_a_reason_or_withdrawn_and_asked_again(road, held):
    version, _ = seen(road, held)
    with road.by("second") as work:
        approvals.refuse(work, held, version, "The claim runs on.")
    with road.by("officer") as work:
        [line] = approvals.list_waiting(work).own
        assert (line.state, line.answer) == (ApprovalState.REFUSED, "The claim runs on.")
        again = approvals.ask_again(work, held).id
    version, digest = seen(road, again)
    with road.by("officer") as work:
        approvals.withdraw(work, again, version)
    with pytest.raises(Changed), road.by("second") as work:
        approvals.approve(work, again, version, digest)
    with pytest.raises(NotAllowed), road.by("second") as work:
        approvals.approve(work, again, version + 1, digest)
    with pytest.raises(NotFound), road.by("second") as work:
        approvals.withdraw(work, again, version + 1)
    with road.by("second") as work:
        assert holds.read_hold(work, road.id) is not None


def test_what_ran_out_or_was_answered_is_answered_no_more(road, held):
    version, digest = seen(road, held)
    late = at("03-02") + timedelta(days=28)
    with pytest.raises(NotAllowed, match="run out"), road.work_of(road.actors.second, late) as work:
        approvals.approve(work, held, version, digest)
    assert agree(lambda: road.by("second")) == ["used"]
    version, digest = seen(road, held)
    with pytest.raises(NotAllowed, match="any more"), road.by("second") as work:
        approvals.approve(work, held, version, digest)


def test_an_approval_falls_with_the_account_of_who_gave_it(decided, sessions):
    decided.agree_to_decision(DAY)
    with sessions.begin() as session:
        user = session.scalars(select(User).where(User.login == "second")).one()
        user.active = False
    with pytest.raises(NotAllowed, match="leave"), decided.by("officer", DAY) as work:
        decisions.make_known(work, decided.id, "sent")
