"""The case file: what it is for, where it stands, who needs to know, what was done."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.organisation import Organisation, User
from bureau.rules.vocabulary import CaseKind


class Case(Audited, Base):
    """One screening or partnership case; support files live in tables of their own.

    A partnership case has a regime, with the reason and the basis for choosing it.
    """

    __tablename__ = "case"

    reference: Mapped[str] = mapped_column(String(20), unique=True)
    kind: Mapped[CaseKind]
    title: Mapped[str] = mapped_column(String(200))
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    opened_on: Mapped[date]
    opened_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(20))
    regime: Mapped[str] = mapped_column(String(20), default="")
    regime_reason: Mapped[str] = mapped_column(Text, default="")
    regime_basis: Mapped[str] = mapped_column(String(200), default="")
    organisation: Mapped[Organisation] = relationship(lazy="joined")
    members: Mapped[list["Membership"]] = relationship(
        back_populates="case", cascade="all, delete-orphan"
    )
    moves: Mapped[list["Move"]] = relationship(back_populates="case", order_by="Move.number")


class Membership(Audited, Base):
    """Somebody who needs to know about a case, and as what."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("case_id", "user_id"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), index=True)
    capacity: Mapped[str] = mapped_column(String(40))
    since: Mapped[date]
    case: Mapped[Case] = relationship(back_populates="members")
    user: Mapped[User] = relationship(lazy="joined")


class Move(Audited, Base):
    """One step taken in the procedure, by a named person, for a stated reason."""

    __tablename__ = "move"
    __table_args__ = (UniqueConstraint("case_id", "number"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    number: Mapped[int]
    transition: Mapped[str] = mapped_column(String(10))
    source: Mapped[str] = mapped_column(String(20))
    target: Mapped[str] = mapped_column(String(20))
    taken_on: Mapped[date]
    basis: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    case: Mapped[Case] = relationship(back_populates="moves")
    by: Mapped[User] = relationship(lazy="joined")


class Note(Audited, Base):
    """A dated remark in a case, by a named person.

    `about` names what it is pinned to: "party:" or "payment:" and an id, or the id of an edge of
    the network; empty for the case as a whole.
    """

    __tablename__ = "note"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    about: Mapped[str] = mapped_column(String(120), default="")
    text: Mapped[str] = mapped_column(Text)
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    by: Mapped[User] = relationship(lazy="joined")
