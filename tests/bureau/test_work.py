"""A piece of work: leave, trail, refusal, lost updates."""

from uuid import uuid4

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DatabaseError

from bureau.errors import AccessDenied, Changed, NotFound, UnauditedChange
from bureau.model import Case, Event, EventValue, Membership, Note
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import CaseKind
from bureau.trust.leaf import leaf
from bureau.work import begin
from tests.conftest import NOW


def open_file(work, title="Café De Ankerplaats"):
    case = Case(
        reference=f"SCR-{uuid4().hex[:6]}",
        kind=CaseKind.SCREENING,
        title=title,
        organisation_id=work.actor.organisation_id,
        opened_on=work.today,
        opened_at=work.now,
        state="ST10",
    )
    case.members.append(Membership(user_id=work.actor.id, capacity="handler", since=work.today))
    work.session.add(case)
    work.record(EventKind.CASE_OPENED, case)
    return case.id


def rename(work, case_id, told_of):
    """Change one file and tell of another."""
    work.case(case_id, Permission.CASE_EDIT).title = "Changed"
    work.record(EventKind.CASE_READ, work.case(told_of, Permission.CASE_READ))


@pytest.fixture
def case_id(work_of, actors):
    with work_of(actors.officer) as work:
        return open_file(work)


def test_a_change_and_its_event_are_kept_together(work_of, actors, case_id, trail):
    [event] = trail()
    assert (event.seq, event.kind, event.actor_id) == (1, "case.opened", actors.officer.id)
    assert event.organisation_id == actors.officer.organisation_id
    assert event.purpose == "test of the house"
    assert event.scope == f"case:{case_id}"
    assert {"op": "new", "what": f"case:{case_id}"} in event.changes
    assert event.leaf == leaf(event)


def test_a_change_without_an_event_cannot_be_committed(work_of, actors, case_id, trail):
    with pytest.raises(UnauditedChange), work_of(actors.officer) as work:
        work.case(case_id, Permission.CASE_EDIT).title = "Another"
    with work_of(actors.officer) as work:
        assert work.case(case_id, Permission.CASE_READ).title == "Café De Ankerplaats"


