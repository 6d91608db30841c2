"""Destruction under two pairs of eyes."""

import json
from contextlib import contextmanager
from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import DBAPIError

from bureau.errors import AccessDenied, Changed, Invalid, NotAllowed, NotFound
from bureau.model import (
    Answer,
    ApplicantLink,
    ApplicantVisit,
    Blob,
    Case,
    Destruction,
    DestructionPlan,
    Document,
    Entity,
    Event,
    EventValue,
    Letter,
    Note,
    Record,
    RecordParty,
)
from bureau.operations import (
    aftercare,
    cases,
    decisions,
    destructions,
    documents,
    holds,
    notes,
    records,
)
from bureau.operations.sources import Learnt
from bureau.rules.events import EventKind
from bureau.trust.integrity import Faults, look_over
from tests.bureau.operations.agreeing import agree
from tests.bureau.operations.road import Road, at

# The triggers that let go differ by database: both are tried.
LATER = "2032-06-01"


def _visited(work, road):
    """A private link of which the applicant made use."""
    link = ApplicantLink(
        digest=b"l" * 32,
        case_id=road.id,
        applicant_id=road.applicant,
        language="nl",
        opens_on=work.today,
        expires_on=work.today,
        issued_by_id=work.actor.id,
        issued_at=work.now,
    )
    work.session.add(link)
    work.record(EventKind.CASE_READ, link)
    seen = {"opened_at": work.now, "seen_at": work.now, "expires_at": work.now}
    work.session.add(ApplicantVisit(digest=b"v" * 32, link_id=link.id, **seen))


@pytest.fixture
def closed(road):
    """A refused application whose file was closed, with a document and a note."""
    road.to_decision()
    with road.by("officer", "03-31") as work:
        _visited(work, road)
        documents.add_document(work, road.id, "a.txt", b"secret words", title="A", kind="D")
        notes.add_note(work, road.id, "A note that names somebody.")
        takings = records.RecordTerms(
            on=date(2026, 1, 10), amount="10", parties={"company": road.applicant}
        )
        records.add_record(work, road.id, "takings", takings, Learnt(road.source))
    road.decide()
    road.make_known()
    with road.by("officer", "04-02") as work:
        decisions.register_report(work, road.id, [road.applicant], "serious danger")
    with road.by("officer", "05-20") as work:
        aftercare.close_case(work, road.id, "nothing is watched")
    return road


def plan(road, day=LATER, login="officer", **more):
    with road.by(login, day) as work:
        row = destructions.plan_destruction(work, **more)
        work.session.flush()
        return row.id


def settle(road, plan_id, login="second", day=LATER, approved=True):
    with road.by(login, day) as work:
        version = destructions.read_plan(work, plan_id).version
    with road.by(login, day) as work:
        destructions.settle_plan(work, plan_id, version, "read", approved=approved)


def execute(road, plan_id, login="officer", day=LATER):
    with road.by(login, day) as work:
        version = destructions.read_plan(work, plan_id).version
        destructions.execute_plan(work, plan_id, version)


def left(sessions, table):
    with sessions() as session:
        return session.scalar(select(func.count()).select_from(table))


def test_the_term_counts_from_the_decision_and_the_notes_go_first(closed):
    with closed.by("officer", "05-21") as work:
        found = {line.kept.row.code: line for line in destructions.list_retention(work)}
    assert found["REFUSED"].kept.destroy_on == date(2031, 4, 1)
    assert found["NOTES"].kept.destroy_on == date(2026, 11, 20)
    with pytest.raises(Invalid):
        plan(closed, "05-21")
    with closed.by("officer", "2026-12-01") as work:
        made = destructions.plan_destruction(work)
        assert [line["class"] for line in made.content["lines"]] == ["NOTES"]


def test_two_people_and_nothing_is_left_but_the_certificate(closed, sessions):
    made = plan(closed)
    with pytest.raises(NotAllowed):
        execute(closed, made)
    with pytest.raises(AccessDenied):
        settle(closed, made, "officer")
    settle(closed, made)
    execute(closed, made)
    for table in (Entity, Document, Blob, Answer, Note, Letter, Record, RecordParty):
        assert left(sessions, table) == 0, table
    with sessions() as session:
        assert session.scalars(select(Case)).one().title == closed.reference
        values = session.scalars(select(EventValue).where(EventValue.salt.is_(None))).all()
        assert values
        assert all(row.values == {} for row in values)
        told = " ".join(str(event.facts) for event in session.scalars(select(Event)))
        beside = " ".join(str(row.values) for row in session.scalars(select(EventValue)))
        assert "fictional reason" not in told + beside
        assert "nothing is watched" not in told + beside
    assert look_over(sessions) == Faults(None, None, [])
    with closed.by("second", LATER) as work:
        row = destructions.read_plan(work, made)
        assert row.state == "executed"
        counts = next(r.counts for r in row.destructions if r.retention == "REFUSED")
        assert counts["entity"] == 1
        assert counts["blob"] == 1
    with closed.by("officer", LATER) as work:
        assert [line for line in destructions.list_retention(work) if not line.gone] == []
        assert [row.reference for row in cases.list_cases(work)] == [closed.reference]
    with pytest.raises(NotAllowed):
        execute(closed, made)


