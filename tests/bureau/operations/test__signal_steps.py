"""What counts as recorded about a signal."""

from bureau.model import Signal
from bureau.operations._signal_steps import recorded
from tests.bureau.operations.reporting import Report, add_second
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def known(report):
    with report.by("coordinator") as work:
        return recorded(work, work.session.get_one(Signal, report.id))


def test_an_interest_of_a_tester_does_not_count_as_a_test(work_of, actors, sessions):
    report = Report(work_of, actors, add_second(sessions)).to_submitted()
    assert {"facts", "quality", "doubles"} <= known(report)
    report.declare().invite("tax")
    assert {"interests", "testers"} <= known(report)
    report.declare("tax", "has_interest", "my own shop")
    assert "testers" not in known(report)


def test_while_it_is_tested_everybody_has_to_declare(work_of, actors, sessions):
    report = Report(work_of, actors, add_second(sessions)).to_tested()
    assert "interests" in known(report)
    report.invite("customs")
    assert "interests" not in known(report)
