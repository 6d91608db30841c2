"""Partnership meetings: per item a question, the seats admitted, minutes, decision, actions."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base, Sealed
from bureau.model.case import Case
from bureau.model.organisation import Organisation, User
from bureau.rules.agenda import Declaration


class Meeting(Audited, Base):
    """A meeting of partners about one partnership case; `notes` are the secretary's own."""

    __tablename__ = "meeting"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    held_on: Mapped[date]
    place: Mapped[str] = mapped_column(String(200), default="")
    purpose: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(20), default="planned")
    next_on: Mapped[date | None]
    notes: Mapped[str | None] = mapped_column(Sealed("meeting.notes"))
    notes_destroyed_at: Mapped[datetime | None]
    chair_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    case: Mapped[Case] = relationship()
    secretary_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    chair: Mapped[User] = relationship(foreign_keys=[chair_id], lazy="joined")
    secretary: Mapped[User] = relationship(foreign_keys=[secretary_id], lazy="joined")
    items: Mapped[list["AgendaItem"]] = relationship(
        back_populates="meeting", order_by="AgendaItem.number"
    )


class AgendaItem(Audited, Base):
    """One item: only the seats admitted to it may know that it exists.

    `point` is the point of the standing agenda it belongs to, `options` holds for each track that
    was compared what could be done, why, and why not. `subject` is one of the power map, and
    `veto_reason` says why it was decided although somebody who can veto it sees it otherwise.
    """

    __tablename__ = "agenda_item"
    __table_args__ = (UniqueConstraint("meeting_id", "number"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    question: Mapped[str] = mapped_column(Text)
    point: Mapped[str] = mapped_column(String(20), default="case")
    why: Mapped[str] = mapped_column(Text, default="")
    asked: Mapped[str] = mapped_column(Text, default="")
    options: Mapped[dict[str, dict[str, str]]] = mapped_column(JSON, default=dict)
    phase: Mapped[str] = mapped_column(String(4))
    basis: Mapped[str] = mapped_column(Text)
    without_persons: Mapped[bool] = mapped_column(default=False, server_default=false())
    victim_check: Mapped[str] = mapped_column(String(20), default="not_done")
    minutes: Mapped[str] = mapped_column(Text, default="")
    decision_kind: Mapped[str] = mapped_column(String(40), default="")
    decision: Mapped[str] = mapped_column(Text, default="")
    decision_phase: Mapped[str] = mapped_column(String(4), default="")
    decision_to_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"))
    decision_power: Mapped[str] = mapped_column(Text, default="")
    decision_until: Mapped[date | None]
    subject: Mapped[str] = mapped_column(String(40), default="")
    veto_reason: Mapped[str] = mapped_column(Text, default="")
    decision_to: Mapped[Organisation | None] = relationship(lazy="joined")
    meeting: Mapped[Meeting] = relationship(back_populates="items")
    seats: Mapped[list["Seat"]] = relationship(back_populates="item", cascade="all, delete-orphan")
    papers: Mapped[list[Any]] = relationship(
        "Paper", back_populates="item", order_by="Paper.added_at"
    )
    contributions: Mapped[list[Any]] = relationship(
        "Contribution", back_populates="item", order_by="Contribution.brought_at"
    )
    corrections: Mapped[list["MinutesCorrection"]] = relationship(
        back_populates="item", order_by="MinutesCorrection.asked_at"
    )
    actions: Mapped[list["Action"]] = relationship(back_populates="item", order_by="Action.number")


class Seat(Audited, Base):
    """A person admitted to one agenda item for an organisation, and whether they were there.

    `came_at` and `left_at` are civil times of the day of the meeting; `identity` says how the
    identity of a remote seat was checked. A seat that sees the decision otherwise says so in
    `dissent`, which the chair answers; `veto` says that its organisation can veto the decision.
    """

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
    came_at: Mapped[time | None]
    left_at: Mapped[time | None]
    remote: Mapped[bool] = mapped_column(default=False, server_default=false())
    identity: Mapped[str] = mapped_column(Text, default="")
    dissent: Mapped[str] = mapped_column(Text, default="")
    dissent_answer: Mapped[str] = mapped_column(Text, default="")
    veto: Mapped[bool] = mapped_column(default=False, server_default=false())
    approved_at: Mapped[datetime | None]
    item: Mapped[AgendaItem] = relationship(back_populates="seats")
    user: Mapped[User] = relationship(lazy="joined")
    papers: Mapped[list[Any]] = relationship(
        "PaperReader", back_populates="seat", cascade="all, delete-orphan"
    )
    contributions: Mapped[list[Any]] = relationship(
        "ContributionReader", back_populates="seat", cascade="all, delete-orphan"
    )


class MinutesCorrection(Audited, Base):
    """A correction that a seat asks of the minutes, its answer, and what stood there before."""

    __tablename__ = "minutes_correction"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    item_id: Mapped[UUID] = mapped_column(ForeignKey("agenda_item.id"))
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    text: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime]
    answer: Mapped[str] = mapped_column(Text, default="")
    answered_at: Mapped[datetime | None]
    before: Mapped[str | None] = mapped_column(Text)
    item: Mapped[AgendaItem] = relationship(back_populates="corrections")
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
    replaced_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("action.id"))
    changed_at: Mapped[datetime]
    replaced_by: Mapped["Action | None"] = relationship(remote_side="Action.id")
    item: Mapped[AgendaItem] = relationship(back_populates="actions")
    owner: Mapped[Organisation] = relationship(lazy="joined")
    assignee: Mapped[User | None] = relationship(lazy="joined")
