"""A piece of work: one actor, one moment, one purpose, one transaction, one trail."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.orm.exc import StaleDataError

from bureau import keys, outtakes, policy, standing, strength
from bureau.errors import AccessDenied, BureauError, Changed, NotFound
from bureau.model import Audited, Base, Case, Outcome, Signal, SupportFile
from bureau.model.base import new_id
from bureau.model.entity import folded
from bureau.policy import POLICY_VERSION, Actor, Permission
from bureau.rules.dates import civil_date
from bureau.rules.events import EventKind
from bureau.trust import trail
from bureau.trust.leaf import Line
from bureau.trust.shelter import watch_words

Kept = TypeVar("Kept", bound=Base)


@dataclass(frozen=True, slots=True)
class Work:
    """What every operation receives: the session, who acts, when, what for and by which way."""

    session: Session
    actor: Actor
    now: datetime
    purpose: str = ""
    request_id: str = ""
    via: str = ""

    @property
    def today(self) -> date:
        """The civil date of this piece of work."""
        return civil_date(self.now)

    def require(self, permission: Permission, record: Audited | None = None) -> None:
        """Stop unless the actor has `permission`, for `record` where it concerns one."""
        if not policy.permits(self.actor, permission, record):
            subject = trail.name(record) if record is not None else "-"
            raise AccessDenied(permission, subject)
        strength.note(self.session, self.actor, permission, self.now)
        standing.insist(self.session, permission, record, self.today)

    def insist_strong(self, act: str) -> None:
        """Stop where too little was shown at the door for this act of `strong_acts.toml`."""
        strength.insist(self.actor, act, self.now)

    def may(self, permission: Permission, record: Audited | None = None) -> bool:
        """Whether the actor has `permission`: to show or leave out what it would allow."""
        leave = policy.permits(self.actor, permission, record)
        return leave and standing.admits(self.session, permission, record, self.today)

    def case(self, case_id: UUID, permission: Permission) -> Case:
        """The case with this id, if the actor has `permission` for it."""
        found = self.session.get(Case, case_id)
        return self._unheld(self._allowed(found, permission, str(case_id)), permission)

    def case_called(self, reference: str, permission: Permission) -> Case:
        """The case with this reference, if the actor has `permission` for it."""
        found = self.session.scalar(select(Case).where(Case.reference == reference))
        return self._unheld(self._allowed(found, permission, folded(reference)), permission)

    def going(self, case_id: UUID, permission: Permission) -> Case:
        """The same, where leave to read is leave to write: not of one that is read and no more.

        In a joint case that ended, what its recipients owe and what is taken back goes on alone.
        """
        case = self.case(case_id, permission)
        standing.insist(self.session, Permission.CASE_STEP, case, self.today)
        return case

    def _unheld(self, case: Case, permission: Permission) -> Case:
        """The case, unless the victim track holds it and what is asked has to wait for that."""
        if permission in standing.PAUSED:
            self.insist_unheld(case)
        return case

    def told_why(self, case: Case) -> bool:
        """Whether the actor runs or decides the case, and so may know why it waits."""
        return any(policy.permits(self.actor, each, case) for each in standing.TOLD_WHY)

    def insist_unheld(
        self, case: Case, item: int | None = None, instead: str = standing.NOTED
    ) -> None:
        """Stop while the victim track holds the case, or the item of it with this number.

        Who neither runs nor decides the case learns that it waits and not why; `instead` says what
        is possible meanwhile.
        """
        standing.insist_unheld(
            self.session, case, item, self.today, told=self.told_why(case), instead=instead
        )

    def signal(self, signal_id: UUID, permission: Permission) -> Signal:
        """The signal with this id, if the actor has `permission` for it."""
        return self._allowed(self.session.get(Signal, signal_id), permission)

    def support_file(self, file_id: UUID, permission: Permission) -> SupportFile:
        """The support file with this id, if the actor has `permission` for it."""
        file = self._allowed(self.session.get(SupportFile, file_id), permission)
        standing.insist_helping(permission, file)
        return file

    def support_file_called(self, reference: str, permission: Permission) -> SupportFile:
        """The support file with this reference, if the actor has `permission` for it."""
        query = select(SupportFile).where(SupportFile.reference == reference)
        file: SupportFile = self._allowed(self.session.scalar(query), permission)
        standing.insist_helping(permission, file)
        return file

    def _allowed(self, record: Kept | None, permission: Permission, asked: str = "") -> Kept:
        if record is None:
            mark = keys.sought(asked) if asked else ""
            raise NotFound("There is nothing here that you may see.").marked(mark)
        self.require(permission, record)  # type: ignore[arg-type]
        # The session forgets a record that nobody holds, and would ask for it again.
        self.session.info.setdefault("in_hand", set()).add(record)
        return record

    def within(self, table: type[Kept], record_id: UUID, case: Case | SupportFile) -> Kept:
        """The record of `table` with this id in `case`; one of another case does not exist here."""
        record = self.session.get(table, record_id)
        owner = getattr(record, "case_id", None) or getattr(record, "file_id", None)
        if record is None or owner != case.id:
            raise NotFound("There is nothing here that you may see.")
        self.session.info.setdefault("in_hand", set()).add(record)
        return record

    def visible(self, permission: Permission, table: type[Any]) -> Select[Any]:
        """The records of `table` for which the actor has `permission`, as a query."""
        own = replace(self.actor, leases=frozenset())  # a lease opens one file and lists nothing
        leave = policy.visible(own, permission, table)
        return leave.where(standing.admitted(permission, table, self.today))

    def expect(self, record: Audited, version: int, yours: Mapping[str, object]) -> None:
        """Stop with the differences when `record` is no longer at `version`."""
        if record.version == version:
            return
        theirs = {field: getattr(record, field) for field in yours}
        raise Changed(
            [(f, _said(yours[f]), _said(theirs[f])) for f in yours if yours[f] != theirs[f]],
            where={"version": version, "now": record.version},
            hint="Read both texts, bring yours up to date and save again.",
        )

    def release(self) -> None:
        """Let go of the database while something long is computed; ask leave anew after it.

        With a change in hand the transaction is kept: it is all or nothing.
        """
        if not trail.touched(self.session):
            self.session.rollback()

    def undo(self) -> None:
        """Take back all that this piece of work did so far; what was only tried leaves no line."""
        self.session.rollback()
        trail.forget(self.session)

    def record(self, kind: EventKind, subject: object, **facts: Any) -> None:
        """Add a line to the trail, in this same transaction; what takes out stops at the quota."""
        strength.insist_looking(self.session, kind)
        self.session.flush()
        facts |= outtakes.counted(self.session, self.actor, kind, self.now)
        trail.say(self.session, self.line(kind, Outcome.DONE, subject, facts))

    def line(
        self, kind: EventKind, outcome: Outcome, subject: object, facts: dict[str, Any]
    ) -> Line:
        """A line of the trail about `subject`, in the name of this actor."""
        known = isinstance(subject, Base)
        scope = trail.scope(subject) if known else str(subject)
        if scope in {f"case:{key}" for key in self.actor.leases}:
            facts = {"leased": True, **facts}
        return Line(
            at=self.now.astimezone(UTC),
            kind=kind,
            outcome=outcome,
            subject=trail.name(subject) if known else str(subject),
            scope=scope,
            purpose=self.purpose,
            actor_id=self.actor.id,
            organisation_id=self.actor.organisation_id,
            session_id=self.actor.session_id,
            request_id=self.request_id,
            policy=POLICY_VERSION,
            facts={"via": self.via, **facts} if self.via else facts,
        )


def _said(value: object) -> str:
    return "" if value is None else str(value)


@contextmanager
def begin(
    factory: sessionmaker[Session],
    actor: Actor,
    now: datetime | None = None,
    *,
    purpose: str = "",
    request_id: str = "",
    via: str = "",
) -> Iterator[Work]:
    """Do all of it or none of it; a refusal is recorded although the work is undone.

    `via` says by which other way than the pages it comes: it stands in each line of the trail.
    """
    moment = now or datetime.now(UTC)
    label = request_id or new_id().hex
    try:
        with factory() as session:
            trail.watch(session)
            watch_words(session, actor.id, moment)
            yield Work(session, actor, moment, purpose, label, via)
            session.commit()  # leaving in any other way rolls back
    except StaleDataError:
        raise Changed([], hint="Open the page again and repeat your change.") from None
    except IntegrityError as clash:
        _refuse(factory, Work(session, actor, moment, purpose, label, via), _clash(clash))
        raise _clash(clash) from clash
    except BureauError as refusal:
        _refuse(factory, Work(session, actor, moment, purpose, label, via), refusal)
        raise


def _clash(_: IntegrityError) -> BureauError:
    return Changed([], hint="Somebody else did the same meanwhile; open the page again.")


def _refuse(factory: sessionmaker[Session], work: Work, refusal: BureauError) -> None:
    denied = isinstance(refusal, AccessDenied)
    kind = EventKind.ACCESS_DENIED if denied else EventKind.WORK_REFUSED
    subject = refusal.subject if isinstance(refusal, AccessDenied) else "-"
    facts = {"code": refusal.code, "message": refusal.template}
    if isinstance(refusal, AccessDenied):
        facts["permission"] = refusal.permission
    if refusal.sought:
        facts["mark"] = refusal.sought
    with factory() as session, trail.watch(session).begin():
        trail.say(session, work.line(kind, Outcome.REFUSED, subject, facts))
