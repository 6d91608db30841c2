"""Random rooms: what is projected follows from the rights of all who sit there, and nothing else.

Each room is looked at over the web, twice. The words on the screen are set against a reckoning of
its own, in plain sets; then everything withheld gets other words, and the bytes must be the same.
`python -m tests.campaigns.rooms` tries a dozen rooms, with `--full` five hundred.
"""

import random
import re
from datetime import time, timedelta
from types import SimpleNamespace

from bureau.model import (
    AgendaItem,
    Contribution,
    ContributionReader,
    DocumentReader,
    Paper,
    PaperReader,
    Seat,
)
from bureau.operations import contributions, documents, meetings, parties
from bureau.operations.sources import Learnt
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import CaseKind
from tests.bureau.operations.place import add_source, open_case
from tests.campaigns.place import command, house
from tests.conftest import NOW
from tests.walls import visiting

FEW, MANY = 12, 500
CHAIR = "coordinator"
MEMBERS = ("police", "tax", "customs", "prosecutor", "mayor", "officer")
ROOM = re.compile(r"\b(\d+) things? (?:is|are) withheld")
TOKEN = re.compile(r"zq\w+")
NONCE = re.compile(rb'nonce="[^"]*"')


class Rooms:
    """One meeting in session with as many items as there are rooms."""

    def __init__(self, place, client, seed):
        self.place, self.client, self.chance = place, client, random.Random(seed)  # noqa: S311 - a repeatable walk
        self.actors = {login: getattr(place.actors, login) for login in (CHAIR, *MEMBERS)}
        with self.work() as work:
            around = [self.actors[login] for login in MEMBERS]
            self.case = open_case(work, *around, kind=CaseKind.PARTNERSHIP, title="Rooms")
            self.source = add_source(work, self.case)
            day = work.today + timedelta(days=1)
            row = meetings.plan_meeting(work, self.case, "Rooms", day, "Raadhuis", "Wgs 2.22")
            work.session.flush()
            self.meeting = row.id
            row.state = "in_session"
            work.record(EventKind.MEETING_STEPPED, row)

    def work(self, login=CHAIR):
        return self.place.work_of(self.actors[login])

    def some(self, of, share=0.6):
        return {one for one in of if self.chance.random() < share}

    def build(self, number):
        """A room: its seats, what lies on the table, and what every seat may read of it."""
        admitted = {CHAIR, *self.some(MEMBERS, 0.8)}
        room = SimpleNamespace(number=number, rights={}, tokens={})
        with self.work() as work:
            room.item = self._item(work, number, admitted)
            seats = {seat.user_id: seat for seat in room.item.seats}
            by_login = {who: seats[self.actors[who].id] for who in admitted}
            room.away = self.some(admitted, 0.15)
            room.left = self.some(admitted - room.away, 0.15)
            room.out = self.some(admitted - room.away - room.left, 0.15)
            for who, seat in by_login.items():
                self._sit(seat, who, room)
            for count in range(self.chance.randint(0, 3)):
                self._paper(work, room, by_login, count)
            for count in range(self.chance.randint(0, 4)):
                self._contribution(work, room, by_login, count)
            work.record(EventKind.ITEM_ADDED, room.item)
            room.id = room.item.id
        self._recall(room)
        room.present = admitted - room.away - room.left - room.out
        return room

    def _item(self, work, number, admitted):
        item = AgendaItem(
            case_id=self.case,
            meeting_id=self.meeting,
            number=number,
            title=f"Item {number}",
            question="What now?",
            phase="P3",
            basis="x",
        )
        item.seats = [
            Seat(case_id=self.case, user_id=self.actors[who].id, admitted_because="own task")
            for who in sorted(admitted)
        ]
        work.session.add(item)
        work.session.flush()
        return item

    def _sit(self, seat, who, room):
        seat.attended = who not in room.away
        if not seat.attended:
            return
        seat.declaration = "left_room" if who in room.left else "no_interest"
        seat.came_at = time(14)
        seat.left_at = time(15) if who in room.out else None

    def _paper(self, work, room, seats, count):
        token = f"zqp{room.number}x{count}"
        readers = {CHAIR, *self.some(seats)}
        paper = Paper(case_id=self.case, basis="x", added_at=NOW)
        may = set(readers)
        if self.chance.random() < 0.5:
            learnt = Learnt(self.source)
            paper.entity = parties.record_company(work, self.case, learnt, name=token)
        else:
            named = self.some(seats, 0.7)
            shut = self.chance.random() < 0.5
            paper.document = self._document(work, token, named if shut else None)
            may = readers & named if shut else readers
        paper.item = room.item
        paper.readers = [PaperReader(case_id=self.case, seat=seats[who]) for who in readers]
        work.session.add(paper)
        work.session.flush()
        room.rights[token] = {who for who in may if who not in room.left}
        room.tokens[token] = ("paper", paper.id)

    def _document(self, work, title, named):
        content = title.encode()
        made = documents.add_document(work, self.case, "x.txt", content, title=title, kind="other")
        made.restricted = named is not None
        made.readers = [
            DocumentReader(case_id=self.case, user_id=self.actors[who].id, reason="x")
            for who in named or ()
        ]
        work.session.flush()
        return made

    def _contribution(self, work, room, seats, count):
        token = f"zqc{room.number}x{count}"
        by = self.chance.choice(sorted(seats))
        readers = self.some(seats)
        body = self.actors[by].organisation_id
        row = Contribution(
            case_id=self.case,
            item=room.item,
            organisation_id=body,
            brought_by_id=self.actors[by].id,
            brought_at=NOW,
            text=f"We saw {token} there.",
            handling="H0",
            category="supervision",
            phase="P3",
            basis="x",
            facts=[],
        )
        row.readers = [ContributionReader(case_id=self.case, seat=seats[who]) for who in readers]
        work.session.add(row)
        work.session.flush()
        own = {who for who in seats if self.actors[who].organisation_id == body}
        room.rights[token] = own | {who for who in readers if who not in room.left}
        room.tokens[token] = ("contribution", row.id, by)

    def _recall(self, room):
        """Some contributions are recalled: they count for nothing, not even as withheld."""
        brought = [one for one, what in room.tokens.items() if what[0] == "contribution"]
        for token in sorted(self.some(brought, 0.2)):
            _, key, by = room.tokens.pop(token)
            del room.rights[token]
            with self.work(by) as work:
                contributions.recall_contribution(work, self.case, key, "to be checked")

    def projected(self, room):
        answer = self.client.get(f"/cases/{self.case}/items/{room.id}/room")
        return answer.status_code, NONCE.sub(b"", answer.data)

    def disguise(self, room, shown):
        """Give everything withheld other words."""
        with self.work() as work:
            for token in room.tokens.keys() - shown:
                kind, key, *_ = room.tokens[token]
                if kind == "contribution":
                    work.session.get_one(Contribution, key).text = "Quite another matter."
                    continue
                paper = work.session.get_one(Paper, key)
                if paper.entity:
                    paper.entity.label = "Another name"
                else:
                    paper.document.title = "Another title"
            work.record(EventKind.ITEM_READ, work.session.get_one(AgendaItem, room.id))


