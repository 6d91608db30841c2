"""What reviewers of looks mark, and what people declare of themselves, to hold looks against."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base, Sealed, SealedJson
from bureau.model.organisation import User


class WatchEntry(Audited, Base):
    """A person who is guarded, or a made-up name or reference (honey), until a day.

    Honey is no case and no party: it stands here alone, so that it enters no count, list, dossier
    or export, and is answered like all that is not there. `marks` are those of a search for it. A
    honey case has a `reference` and an `address`, as a case has, and its made-up name as text.
    """

    __tablename__ = "watch_entry"

    kind: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(Sealed("watch_entry.text"))
    reference: Mapped[str | None] = mapped_column(Sealed("watch_entry.reference"))
    address: Mapped[str | None] = mapped_column(Sealed("watch_entry.address"))
    marks: Mapped[list[str]] = mapped_column(JSON)
    reason: Mapped[str] = mapped_column(Sealed("watch_entry.reason"))
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    until_on: Mapped[date]
    ended_at: Mapped[datetime | None]
    by: Mapped[User] = relationship(lazy="joined")

    def stands(self, today: date) -> bool:
        """Whether it is watched."""
        return self.ended_at is None and today <= self.until_on


class OwnCircle(Audited, Base):
    """What somebody declared of themselves: names and addresses near to them, hours and leave.

    `told` has "near" (texts), "hours" (from and until, or nothing) and "leave" (first and last
    days); only whoever it is about reads it, and a reviewer of a question about their looks.
    """

    __tablename__ = "own_circle"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), unique=True)
    told: Mapped[dict[str, Any]] = mapped_column(SealedJson("own_circle.told"))
    at: Mapped[datetime]
