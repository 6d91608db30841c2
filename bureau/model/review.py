"""What follows a decision that is disputed or late: objection, appeal, default, delay."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.decision import Decision
from bureau.model.organisation import User


class Objection(Audited, Base):
    """An objection (bezwaar) to a decision, and what was decided on it (Awb 6:4, 7:10-7:12)."""

    __tablename__ = "objection"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    decision_id: Mapped[UUID] = mapped_column(ForeignKey("decision.id"))
    received_on: Mapped[date]
    posted_on: Mapped[date | None]
    excuse: Mapped[str] = mapped_column(Text, default="")
    grounds: Mapped[str] = mapped_column(Text)
    committee: Mapped[bool] = mapped_column(default=False)
    postponed_on: Mapped[date | None]
    withdrawn_on: Mapped[date | None]
    outcome: Mapped[str] = mapped_column(String(20), default="")
    replaced_by: Mapped[str] = mapped_column(String(40), default="")
    reasons: Mapped[str] = mapped_column(Text, default="")
    decided_on: Mapped[date | None]
    made_known_on: Mapped[date | None]
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    by: Mapped[User | None] = relationship(lazy="joined")
    decision: Mapped[Decision] = relationship(lazy="joined")


class Appeal(Audited, Base):
    """An appeal in one instance, and the judgment on it (Awb 8:1, 8:51a, 8:66, 8:104)."""

    __tablename__ = "appeal"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    instance: Mapped[str] = mapped_column(String(20))
    lodged_on: Mapped[date]
    note: Mapped[str] = mapped_column(Text)
    repair_ordered_on: Mapped[date | None]
    repair_until: Mapped[date | None]
    judged_on: Mapped[date | None]
    outcome: Mapped[str] = mapped_column(String(20), default="")
    judgment: Mapped[str] = mapped_column(Text, default="")


class DefaultNotice(Audited, Base):
    """A written notice that the authority is late (ingebrekestelling; Awb 4:17 lid 3)."""

    __tablename__ = "default_notice"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    about: Mapped[str] = mapped_column(String(20))
    received_on: Mapped[date]
    overdue_since: Mapped[date]
    note: Mapped[str] = mapped_column(Text)


class DelayLetter(Audited, Base):
    """A letter that the decision comes later, with the new date (Awb 4:14)."""

    __tablename__ = "delay_letter"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    sent_on: Mapped[date]
    until_on: Mapped[date]
    statutory: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str] = mapped_column(Text)