def wrong(rooms, room):
    """What is wrong with one room."""
    status, page = rooms.projected(room)
    if not room.present:
        return [] if status == 409 else [f"room {room.number}: empty, yet {status}"]
    expected = {token for token, who in room.rights.items() if room.present <= who}
    said = page.decode()
    found = set(TOKEN.findall(said))
    if found != expected:
        return [f"room {room.number}: shows {sorted(found ^ expected)} wrongly"]
    number = ROOM.search(said)
    if not number or int(number[1]) != len(room.rights) - len(expected):
        return [f"room {room.number}: counts {number and number[1]} withheld"]
    rooms.disguise(room, expected)
    again = rooms.projected(room)[1]
    return [] if again == page else [f"room {room.number}: withheld words change the screen"]


def run(count, seed=1):
    """Try so many random rooms; what was found wrong."""
    with visiting.quick_folder() as folder, house(folder) as place:
        with place.factory.begin() as session:
            visiting.give_passwords(session)
        app = visiting.open_house(folder)
        client = app.test_client()
        client.sign_in(CHAIR)
        client.send("/language", {"language": "en", "next": "/"})
        rooms = Rooms(place, client, seed)
        found = [line for number in range(count) for line in wrong(rooms, rooms.build(number + 1))]
        visiting.close_house(app)
        return found


def short():
    """A dozen rooms."""
    return run(FEW)


def full():
    """Five hundred rooms."""
    return run(MANY)


if __name__ == "__main__":
    command("rooms", short, full)