def test_an_event_about_another_file_does_not_cover_a_change(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        other = open_file(work, "Another file")
    with pytest.raises(UnauditedChange), work_of(actors.officer) as work:
        rename(work, case_id, told_of=other)


def test_what_changed_is_committed_to_and_its_value_kept_aside(work_of, actors, case_id, trail):
    with work_of(actors.officer) as work:
        case = work.case(case_id, Permission.CASE_EDIT)
        case.title = "Café De Nieuwe Ankerplaats"
        work.record(EventKind.CASE_CHANGED, case)
    [change] = trail()[-1].changes
    assert change["field"] == "title"
    assert "Ankerplaats" not in str(change)
    with work_of(actors.officer) as work:
        kept = work.session.scalars(select(EventValue)).one().values
    assert kept[f"case:{case_id}.title"]["after"] == "Café De Nieuwe Ankerplaats"


def test_a_refusal_is_recorded_although_the_work_is_rolled_back(work_of, actors, case_id, trail):
    with pytest.raises(AccessDenied), work_of(actors.outsider) as work:
        work.case(case_id, Permission.CASE_READ)
    event = trail()[-1]
    assert (event.kind, event.outcome, event.actor_id) == (
        "access.denied",
        "refused",
        actors.outsider.id,
    )
    assert event.subject == f"case:{case_id}"
    assert event.facts["permission"] == "case.read"


def test_refusal_and_absence_sound_alike(work_of, actors, case_id):
    with pytest.raises(AccessDenied) as hidden, work_of(actors.outsider) as work:
        work.case(case_id, Permission.CASE_READ)
    with pytest.raises(NotFound) as absent, work_of(actors.outsider) as work:
        work.case(uuid4(), Permission.CASE_READ)
    assert str(hidden.value) == str(absent.value)
    assert hidden.value.code == absent.value.code


def test_the_trail_has_no_gaps(work_of, actors, case_id, trail):
    for _ in range(3):
        with work_of(actors.officer) as work:
            work.record(EventKind.CASE_READ, work.case(case_id, Permission.CASE_READ))
        with pytest.raises(AccessDenied), work_of(actors.outsider) as work:
            work.case(case_id, Permission.CASE_READ)
    assert [event.seq for event in trail()] == list(range(1, 8))


@pytest.mark.parametrize("statement", ["UPDATE event SET kind = 'x'", "DELETE FROM event"])
def test_the_database_itself_keeps_the_trail(engine, work_of, actors, case_id, statement):
    with pytest.raises(DatabaseError, match="append-only"), engine.begin() as connection:
        connection.execute(text(statement))


def test_sqlite_cannot_replace_a_line_of_the_trail(engine, work_of, actors, case_id):
    if engine.dialect.name != "sqlite":
        pytest.skip("INSERT OR REPLACE is a statement of SQLite")
    with pytest.raises(DatabaseError, match="append-only"), engine.begin() as connection:
        connection.execute(text("INSERT OR REPLACE INTO event SELECT * FROM event"))


@pytest.mark.parametrize(
    "statement", [update(Event).values(kind="x"), delete(Event), delete(Case)], ids=str
)
def test_bulk_statements_are_refused(work_of, actors, case_id, statement):
    with pytest.raises(UnauditedChange), work_of(actors.officer) as work:
        work.session.execute(statement)


def test_an_update_in_between_is_never_lost_silently(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        version = work.case(case_id, Permission.CASE_READ).version
    with work_of(actors.officer) as work:
        case = work.case(case_id, Permission.CASE_EDIT)
        case.title = "Theirs"
        work.record(EventKind.CASE_CHANGED, case)
    with pytest.raises(Changed) as clash, work_of(actors.officer) as work:
        work.expect(work.case(case_id, Permission.CASE_EDIT), version, {"title": "Yours"})
    assert clash.value.differences == [("title", "Yours", "Theirs")]


def test_a_record_of_another_case_does_not_exist_here(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        other = open_file(work, "Another file")
        note = Note(case_id=other, text="x", by_id=actors.officer.id, at=work.now)
        work.session.add(note)
        work.record(EventKind.NOTE_ADDED, note)
        note_id = note.id
    with pytest.raises(NotFound), work_of(actors.officer) as work:
        work.within(Note, note_id, work.case(case_id, Permission.CASE_READ))


def test_the_database_is_free_while_something_long_is_computed(work_of, actors, case_id, trail):
    with work_of(actors.officer) as work:
        work.case(case_id, Permission.CASE_READ)
        work.release()
        with work_of(actors.officer) as meanwhile:
            case = meanwhile.case(case_id, Permission.CASE_EDIT)
            case.title = "Changed meanwhile"
            meanwhile.record(EventKind.CASE_CHANGED, case)
        case = work.case(case_id, Permission.CASE_READ)
        assert case.title == "Changed meanwhile"
        work.record(EventKind.CASE_READ, case)
    assert [event.kind for event in trail()][-2:] == ["case.changed", "case.read"]


def test_with_a_change_in_hand_it_is_all_or_nothing(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        case = work.case(case_id, Permission.CASE_EDIT)
        case.title = "Whole"
        work.release()
        work.record(EventKind.CASE_CHANGED, case)
    with work_of(actors.officer) as work:
        assert work.case(case_id, Permission.CASE_READ).title == "Whole"


def test_the_way_by_which_work_came_stands_in_the_trail_of_done_and_refused(
    sessions, actors, trail
):
    with begin(sessions, actors.officer, NOW, via="console:ada") as work:
        work.record(EventKind.WORK_LISTED, "-", shown=1)
    with pytest.raises(AccessDenied), begin(sessions, actors.officer, NOW, via="console:ada") as w:
        w.require(Permission.TRAIL_READ)
    with begin(sessions, actors.officer, NOW) as work:
        work.record(EventKind.WORK_LISTED, "-")
    assert [event.facts.get("via") for event in trail()] == ["console:ada", "console:ada", None]


def test_what_is_undone_leaves_neither_a_record_nor_a_line(work_of, actors, sessions, trail):
    with work_of(actors.officer) as work:
        open_file(work)
        work.session.flush()
        work.undo()
        work.record(EventKind.CASES_TRIED, "case:*", read=1)
    assert [event.kind for event in trail()] == ["cases.tried"]
    with sessions() as session:
        assert session.scalars(select(Case)).all() == []
