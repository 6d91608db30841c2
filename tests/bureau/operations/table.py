"""A partnership case with a meeting in a few lines, for the tests of meetings and their items."""

from dataclasses import replace
from datetime import timedelta

from bureau.model import AgendaItem, Case, Meeting, Organisation
from bureau.operations import agenda_items, attendances, meetings, minutes
from bureau.operations.agenda_items import Option, Wanted
from bureau.operations.attendances import Attendance
from bureau.operations.minutes import Decided
from bureau.rules.agenda import Declaration
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import CaseKind
from tests.bureau.operations.place import open_case

ITEM = Wanted("Loods 4", "Who pays the rent?", "P2", "Wgs 2.23", "no_indication")
OPTIONS = {
    "criminal": Option(why_not="No investigation in the way."),
    "administrative": Option("Inspect the permit", "Own power of the city", ""),
    "victim": Option(why_not="The check gave no indication."),
}
# A case that went through no gate, at a table where nobody brings data on persons.
EARLY = {"phase": "P1", "seats": [("mayor", "own information")], "secretary": "mayor"}
SEATS = (("police", "own information"), ("tax", "own information"))


class Table:
    """One meeting of the coordinator with police, tax, customs and the mayor as members."""

    def __init__(
        self, work_of, actors, state="planned", seats=SEATS, secretary="police", phase="P3"
    ):
        self.work_of, self.actors = work_of, actors
        around = [getattr(actors, login) for login in ("police", "tax", "customs", "mayor")]
        with self.by("coordinator") as work:
            self.case = open_case(work, *around, kind=CaseKind.PARTNERSHIP, title="De Kade")
            work.session.get_one(Case, self.case).state = phase
            day = work.today + timedelta(days=7)
            meeting = meetings.plan_meeting(
                work, self.case, "Casusoverleg", day, "Raadhuis", "Wgs 2.22", secretary
            )
            self.meeting = meeting.id
            wanted = replace(ITEM, phase=min(ITEM.phase, phase))
            self.item = agenda_items.add_item(work, self.case, meeting.id, wanted, seats).id
        self.day = day
        self.compare()
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

    def compare(self):
        """Compare the options of the item in the three tracks."""
        version = self.version()
        with self.by("coordinator") as work:
            agenda_items.compare_options(work, self.case, self.item, version, OPTIONS)

    def code(self, login):
        """The code of somebody's organisation."""
        with self.by("coordinator") as work:
            found = work.session.get_one(Organisation, getattr(self.actors, login).organisation_id)
            return found.code

    def version(self):
        with self.by("coordinator") as work:
            return work.session.get_one(AgendaItem, self.item).version

    def attend(self, *logins, declaration=Declaration.NO_INTEREST):
        """Say who sat at the table."""
        seats = {self.seat(login): Attendance(True, declaration) for login in logins}
        with self.by("coordinator") as work:
            attendances.record_attendance(work, self.case, self.item, seats)

    def sit(self):
        """Everybody sits at the table without an interest, whatever the state of the meeting."""
        with self.by("coordinator") as work:
            item = work.session.get_one(AgendaItem, self.item)
            for seat in item.seats:
                seat.attended, seat.declaration = True, Declaration.NO_INTEREST
            work.record(EventKind.ATTENDANCE_RECORDED, item)

    def leave(self, login):
        """Somebody declares an interest and leaves the room."""
        told = Attendance(True, Declaration.LEFT_ROOM, "a brother rents there")
        seat = self.seat(login)
        with self.by("coordinator") as work:
            attendances.record_attendance(work, self.case, self.item, {seat: told})

    def minute(self, kind="close", decision="We stop here.", **more):
        """Write the minutes of the item."""
        version, told = self.version(), Decided(kind, decision, **more)
        with self.by("coordinator") as work:
            minutes.write_minutes(
                work, self.case, self.item, version, "Said and asked.", told, "no_indication"
            )
