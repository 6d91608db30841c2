"""The trail: what was done is written with it or not at all, and nothing personal in the open."""

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DBAPIError

from bureau.errors import Changed, UnauditedChange
from bureau.keys import commitment
from bureau.model import Case, Event, EventValue, Note, Organisation, User
from bureau.operations import notes
from bureau.rules.events import EventKind
from bureau.trust import trail as tracks
from bureau.trust.made import FEW
from tests.bureau.operations.place import open_case

APPEND_ONLY = (UnauditedChange, DBAPIError, Changed)


@pytest.fixture
def case_id(work_of, actors):
    with work_of(actors.officer) as work:
        return open_case(work)


def test_a_change_without_a_line_is_undone(work_of, actors, case_id, sessions):
    with pytest.raises(UnauditedChange, match="without an event"), work_of(actors.officer) as work:
        work.session.get_one(Case, case_id).title = "Another"
    with sessions() as session:
        assert session.get_one(Case, case_id).title == "Café De Ankerplaats"


def test_a_line_about_another_file_does_not_cover_it(work_of, actors, case_id):
    def change_it():
        with work_of(actors.officer) as work:
            work.session.get_one(Case, case_id).title = "Another"
            work.record(EventKind.CASE_CHANGED, "case:somewhere-else")

    with pytest.raises(UnauditedChange):
        change_it()


def test_a_new_record_and_a_removed_one_need_a_line_too(work_of, actors, case_id):
    with pytest.raises(UnauditedChange), work_of(actors.officer) as work:
        work.session.add(Organisation(code="x", name="X", kind="NGO"))

    def remove_a_member():
        with work_of(actors.officer) as work:
            case = work.session.get_one(Case, case_id)
            case.members.clear()

    with pytest.raises(UnauditedChange):
        remove_a_member()


def test_lines_are_numbered_without_gaps(work_of, actors, case_id, trail):
    for _ in range(3):
        with work_of(actors.officer) as work:
            notes.add_note(work, case_id, "Fictional remark.")
    assert [event.seq for event in trail()] == list(range(1, len(trail()) + 1))


def test_values_stand_aside_under_a_salt_and_open_with_it(work_of, actors, case_id, sessions):
    with work_of(actors.officer) as work:
        work.session.get_one(Case, case_id).title = "Café Het Anker"
        work.record(EventKind.CASE_CHANGED, f"case:{case_id}")
    with sessions() as session:
        event = session.scalars(select(Event).order_by(Event.seq.desc())).first()
        aside = session.get_one(EventValue, event.seq)
        [change] = [each for each in event.changes if each.get("field") == "title"]
        place = f"case:{case_id}.title"
        assert aside.values[place] == {"before": "Café De Ankerplaats", "after": "Café Het Anker"}
        assert change["after"] == commitment(aside.salt, f"{place}=after=Café Het Anker")
        assert "Anker" not in str(event.changes)


def test_sealed_values_stand_nowhere(work_of, actors, sessions):
    from bureau.operations import supports

    with work_of(actors.care) as work:
        file = supports.open_file(work, "Meerkoet", "never", "a bed")
        work.session.flush()
        supports.edit_file(work, file.id, file.version, "Fenna Fictief", "rest")
    with sessions() as session:
        kept = [str(row.values) for row in session.scalars(select(EventValue))]
        said = [str(row.changes) + str(row.facts) for row in session.scalars(select(Event))]
    assert not [text for text in kept + said if "Fenna" in text or "never" in text]


def test_many_new_records_are_counted_with_a_digest(work_of, actors, case_id, trail):
    with work_of(actors.officer) as work:
        for number in range(FEW + 1):
            row = Note(case_id=case_id, text=str(number), by_id=work.actor.id, at=work.now)
            work.session.add(row)
        work.record(EventKind.NOTE_ADDED, f"case:{case_id}")
    [said] = trail()[-1].changes
    assert said["counts"] == {"note": FEW + 1}
    assert len(said["names_sha256"]) == 64


@pytest.mark.parametrize("act", ["change", "remove"])
def test_the_trail_itself_cannot_be_changed(work_of, actors, case_id, trail, act):
    def tamper():
        with work_of(actors.officer) as work:
            event = work.session.scalars(select(Event)).first()
            if act == "change":
                event.purpose = "another"
            else:
                work.session.delete(event)
            work.record(EventKind.CASE_READ, f"case:{case_id}")

    before = [event.leaf for event in trail()]
    with pytest.raises(APPEND_ONLY):
        tamper()
    assert [event.leaf for event in trail()][: len(before)] == before


@pytest.mark.parametrize("statement", [update(User).values(active=False), delete(Note)])
def test_changes_in_bulk_are_refused(work_of, actors, statement):
    with pytest.raises(UnauditedChange, match="one by one"), work_of(actors.officer) as work:
        work.session.execute(statement)


def test_the_scope_of_a_record_is_the_file_it_belongs_to():
    from uuid import UUID

    note = Note(id=UUID(int=2), case_id=UUID(int=1))
    assert tracks.scope(note) == f"case:{UUID(int=1)}"
    assert tracks.name(note) == f"note:{UUID(int=2)}"
    assert tracks.scope(Organisation(id=UUID(int=3))) == f"organisation:{UUID(int=3)}"
