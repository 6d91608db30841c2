"""Profiles of areas: a boundary, and dated statements about the place; nothing about a person."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.organisation import User


class Area(Audited, Base):
    """A place of the partnership of `house_id`; `polygons` are rings of degrees (WGS84).

    `ring` holds the codes of its neighbours, `comparison` that of an area like it elsewhere. After
    `valid_until` it is not offered any more, for `end_reason`.
    """

    __tablename__ = "area"
    __table_args__ = (UniqueConstraint("house_id", "code"),)

    house_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    code: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(120))
    polygons: Mapped[list[Any]] = mapped_column(JSON)
    drawn_from: Mapped[str] = mapped_column(String(200))
    drawn_on: Mapped[date]
    digest: Mapped[str] = mapped_column(String(64))
    ring: Mapped[list[str]] = mapped_column(JSON, default=list)
    comparison: Mapped[str] = mapped_column(String(40), default="")
    keeper_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    valid_until: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(Text, default="")
    keeper: Mapped[User] = relationship(lazy="joined")


class AreaPast(Audited, Base):
    """What an area was called, who kept it and how it was drawn until a change; by whom and why.

    The last row before a change says what held up to it, so that each day can be read back.
    """

    __tablename__ = "area_past"

    area_id: Mapped[UUID] = mapped_column(ForeignKey("area.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    polygons: Mapped[list[Any]] = mapped_column(JSON)
    drawn_from: Mapped[str] = mapped_column(String(200))
    drawn_on: Mapped[date]
    ring: Mapped[list[str]] = mapped_column(JSON)
    comparison: Mapped[str] = mapped_column(String(40))
    keeper_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    valid_until: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(Text)
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    why: Mapped[str] = mapped_column(Text)
    keeper: Mapped[User] = relationship(lazy="joined", foreign_keys=[keeper_id])
    by: Mapped[User] = relationship(lazy="joined", foreign_keys=[by_id])


class AreaEntry(Audited, Base):
    """A dated statement about an area; ended and never deleted: each day can be read back.

    `corrects` is the number of the statement that it puts right.
    """

    __tablename__ = "area_entry"
    __table_args__ = (UniqueConstraint("area_id", "number"),)

    area_id: Mapped[UUID] = mapped_column(ForeignKey("area.id"), index=True)
    number: Mapped[int]
    block: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(Text)
    value: Mapped[str] = mapped_column(String(30))
    on: Mapped[date]
    until: Mapped[date | None]
    source: Mapped[str] = mapped_column(String(300))
    more: Mapped[dict[str, str]] = mapped_column(JSON)
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    ended_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    reason: Mapped[str] = mapped_column(Text, default="")
    corrects: Mapped[int | None]
    by: Mapped[User] = relationship(lazy="joined", foreign_keys=[by_id])
    ended_by: Mapped[User | None] = relationship(lazy="joined", foreign_keys=[ended_by_id])
