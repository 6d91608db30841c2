"""A partnership case with a meeting in a few lines, for the tests of meetings and their items."""

from datetime import timedelta

from bureau.model import AgendaItem, Meeting
from bureau.operations import agenda_items, meetings
from bureau.operations.agenda_items import Attendance, Wanted
from bureau.rules.agenda import Declaration
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import CaseKind
from tests.bureau.operations.place import open_case

ITEM = Wanted("Loods 4", "Who pays the rent?", "P2", "Wgs 2.23", "no_indication")
SEATS = (("police", "own information"), ("tax", "own information"))


class Table:
    """One meeting of the coordinator with police, tax, customs and the mayor as members."""

    def __init__(self, work_of, actors, state="planned", seats=SEATS):
        self.work_of, self.actors = work_of, actors
        around = [getattr(actors, login) for login in ("police", "tax", "customs", "mayor")]
        with self.by("coordinator") as work:
            self.case = open_case(work, *around, kind=CaseKind.PARTNERSHIP, title="De Kade")
            day = work.today + timedelta(days=7)
            meeting = meetings.plan_meeting(
                work, self.case, "Casusoverleg", day, "Raadhuis", "Wgs 2.22", "police"
            )
            self.meeting = meeting.id
            self.item = agenda_items.add_item(work, self.case, meeting.id, ITEM, seats).id
        self.day = day
        self.to(state)

    def by(self, login):
        return self.work_of(getattr(self.actors, login))

    def to(self, state):
        """Put the meeting in a state, whatever was recorded."""
        with self.by("coordinator") as work:
            meeting = work.session.get_one(Meeting, self.meeting)
            meeting.state = state
            work.record(EventKind.MEETING_STEPPED, meeting)

    def seat(self, login):
        """The id of somebody's seat at the item."""
        with self.by("coordinator") as work:
            item = work.session.get_one(AgendaItem, self.item)
            who = getattr(self.actors, login).id
            return next(seat.id for seat in item.seats if seat.user_id == who)

    def version(self):
        with self.by("coordinator") as work:
            return work.session.get_one(AgendaItem, self.item).version

    def attend(self, *logins, declaration=Declaration.NO_INTEREST):
        """Say who sat at the table."""
        seats = {self.seat(login): Attendance(True, declaration) for login in logins}
        with self.by("coordinator") as work:
            agenda_items.record_attendance(work, self.case, self.item, seats)

    def minute(self, kind="hold", decision="We wait."):
        """Write the minutes of the item."""
        version = self.version()
        with self.by("coordinator") as work:
            agenda_items.write_minutes(
                work,
                self.case,
                self.item,
                version,
                "Said and asked.",
                kind,
                decision,
                "",
                "no_indication",
            )
