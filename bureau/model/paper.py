"""What lies on the table of an item: papers released seat by seat, and what agencies brought."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base, Sealed
from bureau.model.entity import Entity
from bureau.model.meeting import AgendaItem, Seat
from bureau.model.organisation import Organisation, User
from bureau.model.source import Document


class Paper(Audited, Base):
    """A document or a party of the case that lies on the table for the seats it is released to."""

    __tablename__ = "paper"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    item_id: Mapped[UUID] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("document.id"))
    entity_id: Mapped[UUID | None] = mapped_column(ForeignKey("entity.id"))
    basis: Mapped[str] = mapped_column(Text)
    added_at: Mapped[datetime]
    item: Mapped[AgendaItem] = relationship(back_populates="papers")
    document: Mapped[Document | None] = relationship(lazy="joined")
    entity: Mapped[Entity | None] = relationship(lazy="joined")
    readers: Mapped[list["PaperReader"]] = relationship(
        back_populates="paper", cascade="all, delete-orphan", lazy="selectin"
    )


class PaperReader(Audited, Base):
    """A seat that a paper is released to."""

    __tablename__ = "paper_reader"
    __table_args__ = (UniqueConstraint("paper_id", "seat_id"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    paper_id: Mapped[UUID] = mapped_column(ForeignKey("paper.id"))
    seat_id: Mapped[UUID] = mapped_column(ForeignKey("seat.id"))
    paper: Mapped[Paper] = relationship(back_populates="readers")
    seat: Mapped[Seat] = relationship(back_populates="papers")


class Contribution(Audited, Base):
    """What an agency brought to an item; it stays that agency's, which may recall it at any time.

    `facts` are the ids of parties of the case it refers to. A recalled contribution has no words
    and no facts any more: who brought it, when, and when and why it went stay.
    """

    __tablename__ = "contribution"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    item_id: Mapped[UUID] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    brought_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    brought_at: Mapped[datetime]
    text: Mapped[str | None] = mapped_column(Sealed("contribution.text"))
    facts: Mapped[list[str]] = mapped_column(JSON, default=list)
    handling: Mapped[str] = mapped_column(String(10))
    category: Mapped[str] = mapped_column(String(40))
    phase: Mapped[str] = mapped_column(String(4))
    basis: Mapped[str] = mapped_column(Text)
    recalled_at: Mapped[datetime | None]
    recalled_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    recall_reason: Mapped[str] = mapped_column(Text, default="")
    item: Mapped[AgendaItem] = relationship(back_populates="contributions")
    organisation: Mapped[Organisation] = relationship(lazy="joined")
    brought_by: Mapped[User] = relationship(lazy="joined", foreign_keys=[brought_by_id])
    recalled_by: Mapped[User | None] = relationship(foreign_keys=[recalled_by_id])
    readers: Mapped[list["ContributionReader"]] = relationship(
        back_populates="contribution", cascade="all, delete-orphan", lazy="selectin"
    )


class ContributionReader(Audited, Base):
    """A seat that whoever brought a contribution released it to."""

    __tablename__ = "contribution_reader"
    __table_args__ = (UniqueConstraint("contribution_id", "seat_id"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    contribution_id: Mapped[UUID] = mapped_column(ForeignKey("contribution.id"))
    seat_id: Mapped[UUID] = mapped_column(ForeignKey("seat.id"))
    contribution: Mapped[Contribution] = relationship(back_populates="readers")
    seat: Mapped[Seat] = relationship(back_populates="contributions")
