"""What reaches people outside the pages: a calendar that a program reads, and daily reminders."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Base, Identified
from bureau.model.organisation import User
from bureau.rules.dates import civil_date


class CalendarFeed(Identified, Base):
    """An address under which a calendar program reads one person's terms; kept as a digest.

    It answers up to and including the day on which it ends.
    """

    __tablename__ = "calendar_feed"

    digest: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), index=True)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    issued_at: Mapped[datetime]
    ends_on: Mapped[date]
    revoked_at: Mapped[datetime | None]
    user: Mapped[User] = relationship(lazy="joined")

    def usable(self, now: datetime) -> bool:
        """Whether it still stands for its owner, in the organisation it was made for."""
        owner, today = self.user, civil_date(now)
        placed = owner.opens(today) and owner.organisation_id == self.organisation_id
        return placed and self.revoked_at is None and today <= self.ends_on


class Reminder(Identified, Base):
    """That somebody was reminded on a day: never twice."""

    __tablename__ = "reminder"
    __table_args__ = (UniqueConstraint("user_id", "day"),)

    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    day: Mapped[date]
    clocks: Mapped[int]
    tasks: Mapped[int]
    at: Mapped[datetime]
