"""The destruction of a joint case: nothing about a person is left; who got what stays."""

import pytest
from sqlalchemy import select

from bureau.errors import AccessDenied, Invalid, NotAllowed
from bureau.model import Case, Disclosure, Document, RecipientNotice, Signal, SignalCertificate
from bureau.operations import (
    cases,
    destructions,
    disclosures,
    endings,
    holds,
    search,
    sharing_registers,
    tasks,
)
from bureau.operations.case_files import read_case
from bureau.trust.integrity import Faults, look_over
from tests.bureau.operations.agreeing import agree, agree_to
from tests.bureau.operations.kept_case import LAST, MARK, OVER, KeptCase, traces
from tests.bureau.operations.reporting import add_second
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
WHY = search.Errand("INTAKE", reason="An application that is no case yet")


@pytest.fixture
def kept(work_of, actors, sessions):
    return KeptCase(work_of, actors, add_second(sessions))


def test_nothing_about_a_person_is_found_anywhere_afterwards(kept, sessions):
    before = traces(sessions)
    wanted = {"entity", "document", "note", "source", "agenda_item", "contribution", "meeting"}
    wanted |= {"disclosure", "sharing_request", "signal", "blob", "case"}
    assert wanted <= before
    kept.destroy()
    assert traces(sessions) == set()
    assert look_over(sessions) == Faults(None, None, [])
    with kept.by("coordinator", OVER) as work:
        found = search.search_case_records(work, MARK, WHY)
        assert (found.cases, found.parties) == ((), ())
        assert work.session.scalars(select(Document)).all() == []


def test_the_register_of_what_went_to_whom_stays_without_its_words(kept):
    kept.destroy()
    with kept.by("coordinator", OVER) as work:
        row = work.session.get_one(Disclosure, kept.given)
        assert (row.giver.code, row.receiver.code, row.category) == (
            "police",
            "havermonde",
            "SUPERVISION",
        )
        assert "WGS 1.5(1)" in row.basis
        assert (row.says, row.purpose, row.necessity) == ("", "", "")
        view = sharing_registers.read_disclosure(work, kept.id, kept.given)
        assert view.number == 1
        assert work.session.get_one(Case, kept.id).title == kept.reference


def test_who_received_from_it_is_told_and_says_what_was_done(kept):
    kept.destroy()
    with kept.by("coordinator", LAST) as work:
        waiting = [task for task in tasks.upcoming(work) if task.kind == "confirm_notice"]
        assert [task.reference for task in waiting] == [kept.reference]
        (notice,) = work.session.scalars(select(RecipientNotice)).all()
        assert (notice.kind, notice.says) == ("destroyed", "")
        disclosures.answer_notice(work, kept.id, notice.id, notice.version, "destroyed here too")


def test_the_signal_it_came_of_goes_along(kept):
    kept.destroy()
    with kept.by("coordinator", OVER) as work:
        signal = work.session.get_one(Signal, kept.signal)
        assert (signal.state, signal.facts, signal.subjects) == ("destroyed", "", [])
        (proof,) = work.session.scalars(select(SignalCertificate)).all()
        assert proof.basis == "WGS 1.8(7)"


def test_two_people_do_it_and_the_certificate_says_how_much(kept):
    with pytest.raises(Invalid):
        kept.plan(LAST.replace(day=1))
    plan = kept.plan()
    with pytest.raises(NotAllowed):
        kept.settle(plan, "coordinator")
    with pytest.raises(AccessDenied):
        kept.settle(plan, "police")
    with pytest.raises(NotAllowed):
        kept.execute(plan)
    kept.settle(plan)
    with pytest.raises(AccessDenied):
        kept.execute(plan, "second")
    kept.execute(plan)
    with kept.by("second", LAST) as work:
        (row,) = destructions.read_plan(work, plan).destructions
        assert row.retention == "JOINT"
        assert row.counts["entity"] == row.counts["signal"] == row.counts["blob"] == 1
        assert row.counts["disclosure (words)"] == 1


def test_a_hold_stops_it_needs_a_ground_and_a_second_person_lifts_it(kept):
    plan = kept.plan()
    kept.settle(plan)
    with kept.by("coordinator", LAST) as work, pytest.raises(Invalid):
        holds.set_hold(work, kept.id, "somebody asked")
    with kept.by("coordinator", LAST) as work:
        holds.set_hold(work, kept.id, "a claim for damages", "claim")
    with pytest.raises(NotAllowed):
        kept.execute(plan)
    with pytest.raises(Invalid):
        kept.plan(OVER)
    with kept.by("coordinator", OVER) as work:
        asked = holds.ask_lifting(work, kept.id, "the claim is settled").id
    with pytest.raises(NotAllowed, match="asked themselves"):
        agree_to(lambda: kept.by("coordinator", OVER), asked)
    assert agree(lambda: kept.by("second", OVER), "lift_hold") == ["used"]
    kept.destroy(OVER)


def test_after_five_years_an_open_case_is_not_read_on(kept):
    with kept.by("coordinator", LAST) as work:
        assert read_case(work, kept.id)
    for login in ("coordinator", "police", "second"):
        with kept.by(login, OVER) as work, pytest.raises(NotAllowed) as refused:
            read_case(work, kept.id)
        assert refused.value.where["guard"] == "joint_term"
        with kept.by(login, OVER) as work:
            assert cases.list_cases(work) == ()
            assert search.search_case_records(work, MARK, WHY).parties == ()
            (line,) = destructions.list_retention(work)
            assert (line.title, line.over) == (kept.reference, True)
    with kept.by("coordinator", OVER) as work:
        assert endings.read_keeping(work, kept.id).line.over
        assert [task.kind for task in tasks.upcoming(work)] == ["destroy"]


def test_held_it_can_be_read_after_the_term_and_not_worked_on(kept):
    with kept.by("coordinator", OVER) as work:
        holds.set_hold(work, kept.id, "a claim for damages", "claim")
    with kept.by("police", OVER) as work:
        assert read_case(work, kept.id)
    with kept.by("coordinator", OVER) as work, pytest.raises(NotAllowed) as refused:
        endings.close_case(work, kept.id, "done", "it is carried out")
    assert refused.value.where["guard"] == "case_open"


def test_an_outsider_learns_nothing_of_a_case_that_is_over(kept):
    with kept.by("outsider", OVER) as work, pytest.raises(AccessDenied):
        read_case(work, kept.id)
    with kept.by("customs", OVER) as work:
        assert destructions.list_retention(work) == ()
