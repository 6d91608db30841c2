"""The role card of a partner in a case: what it does there, in versions that it confirms itself."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.organisation import Organisation, User


class RoleCard(Audited, Base):
    """The card of one organisation in one case; what it says stands in its versions."""

    __tablename__ = "role_card"
    __table_args__ = (UniqueConstraint("case_id", "organisation_id"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    at: Mapped[datetime]
    organisation: Mapped[Organisation] = relationship(lazy="joined")
    versions: Mapped[list["RoleCardVersion"]] = relationship(
        back_populates="card", order_by="RoleCardVersion.number", lazy="selectin"
    )

    @property
    def newest(self) -> "RoleCardVersion":
        """The version that holds."""
        return self.versions[-1]

    @property
    def number(self) -> int:
        """The number of the newest version; 0 where nothing was written."""
        return self.versions[-1].number if self.versions else 0

    @property
    def confirmed(self) -> bool:
        """Whether its organisation confirmed the version that holds."""
        return bool(self.versions) and self.newest.confirmed_at is not None


class RoleCardVersion(Audited, Base):
    """One version of a card: followed, never rewritten; a confirmation belongs to it alone.

    `powers` are codes of the table of powers, `categories` those of the data it brings.
    """

    __tablename__ = "role_card_version"
    __table_args__ = (UniqueConstraint("card_id", "number"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    card_id: Mapped[UUID] = mapped_column(ForeignKey("role_card.id"))
    number: Mapped[int]
    owner: Mapped[str] = mapped_column(String(200))
    task: Mapped[str] = mapped_column(Text)
    powers: Mapped[list[str]] = mapped_column(JSON)
    categories: Mapped[list[str]] = mapped_column(JSON)
    due_on: Mapped[date]
    not_done: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    confirmed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    confirmed_at: Mapped[datetime | None]
    card: Mapped[RoleCard] = relationship(back_populates="versions")
    by: Mapped[User] = relationship(foreign_keys=[by_id], lazy="joined")
    confirmed_by: Mapped[User | None] = relationship(foreign_keys=[confirmed_by_id], lazy="joined")
