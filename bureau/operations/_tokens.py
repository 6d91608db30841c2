"""What the victim track told a case: whether it checked, and until when the case is held."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from bureau.model import Case, Organisation, SafetyHold
from bureau.rules.partners import may_join_person_items
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class Token:
    """All that another track is told: checked or not, held until when, for which item if any.

    Who neither runs nor decides the case is told the day alone: `checked` is false for them.
    """

    checked: bool
    until: date | None
    stands: bool
    item: int | None


def holds_of(work: Work, case: Case) -> list[SafetyHold]:
    """Every token of a case, in the order in which they came."""
    query = select(SafetyHold).where(SafetyHold.case_id == case.id)
    return list(work.session.scalars(query.order_by(SafetyHold.set_on, SafetyHold.id)))


def tokens_of(work: Work, case: Case) -> tuple[Token, ...]:
    """What this reader of the case may know of them; who is no participant, nothing."""
    rows = [row for row in holds_of(work, case) if row.released_on is None]
    if not rows or not _inside(work, case):
        return ()
    if work.told_why(case):
        return tuple(Token(r.checked, r.until, r.stands(work.today), r.item) for r in rows)
    until = _last(row for row in rows if row.item is None and row.stands(work.today))
    return (Token(checked=False, until=until, stands=True, item=None),) if until else ()


def waits(work: Work, case: Case, item: int | None = None) -> date | None:
    """Until when the case, or this item, waits for its reader; None where not, or not told."""
    rows = [row for row in holds_of(work, case) if row.stands(work.today)]
    until = _last(row for row in rows if row.item in (None, item))
    return until if until and _inside(work, case) else None


def _last(rows: Iterable[SafetyHold]) -> date | None:
    return max((row.until for row in rows if row.until), default=None)


def _inside(work: Work, case: Case) -> bool:
    """Whether the body of this reader is a participant; a screening is of one house alone."""
    if case.kind is not CaseKind.PARTNERSHIP:
        return True
    body = work.session.get_one(Organisation, work.actor.organisation_id)
    return may_join_person_items(body.kind, work.today)
