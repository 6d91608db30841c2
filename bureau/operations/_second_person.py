"""What a second person is asked to agree to, and whether that person's answer would count now."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.model import ApprovalRequest, Audited, Case, Event, SupportFile, Token, User
from bureau.policy import Actor, Permission, permits
from bureau.rules.approvals import Act, Asked, Ground, Second, Who, acts, objection
from bureau.rules.events import EventKind
from bureau.trust import trail
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class Thing:
    """What is asked: in which file, what it says, who made it, and to whom it gives something.

    `reviewed` are those who had a hand in what it judges anew.
    """

    file: Case | SupportFile | None
    says: Mapping[str, object]
    made_by: User
    given_to: UUID | None = None
    reviewed: frozenset[UUID] = frozenset()


Answered = Callable[[Work, ApprovalRequest, Any], None]


def _nothing(work: Work, request: ApprovalRequest, record: Audited) -> None:
    """The answer alone is what counts: the record says what it said."""


def _whole(record: Any) -> tuple[str, ...]:  # noqa: ARG001 - most have nothing beside the pages
    return ()


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record that needs a second person: while it `waits`, and what an answer does.

    `at_once` says that the approval itself carries it out; `paper` that only who opened its pages
    has seen it; `parts` gives the digests of the files beside those pages, each to be opened too.
    """

    table: type[Any]
    act: Callable[[Any], str]
    thing: Callable[[Work, Any], Thing]
    waits: Callable[[Any], bool]
    agreed: Answered = _nothing
    turned_down: Answered = _nothing
    at_once: bool = False
    paper: bool = False
    parts: Callable[[Any], tuple[str, ...]] = _whole


def digest_of(act: str, says: Mapping[str, object]) -> str:
    """SHA-256 over the canonical text of exactly what is asked."""
    told = {"act": act, "says": says}
    text = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(text.encode()).hexdigest()


def objection_to(
    work: Work, kind: Kind, row: ApprovalRequest, record: Audited, *, opened: bool | None = None
) -> Ground | None:
    """Why an approval by whoever acts would not count now; None where it does."""
    act = acts().row(row.act, work.today)
    thing = kind.thing(work, record)
    seen = _opened(work, row) if opened is None else opened
    second = Second(
        person=work.actor.id,
        organisation=work.actor.organisation_id,
        leave=_has_leave(work, act, thing, work.session.get(User, work.actor.id)),
        program=_by_program(work),
        opened=seen,
        concerned=work.actor.id == thing.given_to,
        elsewhere=_elsewhere(work, act, row, thing),
        reviewed=work.actor.id in thing.reviewed,
    )
    return objection(act, as_asked(work, kind, row, record), second, work.now)


def as_asked(work: Work, kind: Kind, row: ApprovalRequest, record: Audited) -> Asked:
    """A request as the rule sees it now."""
    same = unchanged(work, kind, row, record)
    return Asked(row.state, row.asked_by_id, row.organisation_id, row.expires_at, same)


def unchanged(work: Work, kind: Kind, row: ApprovalRequest, record: Audited) -> bool:
    """Whether the record is at the version, and says to the letter, what was asked."""
    work.session.flush()
    same = row.digest == digest_of(row.act, kind.thing(work, record).says)
    return same and record.version == (row.settled_version or row.subject_version)


def _opened(work: Work, row: ApprovalRequest) -> bool:
    """Whether the trail holds a look of this person at what has this digest."""
    return any(facts.get("digest") == row.digest for facts in _looks(work, row))


def unopened(work: Work, kind: Kind, row: ApprovalRequest, record: Audited) -> tuple[int, ...]:
    """The parts, by number, that this person has not opened in the rendition that is asked."""
    if not (parts := kind.parts(record)):
        return ()
    seen = {facts.get("part") for facts in _looks(work, row) if facts.get("of") == row.digest}
    return tuple(number for number, part in enumerate(parts, 1) if part not in seen)


def _looks(work: Work, row: ApprovalRequest) -> Iterable[Mapping[str, Any]]:
    query = select(Event.facts).where(
        Event.subject == trail.name(row),
        Event.kind == EventKind.APPROVAL_READ,
        Event.actor_id == work.actor.id,
    )
    return work.session.scalars(query).all()


def _by_program(work: Work) -> bool:
    key = work.actor.session_id
    return key is not None and work.session.get(Token, key) is not None


def still_stands(work: Work, kind: Kind, row: ApprovalRequest, record: Audited) -> bool:
    """Whether whoever approved still has leave for it, with an account that opens."""
    giver = work.session.get(User, row.settled_by_id) if row.settled_by_id else None
    act = acts().row(row.act, work.today)
    return _has_leave(work, act, kind.thing(work, record), giver)


def _has_leave(work: Work, act: Act, thing: Thing, user: User | None) -> bool:
    """Whether the account opens and has leave now, whatever it had when the work began."""
    if user is None or not user.opens(work.today):
        return False
    actor = Actor(user.id, user.organisation_id, user.held(work.today))
    return permits(actor, Permission(act.permission), thing.file)


def _elsewhere(work: Work, act: Act, row: ApprovalRequest, thing: Thing) -> bool:
    """Whether the policy has somebody of another organisation for this file."""
    if act.second is not Who.ELSEWHERE or thing.file is None:
        return False
    return any(
        member.user.organisation_id != row.organisation_id
        and _has_leave(work, act, thing, member.user)
        for member in thing.file.members
    )
