"""Support files for presumed victims: tables of their own, sealed, that no other track reaches.

No table outside this module refers to one inside it, and none inside it refers to a case.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base, Sealed
from bureau.model.organisation import User


class SupportFile(Audited, Base):
    """Support for one presumed victim, known by a code name."""

    __tablename__ = "support_file"

    reference: Mapped[str] = mapped_column(String(20), unique=True)
    code_name: Mapped[str] = mapped_column(String(60))
    state: Mapped[str] = mapped_column(String(40))
    opened_on: Mapped[date]
    real_name: Mapped[str | None] = mapped_column(Sealed("support_file.real_name"))
    safe_contact: Mapped[str | None] = mapped_column(Sealed("support_file.safe_contact"))
    needs: Mapped[str | None] = mapped_column(Sealed("support_file.needs"))
    minor: Mapped[bool | None]
    reflection_from: Mapped[date | None]
    reflection_until: Mapped[date | None]
    members: Mapped[list["SupportMember"]] = relationship(
        back_populates="file", cascade="all, delete-orphan"
    )
    entries: Mapped[list["SupportEntry"]] = relationship(
        back_populates="file", order_by="SupportEntry.number"
    )
    consents: Mapped[list["Consent"]] = relationship(
        back_populates="file", order_by="Consent.given_on"
    )


class SupportMember(Audited, Base):
    """Somebody who helps, and therefore may read this one file."""

    __tablename__ = "support_member"
    __table_args__ = (UniqueConstraint("file_id", "user_id"),)

    file_id: Mapped[UUID] = mapped_column(ForeignKey("support_file.id"))
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), index=True)
    capacity: Mapped[str] = mapped_column(String(40))
    since: Mapped[date]
    file: Mapped[SupportFile] = relationship(back_populates="members")
    user: Mapped[User] = relationship(lazy="joined")


class SupportEntry(Audited, Base):
    """One line of a support file: an indicator seen, a step of the plan, a right explained."""

    __tablename__ = "support_entry"
    __table_args__ = (UniqueConstraint("file_id", "number"),)

    file_id: Mapped[UUID] = mapped_column(ForeignKey("support_file.id"))
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(Sealed("support_entry.text"))
    dimension: Mapped[str] = mapped_column(String(60), default="")
    strength: Mapped[str] = mapped_column(String(20), default="")
    perceived: Mapped[str] = mapped_column(String(20), default="")
    who: Mapped[str] = mapped_column(Sealed("support_entry.who"), default="")
    on: Mapped[date]
    due_on: Mapped[date | None]
    status: Mapped[str] = mapped_column(String(20), default="")
    at: Mapped[datetime]
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    file: Mapped[SupportFile] = relationship(back_populates="entries")
    by: Mapped[User] = relationship(lazy="joined")


class Consent(Audited, Base):
    """What the person agreed may be told, to whom, for what, and when that was withdrawn."""

    __tablename__ = "consent"

    file_id: Mapped[UUID] = mapped_column(ForeignKey("support_file.id"), index=True)
    purpose: Mapped[str] = mapped_column(Sealed("consent.purpose"))
    recipient: Mapped[str] = mapped_column(Sealed("consent.recipient"))
    explained_how: Mapped[str] = mapped_column(Sealed("consent.explained_how"))
    language: Mapped[str] = mapped_column(Sealed("consent.language"))
    given_on: Mapped[date]
    withdrawn_on: Mapped[date | None]
    file: Mapped[SupportFile] = relationship(back_populates="consents")
