"""The road of a signal to its test, and who sees it on the way."""

import pytest

from bureau.errors import AccessDenied, Changed, NotAllowed, NotFound
from bureau.operations import signal_steps, signals
from tests.bureau.operations.reporting import Report, add_second
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
EVERYBODY = "officer second mayor police prosecutor tax customs port care auditor admin outsider"


@pytest.fixture
def report(work_of, actors, sessions):
    return Report(work_of, actors, add_second(sessions))


def seen_by(report):
    found = set()
    for login in (*EVERYBODY.split(), "coordinator"):
        try:
            with report.by(login) as work:
                signals.read_signal(work, report.id)
                found.add(login)
        except AccessDenied:
            continue
    return found


def test_nobody_else_sees_a_signal_before_it_is_accepted(report):
    assert seen_by(report) == {"police"}
    report.to_submitted()
    assert seen_by(report) == {"police", "coordinator"}
    report.declare().invite("tax").invite("customs")
    assert seen_by(report) == {"police", "coordinator", "tax", "customs"}
    report.declare("customs", "has_interest", "my brother rents there")
    assert seen_by(report) == {"police", "coordinator", "tax"}


def test_who_wrote_it_does_not_check_it(report):
    with report.by("police") as work, pytest.raises(NotAllowed) as refused:
        signal_steps.check_signal(work, report.id, 1, "I read it again")
    assert refused.value.where["basis"] == "BGS 1.6"


def test_it_is_not_submitted_unread_and_not_checked_by_another_body(report):
    with report.by("police") as work, pytest.raises(NotAllowed):
        signal_steps.submit_signal(work, report.id, 1)
    with report.by("tax") as work, pytest.raises(AccessDenied):
        signal_steps.check_signal(work, report.id, 1, "fine")


def test_the_bureau_declares_its_interests_and_somebody_else_than_the_reporter_tests(report):
    report.to_submitted()
    for missing, mend in (
        ("interests", report.declare),
        ("testers", lambda: report.invite("police")),
        ("testers", lambda: report.invite("tax")),
    ):
        with report.by("coordinator") as work, pytest.raises(NotAllowed) as refused:
            signal_steps.begin_test(work, report.id, report.version())
        assert refused.value.where["guard"] == missing
        mend()
    with report.by("coordinator") as work:
        signal_steps.begin_test(work, report.id, report.version())
    assert report.state() == "tested"


@pytest.mark.parametrize("login", ["port", "care", "auditor", "nobody"])
def test_only_participants_test(report, login):
    report.to_submitted()
    with pytest.raises((NotAllowed, NotFound)):
        report.invite(login)


def test_two_do_not_take_the_same_step(report):
    with report.by("second reader") as work, pytest.raises(Changed):
        signal_steps.check_signal(work, report.id, 7, "fine")
