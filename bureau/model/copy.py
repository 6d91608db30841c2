"""Copies of an issued dossier: whom each was made for, and what its recipient said of it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base, Sealed, SealedBytes
from bureau.model.case import Case
from bureau.model.dossier import Dossier
from bureau.model.organisation import Organisation, User


class DossierCopy(Audited, Base):
    """One marked copy; `original_sha256` is the paper without marks that was approved.

    The pages of the first copy are those of the dossier itself. The id makes the mark that nobody
    sees. `organisation_id` is whose people find it in their room; none for a copy handed over.
    """

    __tablename__ = "dossier_copy"
    __table_args__ = (UniqueConstraint("dossier_id", "number"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    dossier_id: Mapped[UUID] = mapped_column(ForeignKey("dossier.id"))
    number: Mapped[int]
    recipient: Mapped[str] = mapped_column(String(200))
    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    sha256: Mapped[str] = mapped_column(String(64))
    original_sha256: Mapped[str] = mapped_column(String(64))
    content_sha256: Mapped[str] = mapped_column(String(64))
    pdf: Mapped[bytes | None] = mapped_column(SealedBytes("dossier_copy.pdf"), deferred=True)
    made_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    made_at: Mapped[datetime]
    received_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    received_at: Mapped[datetime | None]
    feedback_due_on: Mapped[date]
    case: Mapped[Case] = relationship()
    dossier: Mapped[Dossier] = relationship(lazy="joined")
    organisation: Mapped[Organisation | None] = relationship(lazy="joined")
    made_by: Mapped[User] = relationship(foreign_keys=[made_by_id])
    received_by: Mapped[User | None] = relationship(foreign_keys=[received_by_id], lazy="joined")
    messages: Mapped[list["CopyMessage"]] = relationship(
        back_populates="copy", order_by="CopyMessage.at", lazy="selectin"
    )


class CopyMessage(Audited, Base):
    """What a recipient said of a copy: a question, feedback or what it was used for."""

    __tablename__ = "copy_message"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    copy_id: Mapped[UUID] = mapped_column(ForeignKey("dossier_copy.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    says: Mapped[str] = mapped_column(Sealed("copy_message.says"))
    useful: Mapped[bool | None]
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    answer: Mapped[str | None] = mapped_column(Sealed("copy_message.answer"))
    answered_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    answered_at: Mapped[datetime | None]
    copy: Mapped[DossierCopy] = relationship(back_populates="messages")
    by: Mapped[User] = relationship(foreign_keys=[by_id], lazy="joined")
    answered_by: Mapped[User | None] = relationship(foreign_keys=[answered_by_id], lazy="joined")
