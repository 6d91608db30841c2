"""A decision from before the house kept requests, or whose question fell, is asked anew."""

import pytest
from sqlalchemy import delete, select, update

from bureau.errors import AccessDenied, NotAllowed
from bureau.model import ApprovalRequest, Decision, User, UserRole
from bureau.operations import approvals, decisions, objections, second_readings
from bureau.operations._approval_kinds import about
from bureau.operations.case_files import read_case
from bureau.rules.approvals import ApprovalState
from bureau.rules.events import EventKind
from tests.bureau.operations.agreeing import agree, agree_to, waiting
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
DAY = "04-01"


@pytest.fixture
def decided(road):
    road.to_decision().decide()
    return road


def where(road, day=DAY, login="officer"):
    with road.by(login, day) as work:
        found = second_readings.read_agreement(work, road.id)
        return (found.act, found.state, found.may_be_asked) if found else None


def ask(road, day=DAY, login="officer"):
    with road.by(login, day) as work:
        return second_readings.ask_agreement(work, road.id).asked_by.name


def from_before(sessions):
    """As a house that was brought up to date finds it: decided, and nobody was asked."""
    with sessions.begin() as session:
        session.execute(delete(ApprovalRequest))


def test_a_decision_from_before_is_asked_in_the_name_of_who_decided_and_made_known(
    decided, sessions, trail
):
    from_before(sessions)
    assert where(decided) == ("decision", "unasked", True)
    with pytest.raises(NotAllowed), decided.by("officer", DAY) as work:
        decisions.make_known(work, decided.id, "sent")
    assert ask(decided) == "Mayor"
    assert where(decided) == ("decision", "waiting", False)
    decided.make_known()
    assert where(decided) is None
    asked = [event for event in trail() if event.kind == EventKind.APPROVAL_ASKED]
    assert asked[-1].actor_id != asked[0].actor_id


def test_an_objection_that_was_decided_before_goes_on_in_the_same_way(decided, sessions):
    decided.make_known().object("05-04")
    with decided.by("mayor", "06-01") as work:
        version = read_case(work, decided.id).objections[-1].version
        objections.decide_objection(work, decided.id, version, "upheld", "As before.")
    from_before(sessions)
    with pytest.raises(NotAllowed):
        decided.step("T41", "06-01")
    assert where(decided, "06-01") == ("objection", "unasked", True)
    ask(decided, "06-01")
    assert decided.agree_to_objection("06-01").step("T41", "06-01").target == "ST111"


def test_who_agreed_to_the_first_decision_does_not_read_the_one_on_the_objection(decided):
    decided.make_known().object("05-04")
    with decided.by("mayor", "06-01") as work:
        row = read_case(work, decided.id).objections[-1]
        objections.decide_objection(work, decided.id, row.version, "upheld", "As before.")
    [asked] = waiting(lambda: decided.by("second", "06-01"), "objection")
    with pytest.raises(NotAllowed, match=r"first decision .* 10:3\(3\)") as stop:
        agree_to(lambda: decided.by("second", "06-01"), asked)
    assert stop.value.where == {"guard": "first_decision"}
    assert "had no part in it" in stop.value.hint
    assert where(decided, "06-01")[:2] == ("objection", "waiting")
    with decided.by("mayor", "06-01") as work:
        row = work.session.get_one(ApprovalRequest, asked)
        kind, record = about(work, row)
        hands = {work.session.get_one(User, one).login for one in kind.thing(work, record).reviewed}
    assert hands == {"mayor", "second"}
    decided.agree_to_objection("06-01")
    assert where(decided, "06-01")[:2] == ("objection", "approved")


def test_what_the_second_person_is_shown_of_an_objection_says_all_of_it(decided):
    decided.make_known().object("05-04")
    with decided.by("mayor", "06-01") as work:
        row = read_case(work, decided.id).objections[-1]
        objections.decide_objection(
            work, decided.id, row.version, "revised", "Fresh facts.", replaced_by="grant"
        )
    [asked] = waiting(lambda: decided.by("second", "06-01"), "objection")
    with decided.by("second", "06-01") as work:
        says = approvals.open_request(work, asked).says
    assert (says["outcome"], says["instead"], says["reasons"]) == (
        *("objection_revised", "grant"),
        "Fresh facts.",
    )
    assert (says["decided_by"], says["grounds"]) == ("Mayor", "The facts are old.")


def test_a_question_that_ran_out_or_fell_is_asked_again_and_one_that_stands_is_not(
    decided, sessions
):
    with pytest.raises(NotAllowed, match="nothing to ask"):
        ask(decided)
    assert where(decided, "05-20") == ("decision", "expired", True)
    ask(decided, "05-20")
    decided.agree_to_decision("05-20")
    assert where(decided, "05-20") == ("decision", "approved", False)
    with sessions.begin() as session:
        row = session.scalars(select(ApprovalRequest).order_by(ApprovalRequest.attempt)).all()[-1]
        session.execute(delete(UserRole).where(UserRole.user_id == row.settled_by_id))
    assert where(decided, "05-20") == ("decision", "lapsed", True)


def test_after_a_change_the_officer_asks_anew_and_after_a_refusal_only_who_decided(
    decided, sessions
):
    with sessions.begin() as session:
        session.execute(update(Decision).values(reasons="Other reasons."))
    assert where(decided) == ("decision", "changed", True)
    ask(decided)
    [asked] = waiting(lambda: decided.by("second", DAY), "decision")
    with decided.by("second", DAY) as work:
        approvals.refuse(work, asked, approvals.open_request(work, asked).version, "not weighed")
    assert where(decided) == ("decision", "refused", False)
    with pytest.raises(NotAllowed):
        ask(decided)
    with decided.by("mayor", DAY) as work:
        approvals.ask_again(work, asked)
    [state] = agree(lambda: decided.by("second", DAY), "decision")
    assert state is ApprovalState.APPROVED


def test_only_who_takes_the_steps_asks(decided, sessions):
    from_before(sessions)
    with pytest.raises(AccessDenied):
        ask(decided, login="second")
