"""Conditions that a municipality adds to the library of the house: versions that follow."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.organisation import User


class OwnCondition(Audited, Base):
    """One version of a condition of a municipality; never changed, only followed.

    `number` counts the versions of a `code`; `withdrawn` marks that it is proposed no more.
    """

    __tablename__ = "own_condition"
    __table_args__ = (UniqueConstraint("organisation_id", "code", "number"),)

    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    code: Mapped[str] = mapped_column(String(20))
    number: Mapped[int]
    name_nl: Mapped[str] = mapped_column(String(200))
    name_en: Mapped[str] = mapped_column(String(200), default="")
    text_nl: Mapped[str] = mapped_column(Text)
    text_en: Mapped[str] = mapped_column(Text, default="")
    evidence_nl: Mapped[str] = mapped_column(Text)
    evidence_en: Mapped[str] = mapped_column(Text, default="")
    scopes: Mapped[list[str]] = mapped_column(JSON)
    grounds: Mapped[list[str]] = mapped_column(JSON)
    days: Mapped[int]
    again: Mapped[int]
    withdrawn: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str] = mapped_column(String(500))
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    by: Mapped[User] = relationship(lazy="joined")
