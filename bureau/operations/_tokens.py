"""What the victim track told a case: whether it checked, and until when the case is held."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from bureau.model import Case, SafetyHold
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class Token:
    """All that another track is told: checked or not, held until when, for which item if any."""

    checked: bool
    until: date | None
    stands: bool
    item: int | None


def holds_of(work: Work, case: Case) -> list[SafetyHold]:
    """Every token of a case, in the order in which they came."""
    query = select(SafetyHold).where(SafetyHold.case_id == case.id)
    return list(work.session.scalars(query.order_by(SafetyHold.set_on, SafetyHold.id)))


def tokens_of(work: Work, case: Case) -> tuple[Token, ...]:
    """What a reader of the case may know of them."""
    rows = [row for row in holds_of(work, case) if row.released_on is None]
    return tuple(Token(r.checked, r.until, r.stands(work.today), r.item) for r in rows)
