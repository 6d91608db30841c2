"""Partnership meetings: per item a question, the seats admitted, minutes, decision, actions."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.case import Case
from bureau.model.organisation import Organisation, User
from bureau.rules.agenda import Declaration


class Meeting(Audited, Base):
    """A meeting of partners about one partnership case."""

    __tablename__ = "meeting"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    held_on: Mapped[date]
    place: Mapped[str] = mapped_column(String(200), default="")
    purpose: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(20), default="planned")
    chair_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    case: Mapped[Case] = relationship()
    secretary_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    chair: Mapped[User] = relationship(foreign_keys=[chair_id], lazy="joined")
    secretary: Mapped[User] = relationship(foreign_keys=[secretary_id], lazy="joined")
    items: Mapped[list["AgendaItem"]] = relationship(
        back_populates="meeting", order_by="AgendaItem.number"
    )


class AgendaItem(Audited, Base):
    """One item: only the seats admitted to it may know that it exists."""

    __tablename__ = "agenda_item"
    __table_args__ = (UniqueConstraint("meeting_id", "number"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    question: Mapped[str] = mapped_column(Text)
    phase: Mapped[str] = mapped_column(String(4))
    basis: Mapped[str] = mapped_column(Text)
    without_persons: Mapped[bool] = mapped_column(default=False, server_default=false())
    victim_check: Mapped[str] = mapped_column(String(20), default="not_done")
    minutes: Mapped[str] = mapped_column(Text, default="")
    decision_kind: Mapped[str] = mapped_column(String(40), default="")
    decision: Mapped[str] = mapped_column(Text, default="")
    dissent: Mapped[str] = mapped_column(Text, default="")
    meeting: Mapped[Meeting] = relationship(back_populates="items")
    seats: Mapped[list["Seat"]] = relationship(back_populates="item", cascade="all, delete-orphan")
    actions: Mapped[list["Action"]] = relationship(back_populates="item", order_by="Action.number")


class Seat(Audited, Base):
    """A person admitted to one agenda item for an organisation, and whether they were there."""

    __tablename__ = "seat"
    __table_args__ = (UniqueConstraint("item_id", "user_id"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    item_id: Mapped[UUID] = mapped_column(ForeignKey("agenda_item.id"))
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), index=True)
    admitted_because: Mapped[str] = mapped_column(Text)
    declaration: Mapped[str] = mapped_column(
        String(20), default=Declaration.NOT_ASKED, server_default=Declaration.NOT_ASKED
    )
    interest: Mapped[str] = mapped_column(Text, default="")
    attended: Mapped[bool | None]
    approved_at: Mapped[datetime | None]
    item: Mapped[AgendaItem] = relationship(back_populates="seats")
    user: Mapped[User] = relationship(lazy="joined")


class Action(Audited, Base):
    """What one organisation will do, under which power, against which barrier, by when."""

    __tablename__ = "action"
    __table_args__ = (UniqueConstraint("item_id", "number"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    item_id: Mapped[UUID] = mapped_column(ForeignKey("agenda_item.id"))
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    assignee_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    power: Mapped[str] = mapped_column(Text)
    barrier: Mapped[str] = mapped_column(String(100), default="")
    due_on: Mapped[date]
    status: Mapped[str] = mapped_column(String(20), default="open")
    result: Mapped[str] = mapped_column(Text, default="")
    changed_at: Mapped[datetime]
    item: Mapped[AgendaItem] = relationship(back_populates="actions")
    owner: Mapped[Organisation] = relationship(lazy="joined")
    assignee: Mapped[User | None] = relationship(lazy="joined")
