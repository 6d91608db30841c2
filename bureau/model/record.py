"""What was booked, declared or observed of money and things, and who took part in which role."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.entity import Entity
from bureau.model.source import Sourced
from bureau.rules.vocabulary import RecordKind


class Record(Sourced, Audited, Base):
    """One fact of a kind in the table of records; amounts in minor units.

    `second_of_day` counts from midnight, `until` is the last day of a period, `handling` says how
    far the fact may go, and `key` finds it again on a second import. What was withdrawn, with
    the reason, stays in the file and counts for nothing.
    """

    __tablename__ = "record"
    __table_args__ = (UniqueConstraint("case_id", "key"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    kind: Mapped[RecordKind]
    key: Mapped[str] = mapped_column(String(200))
    on: Mapped[date | None] = mapped_column("on_day")
    second_of_day: Mapped[int | None]
    until: Mapped[date | None] = mapped_column("until_day")
    amount_minor: Mapped[int | None]
    currency: Mapped[str] = mapped_column(String(3), default="EUR")
    fields: Mapped[dict[str, Any]] = mapped_column(JSON)
    handling: Mapped[str] = mapped_column(String(10))
    withdrawn: Mapped[str] = mapped_column(Text, default="")
    parties: Mapped[list["RecordParty"]] = relationship(
        back_populates="record", cascade="all, delete-orphan", order_by="RecordParty.role"
    )

    @property
    def said(self) -> str:
        """All that its fields say, as one text to search."""
        return " ".join(str(value) for value in self.fields.values())


class RecordParty(Audited, Base):
    """A party of a case in its role in one record."""

    __tablename__ = "record_party"
    __table_args__ = (UniqueConstraint("record_id", "role"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    record_id: Mapped[UUID] = mapped_column(ForeignKey("record.id"))
    role: Mapped[str] = mapped_column(String(40))
    entity_id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"), index=True)
    record: Mapped[Record] = relationship(back_populates="parties")
    entity: Mapped[Entity] = relationship()
