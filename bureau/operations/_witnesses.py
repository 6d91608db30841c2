"""Which witnesses are trusted."""

from sqlalchemy import select

from bureau.model import Witness
from bureau.work import Work


def trusted(work: Work) -> list[Witness]:
    """The witnesses that are trusted now, by name."""
    query = select(Witness).where(Witness.ended_at.is_(None)).order_by(Witness.name)
    return list(work.session.scalars(query))
