"""What reviewers of looks hear of at once, without waiting for the next run of the rules."""

import pytest

from bureau.operations import alerts
from tests.bureau.operations.looked import raised, watched
from tests.bureau.operations.taking_out import MOST, small, takes

__all__ = ["small"]

pytestmark = pytest.mark.usefixtures("small")


def test_reviewers_are_asked_at_once_when_a_quota_is_reached_and_by_the_next_run_no_second_time(
    sessions, work_of, actors
):
    takes(work_of, actors.officer, MOST)
    assert raised(sessions) == []
    with work_of(actors.auditor) as work:
        [line] = alerts.list_alerts(work)
    assert (line.rule.code, line.cited) == ("R14", 1)
    watched(work_of, actors.admin)
    with work_of(actors.auditor) as work:
        assert len(alerts.list_alerts(work)) == 1
    assert [row[:2] for row in raised(sessions)] == [("R14", "officer")]
