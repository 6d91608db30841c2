"""Where facts come from: sources, documents and their bytes, and the grade every fact carries."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from bureau.model.base import Audited, Base, SealedBytes
from bureau.model.organisation import Organisation, User
from bureau.rules.dates import PartialDate
from bureau.rules.vocabulary import Credibility, Reliability


class Blob(Base):
    """Bytes under the SHA-256 digest of what was handed in; kept sealed, written once."""

    __tablename__ = "blob"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int]
    content: Mapped[bytes] = mapped_column(SealedBytes("blob.content"), deferred=True)


class Document(Audited, Base):
    """A file in a case; a restricted one is known only to its named readers.

    `owner` is the other organisation from which it came into a partnership case, under `category`.
    """

    __tablename__ = "document"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(10))
    filename: Mapped[str] = mapped_column(String(200))
    media_type: Mapped[str] = mapped_column(String(100))
    sha256: Mapped[str] = mapped_column(ForeignKey("blob.sha256"))
    size: Mapped[int]
    restricted: Mapped[bool] = mapped_column(default=False)
    category: Mapped[str] = mapped_column(String(20), default="", server_default="")
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"))
    added_at: Mapped[datetime]
    added_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    readers: Mapped[list["DocumentReader"]] = relationship(
        back_populates="document", cascade="all, delete-orphan"
    )
    blob: Mapped[Blob] = relationship()
    added_by: Mapped[User] = relationship(lazy="joined")
    owner: Mapped[Organisation | None] = relationship()
    handed_in: Mapped["HandedIn | None"] = relationship(viewonly=True)


class HandedIn(Audited, Base):
    """That a document came through the private link of the applicant, and which was asked.

    `added_by` of the document is then whoever made the link: its keeper in the house.
    """

    __tablename__ = "handed_in"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    document_id: Mapped[UUID] = mapped_column(ForeignKey("document.id"), unique=True)
    link_id: Mapped[UUID] = mapped_column(ForeignKey("applicant_link.id"))
    code: Mapped[str] = mapped_column(String(10))
    document: Mapped[Document] = relationship()


class DocumentReader(Audited, Base):
    """Somebody who may read one restricted document (Wet Bibob art. 28)."""

    __tablename__ = "document_reader"
    __table_args__ = (UniqueConstraint("document_id", "user_id"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    document_id: Mapped[UUID] = mapped_column(ForeignKey("document.id"))
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    reason: Mapped[str] = mapped_column(Text)
    document: Mapped[Document] = relationship(back_populates="readers")
    user: Mapped[User] = relationship(lazy="joined")


class Source(Audited, Base):
    """Where something was learnt, from whom, on what basis, and how far it is to be trusted."""

    __tablename__ = "source"
    __table_args__ = (UniqueConstraint("case_id", "number"), UniqueConstraint("case_id", "key"))

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    number: Mapped[int]
    key: Mapped[str] = mapped_column(String(120))
    title: Mapped[str] = mapped_column(String(300))
    kind: Mapped[str] = mapped_column(String(40))
    origin: Mapped[str] = mapped_column(String(200))
    obtained_on: Mapped[date]
    obtained_how: Mapped[str] = mapped_column(Text)
    basis: Mapped[str] = mapped_column(Text)
    reliability: Mapped[Reliability]
    category: Mapped[str] = mapped_column(String(20), default="", server_default="")
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("document.id"))
    sha256: Mapped[str | None] = mapped_column(String(64))
    recorded_at: Mapped[datetime]
    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    owner: Mapped[Organisation] = relationship(lazy="joined")
    document: Mapped[Document | None] = relationship()
    recorded_by: Mapped[User] = relationship(lazy="joined")


class Sourced:
    """A fact: known from one source, with its own credibility and the period it holds for."""

    learnt_from_id: Mapped[UUID] = mapped_column(ForeignKey("source.id"), index=True)
    credibility: Mapped[Credibility] = mapped_column(default=Credibility.UNKNOWN)
    place_in_source: Mapped[str] = mapped_column(String(200), default="")
    valid_from: Mapped[PartialDate | None]
    valid_to: Mapped[PartialDate | None]

    @declared_attr
    def learnt_from(cls) -> Mapped[Source]:  # noqa: N805 - SQLAlchemy passes the class
        return relationship(Source, lazy="joined")


class ImportBatch(Audited, Base):
    """One file taken into a case, and what came of it; what it made may be taken back.

    With `tray` its rows wait in the tray, and `stored` counts those.
    """

    __tablename__ = "import_batch"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    source_id: Mapped[UUID] = mapped_column(ForeignKey("source.id"))
    format: Mapped[str] = mapped_column(String(20))
    filename: Mapped[str] = mapped_column(String(200))
    sha256: Mapped[str] = mapped_column(String(64))
    read: Mapped[int]
    stored: Mapped[int]
    duplicates: Mapped[int]
    tray: Mapped[bool] = mapped_column(default=False)
    totals: Mapped[str] = mapped_column(Text)
    warnings: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime]
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    undone_at: Mapped[datetime | None]
    undone_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    undone_reason: Mapped[str] = mapped_column(Text, default="")
    source: Mapped[Source] = relationship(lazy="joined")
    by: Mapped[User] = relationship(lazy="joined", foreign_keys=[by_id])
    undone_by: Mapped[User | None] = relationship(lazy="joined", foreign_keys=[undone_by_id])
