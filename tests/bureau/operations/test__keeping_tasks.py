"""Retention among the tasks: warned ahead, by reference, and the plan for whoever approves."""

from datetime import timedelta

import pytest

from bureau.operations import tasks
from tests.bureau.operations.kept_case import LAST, KeptCase
from tests.bureau.operations.reporting import add_second
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
AHEAD = LAST - timedelta(days=90)


def kinds(kept, login, now):
    with kept.by(login, now) as work:
        return {task.kind: task.title for task in tasks.upcoming(work)}


@pytest.fixture
def kept(work_of, actors, sessions):
    return KeptCase(work_of, actors, add_second(sessions))


def test_the_coordinator_is_warned_ahead_by_the_reference_alone(kept):
    assert "destroy" not in kinds(kept, "coordinator", AHEAD - timedelta(days=1))
    assert kinds(kept, "coordinator", AHEAD)["destroy"] == kept.reference
    assert "destroy" not in kinds(kept, "police", LAST)


def test_whoever_may_approve_finds_the_plan_until_it_is_answered(kept):
    plan = kept.plan()
    assert kinds(kept, "second", LAST)["approve_destruction"] == kept.reference
    assert "approve_destruction" not in kinds(kept, "coordinator", LAST)
    kept.settle(plan, approved=False)
    assert "approve_destruction" not in kinds(kept, "second", LAST)
