"""Administrative measures: what was weighed, when it was known, and what it did to people."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.organisation import User


class EnforcementMeasure(Audited, Base):
    """A measure of the administrative track, from the proposal to what a court made of it.

    `code` is that of the table of measures, `told` holds the answers of the worksheet of measures,
    `costs` is in cents.
    """

    __tablename__ = "enforcement_measure"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    plan_id: Mapped[UUID | None] = mapped_column(ForeignKey("intervention.id"), index=True)
    code: Mapped[str] = mapped_column(String(20))
    barrier: Mapped[str] = mapped_column(String(20), default="")
    state: Mapped[str] = mapped_column(String(20), default="proposed")
    told: Mapped[dict[str, str]] = mapped_column(JSON)
    proposed_on: Mapped[date]
    invited_on: Mapped[date | None]
    view_until: Mapped[date | None]
    view_on: Mapped[date | None]
    view: Mapped[str] = mapped_column(Text, default="")
    view_answer: Mapped[str] = mapped_column(Text, default="")
    urgent: Mapped[str] = mapped_column(Text, default="")
    decided_on: Mapped[date | None]
    known_on: Mapped[date | None]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    executed_on: Mapped[date | None]
    review_on: Mapped[date | None]
    costs: Mapped[int | None]
    objection_on: Mapped[date | None]
    outcome: Mapped[str] = mapped_column(String(20), default="")
    outcome_reason: Mapped[str] = mapped_column(Text, default="")
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    harm: Mapped[list["HarmForm"]] = relationship(
        back_populates="measure", order_by="HarmForm.month", lazy="selectin"
    )


class HarmForm(Audited, Base):
    """What a measure did to people after 0, 3 or 12 months: counts and words, never names."""

    __tablename__ = "harm_form"
    __table_args__ = (UniqueConstraint("measure_id", "month"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    measure_id: Mapped[UUID] = mapped_column(ForeignKey("enforcement_measure.id"))
    month: Mapped[int]
    counts: Mapped[dict[str, int]] = mapped_column(JSON)
    remarks: Mapped[str] = mapped_column(Text, default="")
    source: Mapped[str] = mapped_column(Text)
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    measure: Mapped[EnforcementMeasure] = relationship(back_populates="harm")
    by: Mapped[User] = relationship(lazy="joined")
