"""A table of partners: items in their order, one seat for a person, actions with one owner."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from bureau.model import Action, AgendaItem, Meeting, Seat
from bureau.rules.vocabulary import CaseKind
from tests.bureau.operations.place import open_case


@pytest.fixture
def meeting_id(work_of, actors, sessions):
    with work_of(actors.coordinator) as work:
        case_id = open_case(work, actors.police, kind=CaseKind.PARTNERSHIP)
    with sessions.begin() as session:
        meeting = Meeting(
            case_id=case_id,
            title="Overleg",
            held_on=work.today,
            purpose="Wgs 2.22",
            chair_id=actors.coordinator.id,
            secretary_id=actors.coordinator.id,
        )
        meeting.items = [item(case_id, number) for number in (2, 1)]
        session.add(meeting)
        session.flush()
        return meeting.id


def item(case_id, number):
    return AgendaItem(
        case_id=case_id, number=number, title=f"Item {number}", question="?", phase="P1", basis="x"
    )


def test_a_meeting_begins_planned_with_its_items_in_order(sessions, meeting_id):
    with sessions() as session:
        meeting = session.get_one(Meeting, meeting_id)
        assert meeting.state == "planned"
        assert [each.number for each in meeting.items] == [1, 2]
        assert meeting.items[0].victim_check == "not_done"


def test_a_person_has_one_seat_at_an_item(sessions, meeting_id, actors):
    def sit_twice():
        with sessions.begin() as session:
            found = session.scalars(select(AgendaItem)).first()
            found.seats += [
                Seat(case_id=found.case_id, user_id=actors.police.id, admitted_because="x")
                for _ in range(2)
            ]

    with pytest.raises(IntegrityError):
        sit_twice()


def test_an_action_has_one_owner_and_begins_open(sessions, meeting_id, actors):
    with sessions.begin() as session:
        found = session.scalars(select(AgendaItem)).first()
        action = Action(
            case_id=found.case_id,
            item=found,
            number=1,
            text="Look",
            owner_id=actors.police.organisation_id,
            power="Politiewet 3",
            due_on=found.meeting.held_on + timedelta(days=7),
            changed_at=found.meeting.case.opened_at,
        )
        session.add(action)
        session.flush()
        assert action.status == "open"
        assert action.owner.code == "police"
    assert not Action.__table__.c.owner_id.nullable
