"""Who gives a role of the victim track, and who opens an account that holds one."""

from contextlib import nullcontext
from datetime import date

import pytest
from sqlalchemy import select

from bureau.errors import NotAllowed, NotFound
from bureau.model import User
from bureau.operations import _tracks
from bureau.rules.vocabulary import Role
from tests.bureau.operations.test_grants import somebody

UNTIL = date(2026, 12, 31)


@pytest.fixture
def lead(sessions, actors):
    """The lead of the victim track."""
    return somebody(sessions, "lead", [Role.CARE_LEAD], "support")


def user_of(work, login):
    return work.session.scalars(select(User).where(User.login == login)).one()


@pytest.mark.parametrize("role", [Role.CARE, Role.CARE_LEAD])
def test_an_administrator_gives_no_role_of_the_victim_track(work_of, actors, lead, role):
    with pytest.raises(NotAllowed) as refusal, work_of(actors.admin) as work:
        _tracks.insist_giver(work, [Role.OFFICER, role])
    assert refusal.value.where["guard"] == "victim track"
    assert refusal.value.where["basis"]
    assert "lead of the victim track" in refusal.value.hint
    with work_of(lead) as work:
        _tracks.insist_giver(work, [role])


def test_the_lead_gives_no_other_role(work_of, lead):
    with pytest.raises(NotAllowed), work_of(lead) as work:
        _tracks.insist_giver(work, [Role.CARE, Role.ADMIN])


def test_an_account_of_the_track_is_opened_by_its_lead_and_no_other_by_that_lead(
    work_of, actors, lead
):
    with work_of(lead) as work:
        _tracks.insist_opener(work, user_of(work, "care"))
    with pytest.raises(NotAllowed), work_of(actors.admin) as work:
        _tracks.insist_opener(work, user_of(work, "care"))
    with work_of(actors.admin) as work:
        _tracks.insist_opener(work, user_of(work, "officer"))
    with pytest.raises(NotFound), work_of(lead) as work:
        _tracks.insist_opener(work, user_of(work, "officer"))


@pytest.mark.parametrize(
    ("before", "active", "until", "opens"),
    [
        ((True, None), True, None, False),
        ((True, None), False, None, False),
        ((False, None), True, None, True),
        ((True, UNTIL), True, UNTIL, False),
        ((True, UNTIL), True, date(2026, 1, 1), False),
        ((True, UNTIL), True, date(2027, 1, 1), True),
        ((True, UNTIL), False, None, True),
        ((True, None), True, UNTIL, False),
    ],
)
def test_more_is_what_lets_in_again_or_for_longer(work_of, actors, before, active, until, opens):
    with work_of(actors.admin) as work:
        user = user_of(work, "care")
        user.active, user.screened_until = before
        expected = pytest.raises(NotAllowed) if opens else nullcontext()
        with expected:
            _tracks.insist_no_opening(work, user, active=active, until=until)
        work.undo()
