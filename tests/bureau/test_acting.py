"""Whoever acts without signing in is looked up at that moment: a closed account does nothing."""

from uuid import uuid4

import pytest
from sqlalchemy import select

from bureau import acting
from bureau.errors import NotFound
from bureau.model import Job, User
from tests.conftest import NOW


@pytest.fixture
def door(sessions, actors):
    return sessions


def test_whoever_acts_at_a_terminal_has_an_open_account(door, actors):
    assert acting.actor_called(door, "officer", NOW).id == actors.officer.id
    with door.begin() as session:
        session.scalar(select(User).where(User.login == "officer")).active = False
    for login in ("officer", "nobody", ""):
        with pytest.raises(NotFound):
            acting.actor_called(door, login, NOW)


def test_a_closed_account_has_no_role_left_for_the_work_it_asked_for(door, actors):
    assert acting.actor_now(door, actors.officer.id, NOW).roles == actors.officer.roles
    with door.begin() as session:
        session.scalar(select(User).where(User.login == "officer")).active = False
    assert acting.actor_now(door, actors.officer.id, NOW).roles == frozenset()


def test_a_job_is_traced_to_whoever_asked_for_it(door, actors):
    with door.begin() as session:
        job = Job(
            kind="prepare_dossier",
            scope="case:x",
            arguments={},
            state="queued",
            asked_by_id=actors.officer.id,
            asked_at=NOW,
            result={},
        )
        session.add(job)
        session.flush()
        job_id = job.id
    assert acting.asker_of(door, job_id) == actors.officer.id
    assert acting.asker_of(door, uuid4()) is None
