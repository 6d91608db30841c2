"""Notices about an issued dossier: that something in it was corrected, or that it is taken back."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base, Sealed, SealedBytes, SealedJson
from bureau.model.case import Case
from bureau.model.copy import DossierCopy
from bureau.model.dossier import LAPSED, REFUSED, Dossier
from bureau.model.organisation import User

GONE = (LAPSED, REFUSED)


class DossierNotice(Audited, Base):
    """One notice on paper, as it was approved and sent; `wanted` is what its author chose.

    It goes to whoever received a copy of the dossier. Where that went astray, `breach_due_on` is
    the last day to notify the supervisory authority, counted from when the recall was made (AVG
    33(1)); `breach` is what became of that duty, and `breach_words` when or why not.
    """

    __tablename__ = "dossier_notice"
    __table_args__ = (UniqueConstraint("dossier_id", "number"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    dossier_id: Mapped[UUID] = mapped_column(ForeignKey("dossier.id"))
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20))
    wanted: Mapped[dict[str, Any]] = mapped_column(SealedJson("dossier_notice.wanted"))
    content_sha256: Mapped[str] = mapped_column(String(64))
    pdf_sha256: Mapped[str] = mapped_column(String(64))
    pages: Mapped[int]
    pdf: Mapped[bytes] = mapped_column(SealedBytes("dossier_notice.pdf"), deferred=True)
    asked_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    asked_at: Mapped[datetime]
    approved_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    approved_at: Mapped[datetime | None]
    issued_at: Mapped[datetime | None]
    breach_due_on: Mapped[date | None]
    breach: Mapped[str] = mapped_column(String(20), default="", server_default="")
    breach_words: Mapped[str | None] = mapped_column(Sealed("dossier_notice.breach_words"))
    breach_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    breach_at: Mapped[datetime | None]
    case: Mapped[Case] = relationship()
    dossier: Mapped[Dossier] = relationship(lazy="joined")
    asked_by: Mapped[User] = relationship(foreign_keys=[asked_by_id], lazy="joined")
    approved_by: Mapped[User | None] = relationship(foreign_keys=[approved_by_id], lazy="joined")
    breach_by: Mapped[User | None] = relationship(foreign_keys=[breach_by_id], lazy="joined")
    told: Mapped[list["CopyNotice"]] = relationship(back_populates="notice", lazy="selectin")

    @property
    def breach_due(self) -> date | None:
        """The last day to notify a breach that nobody answered; none where it is no breach."""
        return None if self.breach or self.state in GONE else self.breach_due_on


class CopyNotice(Audited, Base):
    """A notice as it went to the recipient of one copy, and who of them confirmed it.

    `received_name` is who confirmed it where the copy stands in no room of the house; `done` is
    what the recipient says was done about it.
    """

    __tablename__ = "copy_notice"
    __table_args__ = (UniqueConstraint("notice_id", "copy_id"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    notice_id: Mapped[UUID] = mapped_column(ForeignKey("dossier_notice.id"))
    copy_id: Mapped[UUID] = mapped_column(ForeignKey("dossier_copy.id"), index=True)
    received_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    received_name: Mapped[str | None] = mapped_column(Sealed("copy_notice.received_name"))
    received_at: Mapped[datetime | None]
    done: Mapped[str | None] = mapped_column(Sealed("copy_notice.done"))
    notice: Mapped[DossierNotice] = relationship(back_populates="told", lazy="joined")
    copy: Mapped[DossierCopy] = relationship(lazy="joined")
    received_by: Mapped[User | None] = relationship(lazy="joined")

    @property
    def confirmed_by(self) -> str:
        """Who confirmed it, by name; nothing while nobody did."""
        return self.received_by.name if self.received_by else self.received_name or ""
