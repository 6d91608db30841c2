"""Support files for presumed victims: tables of their own, sealed, that no other track reaches.

No table outside this module refers to one inside it, and none inside it refers to a case.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy import text as plain_text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau import keys
from bureau.model.base import Audited, Base, Identified, new_id
from bureau.model.locked import Locked, LockedBytes
from bureau.model.organisation import User


class Inside:
    """A record of a support file: it knows its row and its file before it seals anything."""

    def __init__(self, **values: Any) -> None:
        first = {"id": values.pop("id", None) or new_id()}
        if "file" in values:
            first["file"] = values.pop("file")
        super().__init__(**first, **values)


class SupportFile(Inside, Audited, Base):
    """Support for one presumed victim, known by a code name.

    `lock` is its wrapped data key, `house_id` the house in which a sign of it was given; that is no
    key of a table, and it is empty once somebody helps.
    """

    __tablename__ = "support_file"

    reference: Mapped[str] = mapped_column(String(20), unique=True)
    code_name: Mapped[str] = mapped_column(String(60))
    state: Mapped[str] = mapped_column(String(40))
    opened_on: Mapped[date]
    closed_on: Mapped[date | None]
    house_id: Mapped[UUID | None] = mapped_column(index=True)
    lock: Mapped[bytes | None] = mapped_column(LockedBytes)
    real_name_locked: Mapped[bytes | None] = mapped_column("real_name", LockedBytes)
    safe_contact_locked: Mapped[bytes | None] = mapped_column("safe_contact", LockedBytes)
    needs_locked: Mapped[bytes | None] = mapped_column("needs", LockedBytes)
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
    parts: Mapped[list["SupportPart"]] = relationship(
        back_populates="file", order_by="SupportPart.number"
    )
    referrals: Mapped[list["SupportReferral"]] = relationship(
        back_populates="file", order_by="SupportReferral.number"
    )
    real_name = Locked[str | None]()
    safe_contact = Locked[str | None]()
    needs = Locked[str | None]()

    def __init__(self, **values: Any) -> None:
        key = values.pop("id", None) or new_id()
        super().__init__(id=key, lock=keys.new_file_key(_place(key)), **values)

    @property
    def untold(self) -> list["SupportReferral"]:
        """The referrals that were recalled and whose recipients nobody has told so."""
        return [row for row in self.referrals if row.recalled_on and not row.told_on]

    @property
    def file_key(self) -> keys.FileKey:
        """The data key of this file; raises OutOfOrder once it was destroyed."""
        return keys.open_file_key(self.lock, _place(self.id))


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


class SupportEntry(Inside, Audited, Base):
    """One line of a support file: an indicator seen, a step of the plan, a right explained."""

    __tablename__ = "support_entry"
    __table_args__ = (UniqueConstraint("file_id", "number"),)

    file_id: Mapped[UUID] = mapped_column(ForeignKey("support_file.id"))
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    text_locked: Mapped[bytes] = mapped_column("text", LockedBytes)
    dimension: Mapped[str] = mapped_column(String(60), default="")
    strength: Mapped[str] = mapped_column(String(20), default="")
    perceived: Mapped[str] = mapped_column(String(20), default="")
    who_locked: Mapped[bytes] = mapped_column("who", LockedBytes)
    on: Mapped[date]
    due_on: Mapped[date | None]
    status: Mapped[str] = mapped_column(String(20), default="")
    at: Mapped[datetime]
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    file: Mapped[SupportFile] = relationship(back_populates="entries")
    by: Mapped[User] = relationship(lazy="joined")
    text = Locked[str]()
    who = Locked[str]()


class Consent(Inside, Audited, Base):
    """What the person agreed may be told, to whom, for what, and when that was withdrawn."""

    __tablename__ = "consent"

    file_id: Mapped[UUID] = mapped_column(ForeignKey("support_file.id"), index=True)
    aim_locked: Mapped[bytes] = mapped_column("aim", LockedBytes, server_default=plain_text("''"))
    purpose_locked: Mapped[bytes] = mapped_column("purpose", LockedBytes)
    recipient_locked: Mapped[bytes] = mapped_column("recipient", LockedBytes)
    explained_how_locked: Mapped[bytes] = mapped_column("explained_how", LockedBytes)
    language_locked: Mapped[bytes] = mapped_column("language", LockedBytes)
    given_on: Mapped[date]
    withdrawn_on: Mapped[date | None]
    file: Mapped[SupportFile] = relationship(back_populates="consents")
    aim = Locked[str]()
    purpose = Locked[str]()
    recipient = Locked[str]()
    explained_how = Locked[str]()
    language = Locked[str]()


class SupportPart(Inside, Audited, Base):
    """What was recorded at one step, such as the safety triage; the newest of a kind counts."""

    __tablename__ = "support_part"
    __table_args__ = (UniqueConstraint("file_id", "number"),)

    file_id: Mapped[UUID] = mapped_column(ForeignKey("support_file.id"))
    number: Mapped[int]
    part: Mapped[str] = mapped_column(String(20))
    on: Mapped[date]
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    answers_locked: Mapped[bytes] = mapped_column("answers", LockedBytes)
    file: Mapped[SupportFile] = relationship(back_populates="parts")
    by: Mapped[User] = relationship(lazy="joined")
    answers = Locked[str]()


class SupportReferral(Inside, Audited, Base):
    """What was told to somebody within a consent; recalled when that consent is withdrawn."""

    __tablename__ = "support_referral"
    __table_args__ = (UniqueConstraint("file_id", "number"),)

    file_id: Mapped[UUID] = mapped_column(ForeignKey("support_file.id"))
    consent_id: Mapped[UUID] = mapped_column(ForeignKey("consent.id"))
    number: Mapped[int]
    made_on: Mapped[date]
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    answer: Mapped[str] = mapped_column(String(20), default="")
    recalled_on: Mapped[date | None]
    told_on: Mapped[date | None]
    text_locked: Mapped[bytes] = mapped_column("text", LockedBytes)
    file: Mapped[SupportFile] = relationship(back_populates="referrals")
    consent: Mapped[Consent] = relationship(lazy="joined")
    by: Mapped[User] = relationship(lazy="joined")
    text = Locked[str]()


class SupportWord(Identified, Base):
    """A word or address that may be written nowhere, kept as a mark from which it cannot be read.

    It belongs to no file: whoever sees it learns nothing of whom it protects.
    """

    __tablename__ = "support_word"

    mark: Mapped[str] = mapped_column(String(64), unique=True)


def _place(key: UUID) -> str:
    return f"support_file.lock|{key.hex}"
