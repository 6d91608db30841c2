"""Coming in to read one's own calendar: by the secret of its address, and by nothing else."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from bureau.entry import Visitor, actor_of, reading
from bureau.model import CalendarFeed
from bureau.model.token import digest_of


def calendar_reader(factory: sessionmaker[Session], secret: str, now: datetime) -> Visitor | None:
    """Whose calendar `secret` opens now; None once it was taken back or its owner left."""
    with reading(factory) as store:
        row = store.scalar(select(CalendarFeed).where(CalendarFeed.digest == digest_of(secret)))
        if row is None or not row.usable(now):
            return None
        user = row.user
        actor = actor_of(user, row.id, now)
        return Visitor(actor, user.login, user.organisation.name, user.language)
