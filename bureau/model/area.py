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

    `ring` holds the codes of its neighbours, `comparison` that of an area like it elsewhere.
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
    keeper: Mapped[User] = relationship(lazy="joined")


class AreaEntry(Audited, Base):
    """A dated statement about an area; ended and never deleted: each day can be read back."""

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
    by: Mapped[User] = relationship(lazy="joined", foreign_keys=[by_id])
