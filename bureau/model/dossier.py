"""Dossiers on their way out: what was composed, who approved exactly that, what was issued."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from bureau.model.base import Audited, Base, SealedBytes
from bureau.model.case import Case
from bureau.model.locked import Locked, LockedBytes
from bureau.model.organisation import Organisation, User
from bureau.model.support import Inside, SupportFile
from bureau.rules.vocabulary import Language, Track

DRAFTED, PREPARED, APPROVED, ISSUED, REFUSED = (
    *("drafted", "prepared", "approved", "issued", "refused"),
)
LAPSED = "lapsed"  # of a notice that made room: nobody can agree to it or send it any more


class Outgoing:
    """What every dossier carries: approval binds to `content_sha256`, one PDF is issued for it.

    The trail commits to the `seal` of the package in which it is handed over; `letter_sha256` is
    that of the letter in it, empty where none went along yet.
    """

    number: Mapped[int]
    language: Mapped[Language]
    state: Mapped[str] = mapped_column(String(20))
    content_sha256: Mapped[str] = mapped_column(String(64))
    pdf_sha256: Mapped[str] = mapped_column(String(64))
    pages: Mapped[int]
    copy: Mapped[str] = mapped_column(String(60), default="")
    seal: Mapped[str] = mapped_column(String(64), default="", server_default="")
    letter_sha256: Mapped[str] = mapped_column(String(64), default="", server_default="")
    asked_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    asked_at: Mapped[datetime]
    approved_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    approved_at: Mapped[datetime | None]
    issued_at: Mapped[datetime | None]

    @declared_attr
    def asked_by(cls) -> Mapped[User]:  # noqa: N805 - SQLAlchemy passes the class
        return relationship(User, foreign_keys=[cls.asked_by_id], lazy="joined")  # type: ignore[list-item]

    @declared_attr
    def approved_by(cls) -> Mapped[User | None]:  # noqa: N805 - SQLAlchemy passes the class
        return relationship(User, foreign_keys=[cls.approved_by_id], lazy="joined")  # type: ignore[list-item]


class Dossier(Outgoing, Audited, Base):
    """A criminal-justice or administrative dossier of a case; its pages are kept sealed.

    `selection` is what its author chose: the reader, what is left out and why, the drawing.
    `to` is the body whose people find it in their room once issued. `original` is the paper without
    marks that was approved, from the moment the marked copy takes its place. `annexes` are the
    documents that go along, as they were drawn anew.
    """

    __tablename__ = "dossier"
    __table_args__ = (UniqueConstraint("case_id", "track", "number"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    track: Mapped[Track]
    recipient: Mapped[str] = mapped_column(String(200))
    basis: Mapped[str] = mapped_column(Text)
    selection: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict, server_default="{}")
    to_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"))
    original_sha256: Mapped[str] = mapped_column(String(64), default="", server_default="")
    original: Mapped[bytes | None] = mapped_column(SealedBytes("dossier.original"), deferred=True)
    pdf: Mapped[bytes] = mapped_column(SealedBytes("dossier.pdf"), deferred=True)
    picture: Mapped[bytes] = mapped_column(SealedBytes("dossier.picture"), deferred=True)
    package: Mapped[bytes | None] = mapped_column(SealedBytes("dossier.package"), deferred=True)
    pieces: Mapped[bytes | None] = mapped_column(SealedBytes("dossier.pieces"), deferred=True)
    annexes: Mapped[bytes | None] = mapped_column(SealedBytes("dossier.annexes"), deferred=True)
    case: Mapped[Case] = relationship()
    to: Mapped[Organisation | None] = relationship(lazy="joined")


class SupportDossier(Inside, Outgoing, Audited, Base):
    """A victim-focused dossier; its pages and for whom it is are kept sealed."""

    __tablename__ = "support_dossier"
    __table_args__ = (UniqueConstraint("file_id", "number"),)

    file_id: Mapped[UUID] = mapped_column(ForeignKey("support_file.id"))
    recipient_locked: Mapped[bytes] = mapped_column("recipient", LockedBytes)
    basis_locked: Mapped[bytes] = mapped_column("basis", LockedBytes)
    pdf_locked: Mapped[bytes] = mapped_column("pdf", LockedBytes, deferred=True)
    picture_locked: Mapped[bytes] = mapped_column("picture", LockedBytes, deferred=True)
    package_locked: Mapped[bytes | None] = mapped_column("package", LockedBytes, deferred=True)
    file: Mapped[SupportFile] = relationship()
    recipient = Locked[str]()
    basis = Locked[str]()
    pdf = Locked[bytes](binary=True)
    picture = Locked[bytes](binary=True)
    package = Locked[bytes | None](binary=True)
