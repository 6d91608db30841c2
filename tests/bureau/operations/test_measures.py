"""A measure is decided only when it was weighed and its addressee was heard, or urgency is told."""

from datetime import timedelta

import pytest

from bureau.errors import AccessDenied, Invalid, NotAllowed
from bureau.operations import aftermaths, measures
from bureau.rules.worksheets import Sheet
from tests.bureau.operations.plan_desk import Desk, sheet_of
from tests.bureau.operations.road import ON_SQLITE
from tests.conftest import NOW

pytestmark = ON_SQLITE
TODAY = NOW.date()


@pytest.fixture
def desk(work_of, actors):
    return Desk(work_of, actors)


def propose(desk, code="M-13B", **said):
    with desk.by("coordinator") as work:
        told = sheet_of(Sheet.MEASURE, work.today, **said)
        made = measures.propose_measure(
            work, desk.case, code, told, barrier="UGB-1a", plan_id=desk.plan
        )
        work.session.flush()
        return made.id


def read(desk, measure, login="coordinator", later=0):
    with desk.by(login, later) as work:
        view = measures.read_measure(work, desk.case, measure)
        work.session.expunge_all()
        return view


def decide(desk, measure, later=20, **more):
    day = TODAY + timedelta(days=later)
    with desk.by("coordinator", later) as work:
        at = measures.read_measure(work, desk.case, measure).measure
        dates = measures.Decided(on=day, known_on=day, starts_on=day)
        return measures.decide_measure(work, desk.case, measure, at.version, dates, **more).state


def invite(desk, measure):
    with desk.by("coordinator") as work:
        until = TODAY + timedelta(days=14)
        measures.invite_view(work, desk.case, measure, TODAY, until)


def test_nothing_is_decided_without_proportionality(desk):
    measure = propose(desk, balance="", necessity="")
    invite(desk, measure)
    with pytest.raises(NotAllowed) as refusal:
        decide(desk, measure)
    assert refusal.value.where["basis"] == "Awb 3:2, 3:4, 3:46"
    with desk.by("coordinator") as work:
        at = measures.read_measure(work, desk.case, measure).measure
        told = sheet_of(Sheet.MEASURE, work.today)
        measures.weigh_measure(work, desk.case, measure, at.version, told)
    assert decide(desk, measure) == "decided"


def test_the_addressee_is_heard_first_unless_urgency_is_told(desk):
    measure = propose(desk)
    with pytest.raises(NotAllowed, match="asked for a view"):
        decide(desk, measure)
    invite(desk, measure)
    with pytest.raises(NotAllowed, match="has not ended"):
        decide(desk, measure, later=14)
    with desk.by("coordinator", later=3) as work:
        day = TODAY + timedelta(days=3)
        measures.record_view(work, desk.case, measure, day, "Er wonen kinderen.", "")
    with pytest.raises(NotAllowed, match="not answered"):
        decide(desk, measure)
    other = propose(desk)
    assert decide(desk, other, later=0, urgent="Brandgevaar vannacht.") == "decided"


def test_six_weeks_to_object_are_counted_from_making_known(desk):
    measure = propose(desk)
    assert decide(desk, measure, later=0, urgent="Gevaar.") == "decided"
    view = read(desk, measure)
    assert view.objection_until >= TODAY + timedelta(weeks=6)
    assert view.objection_until.weekday() < 5
    with pytest.raises(NotAllowed, match="stands"), desk.by("coordinator") as work:
        measures.weigh_measure(work, desk.case, measure, view.measure.version, {"object": "x"})


def test_harm_is_asked_after_0_3_and_12_months(desk):
    measure = propose(desk)
    decide(desk, measure, later=0, urgent="Gevaar.")
    with desk.by("coordinator") as work:
        aftermaths.execute_measure(work, desk.case, measure, TODAY, 250_00)
    assert read(desk, measure).owed == (0,)
    with pytest.raises(NotAllowed, match="not due"), desk.by("coordinator") as work:
        aftermaths.record_harm(work, desk.case, measure, 3, {}, "", "wijkteam")
    with pytest.raises(Invalid), desk.by("coordinator") as work:
        aftermaths.record_harm(work, desk.case, measure, 0, {"minors": 1}, "", "wijkteam")
    with desk.by("coordinator") as work:
        aftermaths.record_harm(
            work, desk.case, measure, 0, {"homeless": 3, "minors": 2}, "", "wijkteam"
        )
    assert read(desk, measure).owed == ()
    assert read(desk, measure, later=100).owed == (3,)
    assert read(desk, measure).measure.harm[0].counts["minors"] == 2


def test_what_a_court_made_of_it_has_a_reason(desk):
    measure = propose(desk)
    with pytest.raises(NotAllowed), desk.by("coordinator") as work:
        aftermaths.record_outcome(work, desk.case, measure, TODAY, "lost", "onevenredig")
    decide(desk, measure, later=0, urgent="Gevaar.")
    with pytest.raises(Invalid), desk.by("coordinator") as work:
        aftermaths.record_outcome(work, desk.case, measure, TODAY, "lost", " ")
    with desk.by("coordinator") as work:
        aftermaths.record_outcome(work, desk.case, measure, TODAY, "lost", "onevenredig")
    assert read(desk, measure).measure.outcome == "lost"


def test_participants_read_measures_and_the_port_does_not(desk):
    measure = propose(desk)
    assert read(desk, measure, "tax").kind.code == "M-13B"
    for login in ("port", "care", "outsider", "prosecutor"):
        with pytest.raises(AccessDenied):
            read(desk, measure, login)
    with pytest.raises(AccessDenied), desk.by("police") as work:
        measures.drop_measure(work, desk.case, measure, "x")
