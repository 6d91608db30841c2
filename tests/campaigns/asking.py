"""Two towns in which things wait for a second person, and a model of who may agree to what."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.entry import actor_of
from bureau.errors import NotAllowed
from bureau.model import (
    ApprovalRequest,
    Event,
    Organisation,
    SupportDossier,
    SupportMember,
    User,
    UserRole,
)
from bureau.operations import _approving, approvals, holds, members, rotations, supports, tokens
from bureau.operations._dossier_approvals import PLAN
from bureau.operations._house_approvals import ROTATION
from bureau.operations.holds import LIFTING
from bureau.policy import Actor, Permission
from bureau.rules.approvals import acts
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Language, Role
from tests.bureau.operations.road import Road
from tests.campaigns.place import House
from tests.conftest import NOW, give_clearances

PEOPLE = ("officer", "second", "second2", "admin", "admin2", "admin3", "care", "care2", "care3")
# What can happen to something that two people agreed to, before it is used.
CHANGES = ("edit", "edit back", "account", "role", "withdraw", "late", "used")
LIVES = {row.code: timedelta(days=row.days) for row in acts()}


@dataclass
class Thing:
    """What waits, and what the model knows of it."""

    code: str
    kind: Any
    askers: tuple[str, ...]
    seconds: tuple[str, ...]
    key: UUID | None = None
    content: int = 0
    state: str = ""
    asker: str = ""
    asked_content: int = -1
    expires: datetime = NOW
    request: UUID | None = None
    seen: set[str] = field(default_factory=set)
    giver: str = ""


def town(place: House) -> "Kept":
    """The people and the things of the campaign."""
    return Kept(place)


class Kept:
    """Acts in the database, and the same in the model beside it."""

    def __init__(self, place: House) -> None:
        self.place, self.now = place, NOW
        self.people: dict[str, Actor] = {}
        self.shut: set[str] = set()
        self.bare: set[str] = set()
        self.keys: dict[str, UUID] = {}
        self._settle_in()
        self.things = (
            Thing("lift_hold", LIFTING, ("officer",), ("second", "second2")),
            Thing("key_rotation", ROTATION, ("admin", "admin2"), ("admin", "admin2")),
            Thing("issue_victim", PLAN, ("care", "care2", "care3"), ("care", "care2", "care3")),
            Thing("key_rotation", ROTATION, ("admin3",), ("admin3",)),
        )

    def _settle_in(self) -> None:
        added = (
            *(("second2", Role.REVIEWER, "havermonde"), ("admin2", Role.ADMIN, "havermonde")),
            *(("admin3", Role.ADMIN, "elsewhere"), ("care2", Role.CARE, "support")),
            ("care3", Role.CARE, "help"),
        )
        with self.place.factory.begin() as session:
            session.add(Organisation(code="help", name="Hulp", kind="NGO"))
            session.flush()
            for login, role, code in added:
                body = session.scalars(select(Organisation).where(Organisation.code == code)).one()
                user = User(login=login, name=login.title(), organisation=body)
                user.roles = [UserRole(role=role)]
                session.add(user)
            session.flush()
            give_clearances(session, "the campaign")
        with self.place.factory() as session:
            for user in session.scalars(select(User).where(User.login.in_(PEOPLE))):
                self.people[user.login] = actor_of(user)
        for login, actor in self.people.items():
            with self.place.work_of(actor) as work:
                self.keys[login] = tokens.issue_token(work, "four eyes campaign", 30).line.id
        self._files()

    def _files(self) -> None:
        road = Road(self.place.work_of, self.place.actors)
        with road.by("officer") as work:
            members.share_case(work, road.id, "second2", "second reader", "four eyes")
        self.case_id = road.id
        with self.place.work_of(self.people["care"]) as work:
            file = supports.open_file(work, "Linde-4", "bericht op dinsdag", "rust")
            work.session.flush()
            self.file_id = file.id
            for login in ("care2", "care3"):
                row = SupportMember(
                    file_id=file.id, user_id=self.people[login].id, capacity="s", since=work.today
                )
                work.session.add(row)
            work.record(EventKind.SUPPORT_SHARED, file)

    def work(self, login: str, program: bool = False):
        """A piece of work of one of the people, perhaps by a program of theirs."""
        actor = self.people[login]
        return self.place.work_of(
            replace(actor, session_id=self.keys[login]) if program else actor, self.now
        )

    def begin(self) -> None:
        """Another story: every account opens, and each thing is there."""
        for login in tuple(self.shut):
            self.turn_account(login)
        for login in tuple(self.bare):
            self.turn_role(login)
        for thing in self.things:
            if thing.key is None:
                self._renew(thing)

    def _renew(self, thing: Thing) -> None:
        if thing.code == "lift_hold":
            with self.work("officer") as work:
                thing.key = holds.set_hold(work, self.case_id, "a claim").id
        elif thing.code == "issue_victim":
            thing.key = self._draft()
        else:
            thing.key = self.people[thing.askers[0]].organisation_id
        thing.state, thing.content, thing.request = "", 0, None
        thing.asker = thing.giver = ""

    def _draft(self) -> UUID:
        with self.work("care") as work:
            file = work.support_file(self.file_id, Permission.SUPPORT_DOSSIER)
            number = len(work.session.scalars(select(SupportDossier.id)).all()) + 1
            made = {"recipient": "Zorg", "basis": "AVG", "pdf": b"%PDF", "picture": b"PNG"}
            kept = SupportDossier(
                file=file,
                number=number,
                language=Language.NL,
                state="prepared",
                content_sha256="0" * 64,
                pdf_sha256="0" * 64,
                pages=1,
                asked_by_id=work.actor.id,
                asked_at=work.now,
                **made,
            )
            work.session.add(kept)
            work.record(EventKind.DOSSIER_PREPARED, kept)
            return kept.id

    # Who does it

    def asker(self, who: int, what: int) -> str:
        """Somebody who may ask this, three times in four."""
        thing = self.things[what]
        return self._drawn(who, [one for one in thing.askers if self._allowed(one, thing)])

    def second(self, who: int, what: int) -> str:
        """Somebody who might agree to this, three times in four."""
        thing = self.things[what]
        fit = [one for one in thing.seconds if self.leave(one, thing) and one != thing.asker]
        return self._drawn(who, [one for one in fit if not self._elsewhere(one, thing)] or fit)

    def _drawn(self, who: int, some: list[str]) -> str:
        place, other = divmod(who, 4)
        return some[place % len(some)] if some and other != 3 else PEOPLE[place % len(PEOPLE)]

    def asked_by(self, what: int) -> str:
        """Who asked what stands open now; nobody where nothing does."""
        thing = self.things[what]
        return thing.asker if thing.state in ("waiting", "approved") else ""

    def ready(self, what: int) -> bool:
        """Whether two have agreed to exactly what is there, so that it can be used now."""
        return any(self.may_use(one, what) for one in self.things[what].askers)

    def agreeable(self) -> list[tuple[str, int]]:
        """Who could agree to what now, as far as the model knows."""
        return [
            (login, what)
            for what, thing in enumerate(self.things)
            for login in thing.seconds
            if not self.why(login, what, program=False, stale=False)
        ]

    def change(self, what: int, change: str) -> None:
        """Change something about what two people agreed to."""
        thing = self.things[what]
        match change:
            case "edit" | "edit back":
                self.edit(what, back=change == "edit back")
            case "account":
                self.turn_account(thing.giver)
            case "role":
                self.turn_role(thing.giver)
            case "withdraw":
                self.withdraw(thing.asker, what)
            case "late":
                self.now = thing.expires
            case "used":
                self.use(next(one for one in thing.askers if self.may_use(one, what)), what)
                thing.state = "used"

    def change_back(self, what: int, change: str) -> None:
        """Who was let go comes back, and what was used makes room for the next."""
        thing = self.things[what]
        if change == "account":
            self.turn_account(thing.giver)
        elif change == "role":
            self.turn_role(thing.giver)
        elif change == "used":
            self.used(what)

    def _allowed(self, login: str, thing: Thing) -> bool:
        return login in thing.askers and login not in self.shut | self.bare

    def turn(self, who: int, role: bool) -> None:
        """Somebody leaves, loses a role, or comes back; often nobody does."""
        login = PEOPLE[who % len(PEOPLE)]
        if login in self.shut:
            self.turn_account(login)
        elif login in self.bare:
            self.turn_role(login)
        elif who % 6 == 0:
            (self.turn_role if role else self.turn_account)(login)

    # What people do

    def ask(self, login: str, what: int) -> None:
        thing = self.things[what]
        if not self._allowed(login, thing):
            raise NotAllowed("Not theirs to ask.")
        if thing.kind.paper and thing.giver and self.may_ask(login, what):
            self._renew(thing)  # pages that were agreed to once are made anew
        with self.work(login) as work:
            if thing.code == "key_rotation":
                row = rotations.ask_rotation(work, "seal", "once a year")
            else:
                row = _approving.ask(work, thing.kind, self._record(work, thing), "why")
            work.session.flush()
            thing.request = row.id
        thing.state, thing.asker, thing.seen = "waiting", login, set()
        thing.asked_content, thing.giver = thing.content, ""
        thing.expires = self.now + LIVES[thing.code]

    def open(self, login: str, what: int) -> None:
        thing = self.things[what]
        with self.work(login) as work:
            if thing.kind.paper and self._asked(thing):
                work.support_file(self.file_id, Permission.SUPPORT_DOSSIER)
                _approving.look(work, thing.kind, self._record(work, thing))
            else:
                approvals.open_request(work, self._asked(thing))

    def opened(self, login: str, what: int) -> None:
        """Whoever looked may answer; a look at what changed voids the question."""
        thing = self.things[what]
        if thing.state in ("waiting", "approved") and thing.content != thing.asked_content:
            thing.state = "void"
        thing.seen.add(login)

    def approve(self, login: str, what: int, program: bool, stale: bool) -> None:
        thing = self.things[what]
        with self.work(login, program) as work:
            row = work.session.get(ApprovalRequest, self._asked(thing))
            approvals.approve(work, row.id, row.version, "0" * 64 if stale else row.digest)

    def approved(self, login: str, what: int) -> None:
        """The model after an approval."""
        thing = self.things[what]
        thing.state, thing.giver = "approved", login
        if thing.kind.at_once:
            self._renew(thing)

    def refuse(self, login: str, what: int) -> None:
        thing = self.things[what]
        with self.work(login) as work:
            row = work.session.get(ApprovalRequest, self._asked(thing))
            approvals.refuse(work, row.id, row.version, "no")
        thing.state = "refused"
        if thing.kind.paper:
            self._renew(thing)

    def withdraw(self, login: str, what: int) -> None:
        thing = self.things[what]
        with self.work(login) as work:
            row = work.session.get(ApprovalRequest, self._asked(thing))
            approvals.withdraw(work, row.id, row.version)
        thing.state = "withdrawn"

    def use(self, login: str, what: int) -> None:
        thing = self.things[what]
        if not self._allowed(login, thing) or thing.kind.at_once:
            raise NotAllowed("Not theirs to use.")
        with self.work(login) as work:
            if thing.code == "key_rotation":
                rotations.use_rotation(work, "seal")
            else:
                record = self._record(work, thing)
                _approving.use(work, thing.kind, record)
                record.state = "issued"
                work.record(EventKind.DOSSIER_ISSUED, record)

    def used(self, what: int) -> None:
        """The model after an approval was used: the next thing comes."""
        thing = self.things[what]
        thing.state = "used"
        if thing.kind.paper:
            self._renew(thing)

    def edit(self, what: int, *, back: bool = False) -> None:
        """Change what is asked; `back` makes it say again what it said."""
        thing = self.things[what]
        for turn in (1, -1) if back else (1,):
            with self.place.work_of(self._maker(thing), self.now) as work:
                record = self._record(work, thing)
                if thing.code == "lift_hold":
                    record.lifted_reason = f"reason {thing.content + turn}"
                elif thing.kind.paper:
                    record.pages += turn
                else:
                    told = record.name.split(" #")
                    record.name = f"{told[0]} #{int((told[1:] or ['0'])[0]) + turn}"
                work.record(EventKind.CASE_CHANGED, record)
        for other in self.things:
            other.content += other.key == thing.key

    def turn_account(self, login: str) -> None:
        with self.place.factory.begin() as session:
            user = session.scalars(select(User).where(User.login == login)).one()
            user.active = not user.active
        self.shut ^= {login}

    def turn_role(self, login: str) -> None:
        role = next(iter(self.people[login].roles))
        with self.place.factory.begin() as session:
            user = session.scalars(select(User).where(User.login == login)).one()
            user.roles = [] if user.roles else [UserRole(role=role)]
        self.bare ^= {login}

    def wait(self, days: int) -> None:
        self.now += timedelta(days=days, minutes=1)

    # What the model says

    def leave(self, login: str, thing: Thing) -> bool:
        """Whether this person has leave for it now."""
        return login in thing.seconds and login not in self.shut | self.bare

    def may_ask(self, login: str, what: int) -> bool:
        """Whether this is theirs to ask, and nothing waits or stands open of what is there now."""
        thing = self.things[what]
        stands = thing.state in ("waiting", "approved") and self.now < thing.expires
        same = thing.content == thing.asked_content
        return self._allowed(login, thing) and not (stands and same)

    def _elsewhere(self, login: str, thing: Thing) -> bool:
        """Whether somebody of another organisation should answer instead of this person."""
        house = {name: actor.organisation_id for name, actor in self.people.items()}
        if thing.code != "issue_victim" or not thing.asker or house[login] != house[thing.asker]:
            return False
        return any(
            house[one] != house[thing.asker] and self.leave(one, thing) for one in thing.seconds
        )

    def why(self, login: str, what: int, *, program: bool, stale: bool) -> str:
        """What forbids this approval, as the model knows it; empty where nothing does."""
        thing = self.things[what]
        forbids: Mapping[str, bool] = {
            "a program agreed": program,
            "the digest was replayed": stale,
            "it did not wait": thing.state != "waiting",
            "it ran out": self.now >= thing.expires,
            "it changed": thing.content != thing.asked_content,
            "they asked it themselves": login == thing.asker,
            "they have no leave": not self.leave(login, thing),
            "they never opened it": login not in thing.seen,
            "somebody of another organisation was there": self._elsewhere(login, thing),
        }
        return next((name for name, holds_ in forbids.items() if holds_), "")

    def may_use(self, login: str, what: int) -> bool:
        """Whether an approval of exactly this is there, and fresh."""
        thing = self.things[what]
        if not self._allowed(login, thing) or thing.kind.at_once:
            return False
        fresh = thing.state == "approved" and self.now < thing.expires
        same = thing.content == thing.asked_content
        return fresh and same and self.leave(thing.giver, thing)

    def faults(self) -> list[str]:
        """What the database itself holds against the rule, after everything."""
        found = []
        with self.place.factory() as session:
            lines = session.scalars(select(Event).order_by(Event.seq)).all()
            rows = {
                f"approval_request:{row.id}": row
                for row in session.scalars(select(ApprovalRequest))
            }
        seen, used = set(), set()
        for line in lines:
            mark = (line.subject, line.actor_id, line.facts.get("digest"))
            if line.kind == EventKind.APPROVAL_READ:
                seen.add(mark)
            if line.kind == EventKind.APPROVAL_GIVEN:
                found += ["a self-approval"] * (rows[line.subject].asked_by_id == line.actor_id)
                found += ["an approval unread"] * (mark not in seen)
            if line.kind == EventKind.APPROVAL_USED:
                found += ["used twice"] * (line.subject in used)
                used.add(line.subject)
        return found

    def administrators(self, count: int) -> list[Actor]:
        """So many more administrators of the house."""
        with self.place.factory.begin() as session:
            house = self.place.actors.admin.organisation_id
            made = []
            for number in range(count):
                user = User(login=f"many{number}", name=f"Many {number}", organisation_id=house)
                user.roles = [UserRole(role=Role.ADMIN)]
                session.add(user)
                made.append(user)
            session.flush()
            return [actor_of(user) for user in made]

    def _asked(self, thing: Thing) -> UUID:
        if thing.request is None:
            raise NotAllowed("Nothing was asked yet.")
        return thing.request

    def _record(self, work: Any, thing: Thing) -> Any:
        return work.session.get_one(thing.kind.table, thing.key)

    def _maker(self, thing: Thing) -> Actor:
        return self.people[thing.askers[0]]
