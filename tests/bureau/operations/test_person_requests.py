"""Requests of persons: a term, one extension, one answer."""

from datetime import date

import pytest

from bureau.errors import Changed, Invalid, NotAllowed
from bureau.operations import person_requests, tasks
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
D = date.fromisoformat


@pytest.fixture
def asked(road):
    with road.by("officer", "03-05") as work:
        row = person_requests.record_request(
            work, road.id, road.applicant, "access", "Everything, please."
        )
        work.session.flush()
        road.request, road.version = row.id, row.version
        assert row.due_on == D("2026-04-07")  # Easter Sunday moved on
    return road


def extend(road, day, version=None):
    with road.by("officer", day) as work:
        row = person_requests.extend_request(
            work, road.id, road.request, version or road.version, "much to read"
        )
        work.session.flush()
        return row.due_on, row.version


def answer(road, day, version=None, outcome="partly"):
    with road.by("officer", day) as work:
        person_requests.answer_request(
            work, road.id, road.request, version or road.version, outcome, "Sent by post."
        )


def test_it_waits_as_a_task_with_its_last_day(asked):
    with asked.by("officer", "03-06") as work:
        [task] = [each for each in tasks.upcoming(work) if each.kind == "answer_request"]
    assert task.due == D("2026-04-07")


def test_it_is_extended_once_and_in_time(asked):
    due, version = extend(asked, "04-01")
    assert due == D("2026-06-05")
    with pytest.raises(NotAllowed):
        extend(asked, "04-02", version)


def test_an_extension_after_the_term_is_refused(asked):
    with pytest.raises(NotAllowed):
        extend(asked, "04-08")


def test_it_is_answered_once(asked):
    with pytest.raises(Invalid):
        answer(asked, "04-01", outcome="maybe")
    with pytest.raises(Changed):
        answer(asked, "04-01", version=9)
    answer(asked, "04-01")
    with pytest.raises(NotAllowed):
        answer(asked, "04-02", version=2)
    with asked.by("officer", "04-02") as work:
        assert not [each for each in tasks.upcoming(work) if each.kind == "answer_request"]
