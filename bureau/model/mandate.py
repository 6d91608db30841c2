"""Who may decide in the name of which organ, on what, and by which mandate decision."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.organisation import WAITING, User
from bureau.rules.vocabulary import Role


class Mandate(Audited, Base):
    """A mandate (Awb 10:1-10:12) of an organ to one person, or to whoever holds a role.

    Without `kinds` or `scopes` it covers every kind of decision and every decision in scope. It
    counts once a second administrator confirmed it.
    """

    __tablename__ = "mandate"

    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    organ: Mapped[str] = mapped_column(String(20))
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    role: Mapped[Role | None]
    kinds: Mapped[list[str]] = mapped_column(JSON, default=list)
    scopes: Mapped[list[str]] = mapped_column(JSON, default=list)
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    decree: Mapped[str] = mapped_column(String(300))
    state: Mapped[str] = mapped_column(String(20), default=WAITING)
    asked_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    asked_at: Mapped[datetime]
    settled_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    settled_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(Text, default="")
    user: Mapped[User | None] = relationship(foreign_keys=[user_id], lazy="joined")
    asked_by: Mapped[User] = relationship(foreign_keys=[asked_by_id], lazy="joined")
