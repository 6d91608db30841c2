"""Saved mappings of spreadsheets, and the cases that were taken over by one: files, own numbers."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.organisation import User


class CaseMapping(Audited, Base):
    """Which column of a spreadsheet holds what, under a name; a change is a new `number`.

    `columns` gives for a field the heading of its column, or `=` and what holds for every row;
    `words` gives for an own word the code that it stands for.
    """

    __tablename__ = "case_mapping"
    __table_args__ = (UniqueConstraint("organisation_id", "name", "number"),)

    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    name: Mapped[str] = mapped_column(String(60))
    number: Mapped[int]
    columns: Mapped[dict[str, str]] = mapped_column(JSON)
    words: Mapped[dict[str, str]] = mapped_column(JSON)
    dates: Mapped[str] = mapped_column(String(10))
    made_at: Mapped[datetime]
    made_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    made_by: Mapped[User] = relationship(lazy="joined")


class RowMapping(Audited, Base):
    """What each row of a file of facts makes in a case, under a name; a change is a new `number`.

    `makes` is a kind of party, `tie`, or a kind of record; `columns`, `words` and `dates` are
    written like those of a mapping of cases.
    """

    __tablename__ = "row_mapping"
    __table_args__ = (UniqueConstraint("organisation_id", "name", "number"),)

    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    name: Mapped[str] = mapped_column(String(60))
    number: Mapped[int]
    makes: Mapped[str] = mapped_column(String(40))
    columns: Mapped[dict[str, str]] = mapped_column(JSON)
    words: Mapped[dict[str, str]] = mapped_column(JSON)
    dates: Mapped[str] = mapped_column(String(10))
    made_at: Mapped[datetime]
    made_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    made_by: Mapped[User] = relationship(lazy="joined")


class CaseImport(Audited, Base):
    """One spreadsheet that was taken in, with the mapping that was used and what came of it."""

    __tablename__ = "case_import"

    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    mapping_id: Mapped[UUID] = mapped_column(ForeignKey("case_mapping.id"))
    filename: Mapped[str] = mapped_column(String(200))
    sha256: Mapped[str] = mapped_column(String(64))
    read: Mapped[int]
    made: Mapped[int]
    known: Mapped[int]
    at: Mapped[datetime]
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    mapping: Mapped[CaseMapping] = relationship(lazy="joined")
    by: Mapped[User] = relationship(lazy="joined")


class TakenOver(Audited, Base):
    """The number by which the municipality knew a case, and the row that it was made from."""

    __tablename__ = "taken_over"
    __table_args__ = (UniqueConstraint("organisation_id", "own_number"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), unique=True)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    import_id: Mapped[UUID] = mapped_column(ForeignKey("case_import.id"))
    own_number: Mapped[str] = mapped_column(String(60))
    line: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
