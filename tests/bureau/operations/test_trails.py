"""Looking at the trail: for the auditor alone, in pages, and the look is a line of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bureau.errors import AccessDenied, Invalid
from bureau.model import Case
from bureau.operations import jobs, notes, safety_holds, supports, trails
from bureau.rules.events import EventKind
from tests.bureau.operations.housed import housed  # noqa: F401
from tests.bureau.operations.place import open_case
from tests.conftest import NOW


@pytest.fixture
def case_id(work_of, actors):
    with work_of(actors.officer) as work:
        return open_case(work)


@pytest.mark.parametrize(
    "login",
    ["officer", "second", "coordinator", "mayor", "police", "prosecutor", "care", "admin"],
)
def test_only_the_auditor_looks(work_of, actors, login):
    with pytest.raises(AccessDenied), work_of(getattr(actors, login)) as work:
        trails.read_trail(work)


def test_the_newest_stands_first_with_the_names_of_who_acted(work_of, actors, case_id):
    with work_of(actors.auditor) as work:
        page = trails.read_trail(work)
        assert [event.kind for event in page.events] == ["case.opened"]
    assert page.names[str(actors.officer.id)] == "Officer (Gemeente Havermonde)"
    assert (page.total, page.page, page.pages) == (1, 1, 1)


def test_looking_is_itself_told(work_of, actors, trail, case_id):
    with work_of(actors.auditor) as work:
        trails.read_trail(work, 1, "case.opened", f"case:{case_id}")
    last = trail()[-1]
    assert (last.kind, last.actor_id) == (EventKind.TRAIL_READ, actors.auditor.id)
    assert last.facts == {"page": 1, "event": "case.opened", "file": f"case:{case_id}"}


def test_it_can_be_narrowed_to_a_kind_and_to_a_file(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        notes.add_note(work, case_id, "Fictional remark.")
    with work_of(actors.auditor) as work:
        assert trails.read_trail(work, 1, "note.added").total == 1
        assert trails.read_trail(work, 1, "", f"case:{case_id}").total == 2
        assert trails.read_trail(work, 1, "note.added", "case:nowhere").total == 0


@pytest.mark.parametrize(("asked", "shown"), [(-5, 1), (0, 1), (1, 1), (2, 2), (99, 2)])
def test_a_page_that_is_not_there_leads_to_the_nearest(work_of, actors, case_id, asked, shown):
    with work_of(actors.officer) as work:
        for _ in range(trails.PAGE):
            notes.add_note(work, case_id, "Fictional remark.")
    with work_of(actors.auditor) as work:
        page = trails.read_trail(work, asked)
    assert (page.page, page.pages) == (shown, 2)
    assert len(page.events) == (trails.PAGE if shown == 1 else 1)


def test_hostile_words_find_nothing_and_break_nothing(work_of, actors, case_id):
    with work_of(actors.auditor) as work:
        for words in (
            "' OR 1=1 --",
            "%",
            "_",
            '"',
            "\\",
            "\0",
            "a\0b",
            "x" * 999,
            "; DROP TABLE event",
        ):
            assert trails.read_trail(work, 1, words, words).total == 0


def test_support_files_show_to_an_auditor_of_their_own_organisation_only(work_of, actors, case_id):
    with work_of(actors.care) as work:
        file = supports.open_file(work, "Linde-4", "bericht op dinsdag", "rust").id
    with work_of(actors.auditor) as work:
        assert {event.kind for event in trails.read_trail(work).events} == {"case.opened"}
        assert trails.read_trail(work, scope=f"support_file:{file}").total == 0
    own = replace(actors.auditor, organisation_id=actors.care.organisation_id)
    with work_of(own) as work:
        assert trails.read_trail(work, scope=f"support_file:{file}").total == 1


def test_a_refused_look_at_a_support_file_tells_an_auditor_not_that_there_is_one(work_of, actors):
    with work_of(actors.care) as work:
        row = supports.open_file(work, "Linde-4", "bericht op dinsdag", "rust")
        file, reference = row.id, row.reference
    with pytest.raises(AccessDenied), work_of(actors.auditor) as work:
        supports.read_file(work, file)
    with work_of(actors.auditor) as work:
        assert trails.read_trail(work).references == {}
        assert trails.read_trail(work, scope=reference).total == 0
    own = replace(actors.auditor, organisation_id=actors.care.organisation_id)
    with work_of(own) as work:
        assert reference in trails.read_trail(work).references.values()


@pytest.mark.usefixtures("housed")
def test_who_of_the_victim_track_held_a_case_shows_to_no_other_auditor(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        case = work.session.get_one(Case, case_id)
        case.reference = reference = "SCR-2026-ABC23"
        work.record(EventKind.CASE_OPENED, case)
    with work_of(actors.care) as work:
        safety_holds.set_hold(work, reference, NOW.date() + timedelta(30), "mark")
    with work_of(actors.auditor) as work:
        kinds = {event.kind for event in trails.read_trail(work).events}
        assert kinds.isdisjoint({EventKind.SAFETY_HOLD_SET})


def test_long_work_for_a_support_file_shows_to_no_other_auditor(work_of, actors, trail):
    with work_of(actors.care) as work:
        file = supports.open_file(work, "Linde-4", "bericht op dinsdag", "rust").id
        job = jobs.ask_plan(work, file, {"recipient": "opvang"}).id
    with work_of(actors.care) as work:
        jobs.read_job(work, job)
        jobs.finish_job(work, job, {"pages": 1})
        work.record(EventKind.JOB_READ, f"job:{job}")  # as it was written before
    assert [event.scope for event in trail()][-4:-1] == [f"support_file:{file}"] * 3
    with work_of(actors.auditor) as work:
        for kind in ("job.asked", "job.read", "job.finished"):
            assert trails.read_trail(work, kind=kind).total == 0
    own = replace(actors.auditor, organisation_id=actors.care.organisation_id)
    with work_of(own) as work:
        assert trails.read_trail(work, kind="job.read").total == 2


def test_what_a_helper_was_refused_shows_to_no_other_auditor(work_of, actors):
    with pytest.raises(Invalid), work_of(actors.care) as work:
        supports.open_file(work, "", "", "")
    with work_of(actors.auditor) as work:
        assert trails.read_trail(work, kind="work.refused").total == 0
    own = replace(actors.auditor, organisation_id=actors.care.organisation_id)
    with work_of(own) as work:
        assert trails.read_trail(work, kind="work.refused").total == 1


def test_long_work_for_a_case_stands_under_that_case(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        jobs.ask_preparation(work, case_id, {"track": "criminal"})
    with work_of(actors.auditor) as work:
        assert trails.read_trail(work, 1, "job.asked", f"case:{case_id}").total == 1
