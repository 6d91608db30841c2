"""What an officer adds to reckon with: figures, lines of the financing, and thresholds set."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.entity import Entity
from bureau.model.organisation import User
from bureau.model.source import Document, Sourced
from bureau.model.tie import Payment

PROPOSED, CONFIRMED, REFUSED = "proposed", "confirmed", "refused"


class CaseFigure(Sourced, Audited, Base):
    """A typed fact of a case for the indicators; without a value one looked and found none."""

    __tablename__ = "case_figure"
    __table_args__ = (UniqueConstraint("case_id", "number"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(String(40))
    value: Mapped[str | None] = mapped_column(Text)
    subject_id: Mapped[UUID | None] = mapped_column(ForeignKey("entity.id"), index=True)
    withdrawn: Mapped[str] = mapped_column(Text, default="")
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    subject: Mapped[Entity | None] = relationship()
    by: Mapped[User] = relationship(lazy="joined")


class FinancingEntry(Sourced, Audited, Base):
    """A source or a use of money that no deal and no total of the form holds; minor units."""

    __tablename__ = "financing_entry"
    __table_args__ = (UniqueConstraint("case_id", "number"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    number: Mapped[int]
    side: Mapped[str] = mapped_column(String(10))
    kind: Mapped[str] = mapped_column(String(20))
    label: Mapped[str] = mapped_column(String(200))
    amount_minor: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3), default="EUR")
    status: Mapped[str] = mapped_column(String(20))
    party_id: Mapped[UUID | None] = mapped_column(ForeignKey("entity.id"), index=True)
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("document.id"))
    payment_id: Mapped[UUID | None] = mapped_column(ForeignKey("payment.id"))
    remark: Mapped[str] = mapped_column(Text, default="")
    withdrawn: Mapped[str] = mapped_column(Text, default="")
    party: Mapped[Entity | None] = relationship()
    document: Mapped[Document | None] = relationship()
    payment: Mapped[Payment | None] = relationship()


class ThresholdChange(Audited, Base):
    """A threshold as a municipality sets it, from a day on; earlier ones stay and are numbered.

    It is proposed by one person and holds once another confirmed it.
    """

    __tablename__ = "threshold_change"
    __table_args__ = (UniqueConstraint("organisation_id", "indicator", "name", "number"),)

    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    indicator: Mapped[str] = mapped_column(String(10))
    name: Mapped[str] = mapped_column(String(40))
    number: Mapped[int]
    value: Mapped[str] = mapped_column(String(30))
    holds_from: Mapped[date]
    reason: Mapped[str] = mapped_column(Text)
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(20), default=PROPOSED)
    settled_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    settled_at: Mapped[datetime | None]
    answer: Mapped[str] = mapped_column(Text, default="")
    by: Mapped[User] = relationship(foreign_keys=[by_id], lazy="joined")
    settled_by: Mapped[User | None] = relationship(foreign_keys=[settled_by_id], lazy="joined")
