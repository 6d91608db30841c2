"""A file of a colleague opened for a while: for which task, why, and who reviewed it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.case import Case
from bureau.model.organisation import User


class FileLease(Audited, Base):
    """Somebody reads a case outside their tasks until `until_at`, and changes nothing in it.

    An `urgent` one has no task: a second person confirms it, and an auditor says by `due_on`
    whether it was justified. `task` is the reference of the own case that says why.
    """

    __tablename__ = "file_lease"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), index=True)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    urgent: Mapped[bool]
    purpose: Mapped[str] = mapped_column(String(20))
    task: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime]
    second_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    from_at: Mapped[datetime | None]
    until_at: Mapped[datetime | None]
    due_on: Mapped[date | None]
    reviewed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    reviewed_at: Mapped[datetime | None]
    justified: Mapped[bool | None]
    finding: Mapped[str] = mapped_column(Text, default="")
    case: Mapped[Case] = relationship()
    user: Mapped[User] = relationship(foreign_keys=[user_id], lazy="joined")
    second: Mapped[User | None] = relationship(foreign_keys=[second_id], lazy="joined")
    reviewed_by: Mapped[User | None] = relationship(foreign_keys=[reviewed_by_id], lazy="joined")

    def runs(self, now: datetime) -> bool:
        """Whether the file stands open by it."""
        return bool(self.from_at and self.until_at and self.from_at <= now < self.until_at)

    def unreviewed(self) -> bool:
        """Whether it was an emergency that nobody looked at yet."""
        return self.urgent and self.from_at is not None and self.reviewed_at is None
