"""What each reader of a signal is shown of how it is handled."""

from bureau.operations import signals
from tests.bureau.operations.reporting import Report, add_second
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_the_reporter_does_not_see_who_tests_and_what_it_is_a_double_of(work_of, actors, sessions):
    second = add_second(sessions)
    Report(work_of, actors, second).to_submitted()
    report = Report(work_of, actors, second).to_submitted().declare().invite()
    with report.by("police") as work:
        view = signals.read_signal(work, report.id)
        assert (view.testers, view.doubles, view.tests) == ((), (), ())
        assert (view.may_write, view.may_handle) == (True, False)
    with report.by("coordinator") as work:
        view = signals.read_signal(work, report.id)
        assert (len(view.testers), len(view.doubles), len(view.tests)) == (2, 1, 9)
        assert [code for code, _ in view.bodies] == ["havermonde", "police", "tax"]
