"""A case learns that it waits and until when; neither side keeps a way to the other."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bureau.errors import AccessDenied, Invalid, NotAllowed, NotFound
from bureau.model import Case, Event, SafetyHold, SupportEntry
from bureau.operations import actions, frames, minutes, safety_holds, supports
from bureau.standing import PAUSED
from tests.bureau.operations import test_measures
from tests.bureau.operations.housed import housed  # noqa: F401
from tests.bureau.operations.place import open_case
from tests.bureau.operations.plan_desk import Desk
from tests.bureau.operations.road import ON_SQLITE, Road
from tests.bureau.operations.table import Table
from tests.conftest import NOW

pytestmark = [ON_SQLITE, pytest.mark.usefixtures("housed")]


@pytest.fixture
def case(work_of, actors):
    with work_of(actors.officer) as work:
        key = open_case(work, reference="SCR-2026-ABC234")
        return key, work.session.get_one(Case, key).reference


@pytest.fixture
def file(work_of, actors):
    with work_of(actors.care) as work:
        return supports.open_file(work, "Meerkoet", "", "").id


def hold(work_of, actors, file, reference, days=30):
    with work_of(actors.care) as work:
        until = work.today + timedelta(days)
        key = safety_holds.key_of(work, file, until)
    with work_of(actors.care) as work:
        safety_holds.set_hold(work, reference, until, key)
    with work_of(actors.care) as work:
        safety_holds.note_hold(work, file, until)
    return until


def release(work_of, actors, file, reference):
    with work_of(actors.care) as work:
        key = safety_holds.key_of(work, file, None)
    with work_of(actors.care) as work:
        safety_holds.release_hold(work, reference, key)


def test_a_held_case_waits_with_a_reason_until_it_is_released(work_of, actors, case, file):
    until = hold(work_of, actors, file, case[1].lower())
    for permission in PAUSED:
        with work_of(actors.officer) as work:
            if work.may(permission, work.session.get_one(Case, case[0])):
                with pytest.raises(NotAllowed) as refusal:
                    work.case(case[0], permission)
                assert refusal.value.where["guard"] == "hold"
    with work_of(actors.officer) as work:
        (token,) = frames.read_frame(work, case[0]).tokens
        assert (token.checked, token.until, token.stands) == (True, until, True)
    release(work_of, actors, file, case[1])
    with work_of(actors.officer) as work:
        work.case(case[0], "case.step")
        assert frames.read_frame(work, case[0]).tokens == ()


NAME = "PAR-2026-ABC23"  # as `cases.open_case` makes them: five signs


@pytest.fixture
def named(sessions):
    """Give a case a reference as it stands on a letter."""

    def to(case_id):
        with sessions.begin() as session:
            session.get_one(Case, case_id).reference = NAME
        return NAME

    return to


def insist_held(refusal):
    """It says why, with the article, and nothing of a file, a helper or a victim."""
    assert refusal.value.where == {"guard": "hold", "basis": "Richtlijn 2011/36/EU 8, 11"}
    assert not {"Meerkoet", "SUP-", "Care"} & set(str(refusal.value).split())


def test_a_decision_on_a_held_screening_waits_for_its_release(work_of, actors, file, named):
    road = Road(work_of, actors).to_decision()
    reference = named(road.id)
    hold(work_of, actors, file, reference)
    with pytest.raises(NotAllowed) as refusal:
        road.decide()
    insist_held(refusal)
    release(work_of, actors, file, reference)
    assert road.decide()


@pytest.mark.parametrize("item", ["", "/1"])
def test_a_table_neither_decides_nor_acts_on_what_is_held(work_of, actors, file, named, item):
    table = Table(work_of, actors)
    table.to("in_session")
    table.attend("coordinator", "police", "tax")
    reference = named(table.case)
    hold(work_of, actors, file, f"{reference}{item}")

    def write(kind):
        told, version = minutes.Decided(kind=kind, words="We act."), table.version()
        with table.by("coordinator") as work:
            minutes.write_minutes(work, table.case, table.item, version, "x", told, "referred")

    with pytest.raises(NotAllowed) as refusal:
        write("close")
    insist_held(refusal)
    act = ("Look", "police", "Pw 3", "", NOW.date() + timedelta(7))
    with pytest.raises(NotAllowed) as refusal, table.by("coordinator") as work:
        actions.agree_action(work, table.case, table.item, *act)
    insist_held(refusal)
    release(work_of, actors, file, reference)
    write("close")


def test_no_measure_is_decided_in_a_held_case(work_of, actors, file, named):
    desk = Desk(work_of, actors)
    measure = test_measures.propose(desk)
    test_measures.invite(desk, measure)
    hold(work_of, actors, file, named(desk.case), days=90)
    with pytest.raises(NotAllowed) as refusal:
        test_measures.decide(desk, measure)
    insist_held(refusal)


def test_a_hold_ends_with_its_last_day(work_of, actors, case, file):
    hold(work_of, actors, file, case[1], days=0)
    with work_of(actors.officer) as work:
        row = work.session.scalars(select(SafetyHold)).one()
        assert row.stands(row.until)
        assert not row.stands(row.until + timedelta(1))


def test_another_file_releases_nothing(work_of, actors, case, file):
    hold(work_of, actors, file, case[1])
    with work_of(actors.care) as work:
        other = supports.open_file(work, "Linde", "", "").id
    with pytest.raises(NotFound):
        release(work_of, actors, other, case[1])


def test_neither_side_keeps_a_way_to_the_other(work_of, actors, case, file):
    hold(work_of, actors, file, case[1])
    with work_of(actors.care) as work:
        row = work.session.scalars(select(SafetyHold)).one()
        entry = work.session.scalars(select(SupportEntry)).one()
        kept = " ".join(str(value) for value in vars(row).values())
        assert file.hex not in kept.replace("-", "")
        assert case[1] not in entry.text
        lines = work.session.scalars(select(Event)).all()
        there = [line for line in lines if line.scope == f"case:{case[0]}"]
        inside = [line for line in lines if line.scope == f"support_file:{file}"]
        told = [line for line in there if line.kind.startswith("safety.")]
        assert told
        assert not {line.request_id for line in told} & {line.request_id for line in inside}
        assert {line.session_id for line in told} == {None}
        assert not [line for line in there if file.hex in str(line.facts).replace("-", "")]


def test_only_the_victim_track_holds_and_only_what_is_there(work_of, actors, case, file):
    with pytest.raises(AccessDenied), work_of(actors.officer) as work:
        safety_holds.set_hold(work, case[1], None, "x")
    for reference in ("SCR-2026-ABCDEF", "x", "", f"{case[1]}/9", "a\0"):
        with pytest.raises((NotFound, Invalid)):
            hold(work_of, actors, file, reference)
    for days in (-1, 400):
        with pytest.raises(Invalid):
            hold(work_of, actors, file, case[1], days=days)
