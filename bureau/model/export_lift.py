"""A quota of what one person may take out, lifted once by another: how many more, for how long."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base, Sealed
from bureau.model.organisation import User


class ExportLift(Audited, Base):
    """So many more than the quota within so many hours, from the moment a second person agreed.

    The question itself, who answered it and why, is the request for a second person.
    """

    __tablename__ = "export_lift"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), index=True)
    place: Mapped[str] = mapped_column(String(10))
    number: Mapped[int]
    hours: Mapped[int]
    reason: Mapped[str] = mapped_column(Sealed("export_lift.reason"))
    asked_at: Mapped[datetime]
    refused_at: Mapped[datetime | None]
    from_at: Mapped[datetime | None]
    until_at: Mapped[datetime | None]
    user: Mapped[User] = relationship(lazy="joined")
