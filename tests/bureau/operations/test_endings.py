"""How a partnership case ends, and what its end still lets anybody do."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from bureau.errors import AccessDenied, Invalid, NotAllowed, NotFound
from bureau.model import Case, Meeting, SharingRequest
from bureau.operations import (
    actions,
    cases,
    contributions,
    destructions,
    disclosures,
    endings,
    meeting_notes,
    notes,
    phases,
    sharing_requests,
    stances,
    tasks,
)
from bureau.operations.contributions import Brought
from bureau.rules.events import EventKind
from bureau.rules.regimes import RegimeChoice
from bureau.rules.vocabulary import CaseKind
from tests.bureau.operations import sharing_desk
from tests.bureau.operations.kept_case import KeptCase
from tests.bureau.operations.reporting import add_second
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table
from tests.conftest import NOW

pytestmark = ON_SQLITE
NEXT = NOW + timedelta(days=1)


@pytest.fixture
def kept(work_of, actors, sessions):
    return KeptCase(work_of, actors, add_second(sessions))


def close(kept, ending="no_result", login="coordinator"):
    with kept.by(login) as work:
        endings.close_case(work, kept.id, ending, "nothing was found")


def test_a_case_without_a_result_is_due_at_once_and_is_read_and_no_more(kept):
    close(kept)
    with kept.by("coordinator", NEXT) as work:
        view = endings.read_keeping(work, kept.id)
        assert (view.line.kept.row.code, view.line.due(work.today)) == ("JOINT_NONE", True)
        assert view.ending.code == "no_result"
        assert cases.list_cases(work)[0].reference == kept.reference
    for login in ("coordinator", "police"):
        with kept.by(login, NEXT) as work:
            assert phases.read_phases(work, kept.id)
    with kept.by("coordinator", NEXT) as work, pytest.raises(NotAllowed) as refused:
        notes.add_note(work, kept.id, "one more")
    assert refused.value.where["guard"] == "case_open"


def test_the_secretarys_notes_go_with_the_closing(kept):
    close(kept)
    with kept.by("coordinator") as work:
        meeting = work.session.get_one(Meeting, kept.meeting)
        assert (meeting.notes, bool(meeting.notes_destroyed_at)) == (None, True)


def test_a_finished_case_is_kept_a_year_and_never_beyond_the_five_years(kept):
    close(kept, "done")
    with kept.by("coordinator", NEXT) as work:
        line = endings.read_keeping(work, kept.id).line
        assert (line.kept.row.code, line.kept.destroy_on) == ("JOINT_DONE", date(2027, 3, 2))
    with kept.by("coordinator", NEXT) as work:
        endings.reopen_case(work, kept.id, "a new fact")
        assert work.session.get_one(Case, kept.id).state == "P2"
        line = endings.read_keeping(work, kept.id).line
        assert (line.kept.row.code, line.kept.destroy_on) == ("JOINT", date(2031, 3, 2))
    late = NOW.replace(year=2030, month=12)
    with kept.by("coordinator", late) as work:
        endings.close_case(work, kept.id, "done", "it is carried out")
        line = endings.read_keeping(work, kept.id).line
        assert line.kept.destroy_on == date(2031, 3, 2)


def test_an_action_that_is_not_settled_keeps_a_case_from_being_finished(work_of, actors):
    table = Table(work_of, actors, "minutes_draft")
    table.attend("police", "tax", "coordinator")
    with table.by("coordinator") as work:
        actions.agree_action(
            work,
            table.case,
            table.item,
            text="Look at the rent",
            owner_login="police",
            power="Politiewet 3",
            barrier="RE-4b",
            due_on=table.day,
        )
    with table.by("coordinator") as work, pytest.raises(NotAllowed) as refused:
        endings.close_case(work, table.case, "done", "it is carried out")
    assert refused.value.where["guard"] == "actions_settled"
    with table.by("coordinator") as work:
        assert endings.read_keeping(work, table.case).checks[0].open == 1
        endings.close_case(work, table.case, "no_result", "nothing was found")


def test_only_the_coordinator_closes_and_an_unknown_ending_is_none(kept):
    with pytest.raises(AccessDenied):
        close(kept, login="police")
    with pytest.raises(Invalid):
        close(kept, "forgotten")
    with kept.by("coordinator") as work, pytest.raises(NotAllowed):
        endings.reopen_case(work, kept.id, "it is open")


def test_a_screening_ends_otherwise(work_of, actors, case_id):
    with work_of(actors.officer) as work, pytest.raises(NotFound):
        endings.read_keeping(work, case_id)


def test_who_received_from_a_closed_case_still_reports_back(work_of, actors):
    desk = sharing_desk.Desk(work_of, actors)
    desk.give("police", "coordinator", category="RESULT", way="RESULT", met=("checked",))
    desk.ask("police", "tax")
    with desk.by("coordinator") as work:
        endings.close_case(work, desk.case, "done", "it is carried out")
    later = NOW + timedelta(days=350)
    with work_of(actors.coordinator, later) as work:
        kinds = {task.kind for task in tasks.upcoming(work)}
        assert "give_feedback" in kinds
    with work_of(actors.tax, later) as work:
        assert "answer_sharing" not in {task.kind for task in tasks.upcoming(work)}
    with work_of(actors.police, later) as work, pytest.raises(NotAllowed):
        disclosures.disclose(work, desk.case, desk.wanted("police", "coordinator"))


def test_the_municipal_regime_has_a_row_of_its_own(work_of, actors):
    with work_of(actors.coordinator) as work:
        regime = RegimeChoice("MUNICIPAL", "own task", "Gemeentewet 172")
        key = cases.open_case(work, CaseKind.PARTNERSHIP, "Kade", regime=regime).id
    with work_of(actors.coordinator) as work:
        assert endings.read_keeping(work, key).line.kept.row.code == "OWN"
        endings.close_case(work, key, "no_result", "nothing was found")
        assert endings.read_keeping(work, key).line.kept.row.code == "OWN_NONE"
        assert [row.reference for row in destructions.list_retention(work)]
    with work_of(actors.coordinator) as work, pytest.raises(NotAllowed) as refused:
        notes.add_note(work, key, "one more")
    assert "WGS" not in refused.value.where["basis"]
    assert "AVG 5(1)(e)" in refused.value.where["basis"]


def asked(work):
    row = work.session.scalars(select(SharingRequest)).one()
    return row.id, row.version


def _writings(kept):
    """All by which a member could still bring words into a case that is read and no more."""
    why = {"purpose": "weighing", "necessity": "nobody else knows"}
    said = ("police", "SUPERVISION", "JOIN", "Is this known?")
    brought = Brought("Owes rent.", "SUPERVISION", "Wpg 20", "H1")
    return (
        ("tax", lambda work: sharing_requests.ask(work, kept.id, *said, **why)),
        ("police", lambda work: sharing_requests.reply(work, kept.id, *asked(work), "no", "no")),
        ("police", lambda work: stances.take_stance(work, kept.id, "", True, "no")),
        ("police", lambda work: contributions.contribute(work, kept.id, kept.item, brought, [])),
        ("police", lambda work: meeting_notes.keep_notes(work, kept.id, kept.meeting, "he said")),
    )


@pytest.mark.parametrize("which", range(5))
def test_nothing_new_comes_into_a_closed_or_destroyed_case(kept, which):
    with kept.by("coordinator") as work:
        row = work.session.get_one(Meeting, kept.meeting)
        row.secretary_id, row.state = kept.actors.police.id, "in_session"
        work.record(EventKind.MEETING_PLANNED, row)
    login, write = _writings(kept)[which]
    close(kept)
    with kept.by(login) as work, pytest.raises(NotAllowed) as refused:
        write(work)
    assert refused.value.where["guard"] == "case_open"
    kept.destroy(NEXT)
    with kept.by(login, NEXT) as work, pytest.raises((NotAllowed, NotFound)):
        write(work)
