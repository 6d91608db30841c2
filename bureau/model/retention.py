"""What is kept for how long: holds on destruction, plans that two people agree on, certificates."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.case import Case
from bureau.model.organisation import User


class LegalHold(Audited, Base):
    """A reason not to destroy a file although its term is over; until it is lifted.

    `ground` is a code of table hold_grounds: joint data are held on one of these only.
    """

    __tablename__ = "legal_hold"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    ground: Mapped[str] = mapped_column(String(10), default="", server_default="")
    reason: Mapped[str] = mapped_column(Text)
    from_on: Mapped[date]
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    lifted_on: Mapped[date | None]
    lifted_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    lifted_reason: Mapped[str] = mapped_column(Text, default="")
    by: Mapped[User] = relationship(foreign_keys=[by_id], lazy="joined")
    lifted_by: Mapped[User | None] = relationship(foreign_keys=[lifted_by_id])


class DestructionPlan(Audited, Base):
    """What one person proposes to destroy and another approves, bound to the digest of `content`.

    `state` is waiting, approved, refused or executed.
    """

    __tablename__ = "destruction_plan"

    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    state: Mapped[str] = mapped_column(String(20))
    made_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    made_at: Mapped[datetime]
    settled_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    settled_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(Text, default="")
    executed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    executed_at: Mapped[datetime | None]
    made_by: Mapped[User] = relationship(foreign_keys=[made_by_id], lazy="joined")
    settled_by: Mapped[User | None] = relationship(foreign_keys=[settled_by_id], lazy="joined")
    executed_by: Mapped[User | None] = relationship(foreign_keys=[executed_by_id], lazy="joined")
    destructions: Mapped[list["Destruction"]] = relationship(back_populates="plan")


class Destruction(Audited, Base):
    """The certificate of one file or part of a file: what was destroyed, by number, never what.

    While one is open, in its own transaction, the database lets go of what it else keeps for good.
    """

    __tablename__ = "destruction"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    plan_id: Mapped[UUID] = mapped_column(ForeignKey("destruction_plan.id"))
    retention: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(10))
    counts: Mapped[dict[str, int]] = mapped_column(JSON)
    fingerprint: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
    case: Mapped[Case] = relationship(lazy="joined")
    plan: Mapped[DestructionPlan] = relationship(back_populates="destructions")