def test_what_changed_after_it_was_read_is_not_destroyed(closed, sessions):
    made = plan(closed)
    settle(closed, made)
    with closed.by("officer", LATER) as work:
        notes.add_note(work, closed.id, "Something new.")
    with pytest.raises(NotAllowed):
        execute(closed, made)
    assert left(sessions, Entity) == 1


def test_a_hold_stops_it_and_a_second_person_lifts_it(closed):
    made = plan(closed)
    settle(closed, made)
    with closed.by("officer", LATER) as work:
        holds.set_hold(work, closed.id, "a claim for damages")
    with pytest.raises(NotAllowed):
        execute(closed, made)
    with pytest.raises(Invalid):
        plan(closed)
    with closed.by("officer", LATER) as work:
        holds.ask_lifting(work, closed.id, "the claim is settled")
    assert agree(lambda: closed.by("second", LATER), "lift_hold") == ["used"]
    execute(closed, made)


def test_a_plan_is_refused_or_stale(closed):
    made = plan(closed, references=[closed.reference])
    with pytest.raises(Changed), closed.by("second", LATER) as work:
        destructions.settle_plan(work, made, 9, "read", approved=True)
    settle(closed, made, approved=False)
    with pytest.raises(NotAllowed):
        settle(closed, made)
    with pytest.raises(Invalid):
        plan(closed, references=["SCR-2026-XXXXXX"])


def test_the_file_of_a_plan_is_known_to_the_letter(closed):
    made = plan(closed)
    with closed.by("second", LATER) as work:
        row = destructions.read_plan(work, made)
        told = {"digest": row.digest, "plan": json.loads(json.dumps(row.content))}
        assert destructions.find_plan(work, json.dumps(told)) == made
        assert [each.id for each in destructions.list_plans(work)] == [made]
    told["plan"]["made_on"] = "2020-01-01"
    with pytest.raises(NotFound), closed.by("second", LATER) as work:
        destructions.find_plan(work, json.dumps(told))
    with pytest.raises(Invalid), closed.by("second", LATER) as work:
        destructions.find_plan(work, "[]")


def test_who_has_nothing_to_do_with_the_file_sees_no_plan(closed):
    made = plan(closed)
    with closed.by("outsider", LATER) as work:
        assert destructions.list_plans(work) == ()
        assert destructions.list_retention(work) == ()
    with pytest.raises(AccessDenied), closed.by("outsider", LATER) as work:
        destructions.read_plan(work, made)


def certificate(road, plan_id, case_id=None):
    """An open certificate, put there past the operations."""
    return insert(Destruction).values(
        id=uuid4(),
        version=1,
        case_id=case_id or road.id,
        plan_id=plan_id,
        retention="REFUSED",
        state="open",
        counts={},
        fingerprint="0" * 64,
        at=at(LATER),
    )


@contextmanager
def opened(sessions, road, plan_id):
    """A connection on which a destruction is open; nothing of it stays."""
    with sessions() as session:
        connection = session.connection()
        connection.execute(certificate(road, plan_id))
        yield connection
        session.rollback()


def refused(connection, statement):
    """Whether the database keeps what this statement would take."""
    with pytest.raises(DBAPIError, match="append-only"), connection.begin_nested():
        connection.execute(statement)
    return True


def values_of(case_id):
    lines = select(Event.seq).where(Event.scope == f"case:{case_id}")
    return update(EventValue).where(EventValue.seq.in_(lines))


def a_sent_letter(sessions, case_id, by_id):
    row = {"case_id": case_id, "number": 90, "kind": "intention", "language": "nl"}
    words = {"subject": "S", "body": "B", "address": "A", "answers": {}, "content": None}
    told = {"state": "sent", "written_by_id": by_id, "written_at": at("03-02")}
    with sessions() as session:
        session.connection().execute(
            insert(Letter).values(id=uuid4(), version=1, **row, **words, **told)
        )
        session.connection().commit()


def test_the_database_opens_a_destruction_only_by_an_approved_plan_of_that_file(closed, sessions):
    made = plan(closed)
    other = Road(closed.work_of, closed.actors)
    with sessions() as session:
        assert refused(session.connection(), certificate(closed, made))
    settle(closed, made)
    with sessions() as session:
        connection = session.connection()
        assert refused(connection, certificate(closed, made, other.id))
        connection.execute(certificate(closed, made))
        connection.execute(update(Destruction).values(state="done"))
        assert refused(connection, update(Destruction).values(state="open"))
        plans = DestructionPlan.__table__
        connection.execute(plans.update().values(settled_by_id=plans.c.made_by_id))
        assert refused(connection, certificate(closed, made))


def test_an_open_destruction_lets_go_of_nothing_of_another_file(closed, sessions):
    other = Road(closed.work_of, closed.actors)
    for case_id in (closed.id, other.id):
        a_sent_letter(sessions, case_id, closed.actors.officer.id)
    made = plan(closed)
    settle(closed, made)
    with opened(sessions, closed, made) as connection:
        assert refused(connection, delete(Letter).where(Letter.case_id == other.id))
        assert connection.execute(delete(Letter).where(Letter.case_id == closed.id)).rowcount
        gone = {"salt": None, "values": {}}
        assert refused(connection, values_of(other.id).values(gone))
        assert refused(connection, values_of(closed.id).values(salt=b"x" * 32, values={}))
        assert refused(connection, values_of(closed.id).values(salt=None, values={"a": "b"}))
        assert connection.execute(values_of(closed.id).values(gone)).rowcount
        assert refused(connection, delete(Blob))
