"""Letters of a case and the texts that a municipality writes for them."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base, Sealed, SealedJson
from bureau.model.organisation import User
from bureau.model.source import Document
from bureau.rules.vocabulary import Language

DRAFT, SENT = "draft", "sent"


class LetterTemplate(Audited, Base):
    """One version of the text of a letter of a municipality; never changed, only followed.

    `standard` marks a return to the text of the house; `number` counts the versions.
    """

    __tablename__ = "letter_template"
    __table_args__ = (UniqueConstraint("organisation_id", "kind", "language", "number"),)

    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    kind: Mapped[str] = mapped_column(String(40))
    language: Mapped[Language]
    number: Mapped[int]
    subject: Mapped[str] = mapped_column(String(300))
    body: Mapped[str] = mapped_column(Text)
    standard: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str] = mapped_column(String(500), default="")
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    by: Mapped[User] = relationship(lazy="joined")


class Letter(Audited, Base):
    """A letter of a case: a draft, or sent with what it said, when, how and by whom.

    The database refuses to change a sent one. `body` is the text with its fields, `content` what
    was filled in, frozen when it is sent; the pages are `document`. `template` is the version of
    the text it began from, 0 for that of the house; `held_back` counts what was kept out.
    """

    __tablename__ = "letter"
    __table_args__ = (UniqueConstraint("case_id", "number"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(String(40))
    language: Mapped[Language]
    state: Mapped[str] = mapped_column(String(20), default=DRAFT)
    template: Mapped[int] = mapped_column(default=0)
    subject: Mapped[str] = mapped_column(Sealed("letter.subject"))
    body: Mapped[str] = mapped_column(Sealed("letter.body"))
    address: Mapped[str] = mapped_column(Sealed("letter.address"))
    answers: Mapped[dict[str, str]] = mapped_column(SealedJson("letter.answers"))
    content: Mapped[dict[str, Any] | None] = mapped_column(SealedJson("letter.content"))
    content_sha256: Mapped[str] = mapped_column(String(64), default="")
    held_back: Mapped[int] = mapped_column(default=0)
    written_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    written_at: Mapped[datetime]
    sent_on: Mapped[date | None]
    channel: Mapped[str] = mapped_column(String(20), default="")
    sent_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    sent_at: Mapped[datetime | None]
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("document.id"))
    written_by: Mapped[User] = relationship(foreign_keys=[written_by_id], lazy="joined")
    sent_by: Mapped[User | None] = relationship(foreign_keys=[sent_by_id], lazy="joined")
    document: Mapped[Document | None] = relationship()
