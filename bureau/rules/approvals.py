"""Which acts need a second person, who that may be, and why an answer does not count."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from bureau.rules.tables import NO_TEXTS, Row, Table, Texts, table

HUNDRED = 100
LOT = 16  # hexadecimal digits of a digest that make one lot


class ApprovalState(StrEnum):
    """Where a request stands; it ends refused, withdrawn, void or used, and never begins again."""

    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    VOID = "void"
    USED = "used"


OPEN = frozenset((ApprovalState.WAITING, ApprovalState.APPROVED))


class Who(StrEnum):
    """Who may be the second person, besides being another one with the permission."""

    ANYBODY = "anybody"
    HOUSE = "house"
    ELSEWHERE = "elsewhere"


class Ground(StrEnum):
    """Why an answer, or the use of one, does not count."""

    STATE = "approval_state"
    EXPIRED = "approval_expired"
    CHANGED = "approval_changed"
    SELF = "two people"
    CONCERNED = "concerned"
    LINE = "reporting_line"
    REVIEWED = "first_decision"
    PROGRAM = "no_program"
    LEAVE = "approval_leave"
    HOUSE = "own_house"
    ELSEWHERE = "other_organisation"
    UNOPENED = "opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(Row):
    """An act by its code: the permission of the second person, who it may be, for how long."""

    name: Texts
    permission: str
    second: Who
    days: int
    reviewed: int
    why: Texts = NO_TEXTS


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked: by whom, until when, and whether it is still exactly what is there."""

    state: ApprovalState
    person: UUID
    organisation: UUID
    expires_at: datetime
    unchanged: bool


@dataclass(frozen=True, slots=True)
class Second:
    """Whoever answers: with leave now, by a program, and whether they opened exactly this.

    `concerned` says that the act gives something to that very person; `elsewhere` that the policy
    has somebody of another organisation for it; `same_line` that one of the two reports to the
    other, where the house records that; `reviewed` that this person took or agreed to the very
    decision that is judged anew.
    """

    person: UUID
    organisation: UUID
    leave: bool
    program: bool
    opened: bool
    concerned: bool = False
    elsewhere: bool = False
    same_line: bool = False
    reviewed: bool = False


def acts() -> Table[Act]:
    """The acts that need a second person."""
    return table("approvals", Act)


def unsettled(asked: Asked, now: datetime, wanted: ApprovalState) -> Ground | None:
    """Why a request cannot go on from `wanted` now; None where it can."""
    if asked.state is not wanted:
        return Ground.STATE
    if now >= asked.expires_at:
        return Ground.EXPIRED
    return None if asked.unchanged else Ground.CHANGED


def objection(act: Act, asked: Asked, second: Second, now: datetime) -> Ground | None:
    """Why the approval of `second` would not count; None where it does."""
    theirs = second.organisation == asked.organisation
    against = {
        Ground.PROGRAM: second.program,
        Ground.SELF: second.person == asked.person,
        Ground.CONCERNED: second.concerned,
        Ground.LINE: second.same_line,
        Ground.REVIEWED: second.reviewed,
        Ground.HOUSE: act.second is Who.HOUSE and not theirs,
        Ground.LEAVE: not second.leave,
        Ground.ELSEWHERE: act.second is Who.ELSEWHERE and theirs and second.elsewhere,
        Ground.UNOPENED: not second.opened,
    }
    first = next((ground for ground, holds in against.items() if holds), None)
    return unsettled(asked, now, ApprovalState.WAITING) or first


def drawn(act: Act, lot: str) -> bool:
    """Whether a lot, a digest in hexadecimal digits, takes this approval into the sample."""
    return int(lot[:LOT], 16) * HUNDRED < act.reviewed << (4 * LOT)


def reviewer_of(lot: str, count: int) -> int:
    """Which of so many reviewers the lot falls on, from 0."""
    return int(lot[LOT : 2 * LOT], 16) % count
