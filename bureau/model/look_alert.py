"""Questions about how somebody looked, and what two reviewers outside the team answered."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base, Sealed
from bureau.model.organisation import User


class LookAlert(Audited, Base):
    """What one rule asks about one person, with the lines of the trail it asks about.

    `mark` is equal for what is one question; what is added to it after somebody answered is a next
    `part`. `concerned` is everybody whose lines are cited: they see nothing of it.
    """

    __tablename__ = "look_alert"
    __table_args__ = (UniqueConstraint("mark", "part"),)

    mark: Mapped[str] = mapped_column(String(64))
    part: Mapped[int]
    rule: Mapped[str] = mapped_column(String(10))
    about_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), index=True)
    concerned: Mapped[list[str]] = mapped_column(JSON)
    lines: Mapped[list[int]] = mapped_column(JSON)
    figures: Mapped[dict[str, int]] = mapped_column(JSON)
    raised_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    about: Mapped[User] = relationship(lazy="joined")
    answers: Mapped[list["AlertAnswer"]] = relationship(
        back_populates="alert", order_by="AlertAnswer.at", lazy="selectin"
    )


class AlertAnswer(Audited, Base):
    """What one reviewer answered, once, with the reason."""

    __tablename__ = "alert_answer"
    __table_args__ = (UniqueConstraint("alert_id", "by_id"),)

    alert_id: Mapped[UUID] = mapped_column(ForeignKey("look_alert.id"))
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    verdict: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Sealed("alert_answer.reason"))
    alert: Mapped[LookAlert] = relationship(back_populates="answers")
    by: Mapped[User] = relationship(lazy="joined")
