"""Possible doubles are looked for among the signals at work at one bureau."""

from bureau.model import Signal
from bureau.operations._signal_doubles import doubles
from tests.bureau.operations.reporting import Report, add_second
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def found(report):
    with report.by("coordinator") as work:
        return [row.id for row in doubles(work, work.session.get_one(Signal, report.id))]


def test_a_draft_of_another_and_a_strange_name_are_no_double(work_of, actors, sessions):
    second = add_second(sessions)
    one = Report(work_of, actors, second).to_submitted()
    draft = Report(work_of, actors, second, subject="Belhuis Kompas B.V.; kvk 69599084")
    strange = Report(work_of, actors, second, subject="Garage De Wissel B.V.").to_submitted()
    assert found(one) == []
    draft.to_submitted()
    assert found(one) == [draft.id]
    assert found(strange) == []
