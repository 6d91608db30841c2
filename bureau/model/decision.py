"""What was intended, what was said about it, and what was decided."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.mandate import Mandate
from bureau.model.organisation import User


class Hearing(Audited, Base):
    """The intention and the view on it (voornemen and zienswijze; Awb 4:7-4:9, Wet Bibob 33)."""

    __tablename__ = "hearing"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    intended: Mapped[str] = mapped_column(String(40))
    reasons: Mapped[str] = mapped_column(Text)
    sent_on: Mapped[date]
    until_on: Mapped[date]
    advice_copied: Mapped[bool] = mapped_column(default=False)
    secrecy_notice: Mapped[bool] = mapped_column(default=False)
    received_on: Mapped[date | None]
    manner: Mapped[str] = mapped_column(String(20), default="")
    new_facts: Mapped[bool] = mapped_column(default=False)
    points: Mapped[list["ViewPoint"]] = relationship(
        back_populates="hearing", order_by="ViewPoint.number"
    )


class ViewPoint(Audited, Base):
    """One point of the view, and the answer to it."""

    __tablename__ = "view_point"
    __table_args__ = (UniqueConstraint("hearing_id", "number"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    hearing_id: Mapped[UUID] = mapped_column(ForeignKey("hearing.id"))
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    answer: Mapped[str] = mapped_column(Text, default="")
    hearing: Mapped[Hearing] = relationship(back_populates="points")


class Decision(Audited, Base):
    """The decision (besluit), taken by a person with the mandate for it.

    `organ` is in whose name, `mandate` by which mandate; without a mandate of own right. Both are
    missing under a decision from before the mandate register was kept. `revised_to` is what came
    instead on objection, since `revised_on`.
    """

    __tablename__ = "decision"
    __table_args__ = (UniqueConstraint("case_id", "round"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    round: Mapped[int]
    outcome: Mapped[str] = mapped_column(String(40))
    reasons: Mapped[str] = mapped_column(Text)
    decided_on: Mapped[date]
    made_known_on: Mapped[date | None]
    revised_to: Mapped[str] = mapped_column(String(40), default="")
    revised_on: Mapped[date | None]
    organ: Mapped[str | None] = mapped_column(String(20))
    mandate_id: Mapped[UUID | None] = mapped_column(ForeignKey("mandate.id"))
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    by: Mapped[User] = relationship(lazy="joined")
    mandate: Mapped[Mandate | None] = relationship()
    conditions: Mapped[list["Condition"]] = relationship(
        back_populates="decision", order_by="Condition.number"
    )

    @property
    def holds(self) -> str:
        """The outcome that holds now: as decided, or as revised on objection."""
        return self.revised_to or self.outcome


class Condition(Audited, Base):
    """A condition (voorschrift) attached to a decision, and how it is watched.

    `code` is that of the library it came from, `evidence` what shows that it is kept, `again` the
    days until each next check, 0 for once; `ended_on` when a later decision took its place.
    """

    __tablename__ = "condition"
    __table_args__ = (UniqueConstraint("decision_id", "number"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    decision_id: Mapped[UUID] = mapped_column(ForeignKey("decision.id"))
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    check_on: Mapped[date]
    status: Mapped[str] = mapped_column(String(20), default="open")
    result: Mapped[str] = mapped_column(Text, default="")
    code: Mapped[str] = mapped_column(String(20), default="")
    evidence: Mapped[str] = mapped_column(Text, default="")
    again: Mapped[int] = mapped_column(default=0)
    ended_on: Mapped[date | None]
    decision: Mapped[Decision] = relationship(back_populates="conditions")
