"""Transient rows of a partnership case for the tests of its figures."""

from datetime import UTC, date, datetime
from uuid import uuid4

from bureau.model import (
    Action,
    AgendaItem,
    Case,
    EnforcementMeasure,
    HarmForm,
    Meeting,
    Organisation,
    PersonRequest,
    Seat,
    Signal,
    User,
)
from bureau.operations._partner_rows import PartnerRows

YEAR = 2026
TODAY = date(2026, 11, 20)


def moment(day):
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def case():
    return Case(id=uuid4(), opened_on=date(2026, 2, 1))


def item(of, held_on, sat=(), actions=()):
    meeting = Meeting(id=uuid4(), case_id=of.id, held_on=held_on)
    made = AgendaItem(id=uuid4(), case_id=of.id, meeting_id=meeting.id, meeting=meeting)
    for kind, there in sat:
        body = Organisation(kind=kind)
        made.seats.append(Seat(attended=there, user=User(organisation=body)))
    made.actions = list(actions)
    return made


def action(due_on, status="done", done_on=None, power="Gemeentewet 174"):
    done = moment(done_on or due_on)
    return Action(due_on=due_on, status=status, changed_at=done, power=power)


def measure(code="M-13B", **told):
    told = {"state": "executed", "outcome": "", "proposed_on": date(2026, 1, 5)} | told
    return EnforcementMeasure(id=uuid4(), code=code, harm=[], **told)


def harm(month, **counts):
    return HarmForm(month=month, counts=counts, at=moment(TODAY))


def request(received_on, due_on, answered_on=None):
    return PersonRequest(received_on=received_on, due_on=due_on, answered_on=answered_on)


def signal(of, submitted_on):
    return Signal(opened_id=of.id, submitted_at=moment(submitted_on))


def rows(**told):
    meetings = tuple({each.meeting for each in told.get("items", ())})
    return PartnerRows(**{"meetings": meetings} | told)
