"""Contact between owners of cases on the same person: asked blindly, met only where both agree."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.case import Case
from bureau.model.entity import Entity
from bureau.model.organisation import User


class ContactEnquiry(Audited, Base):
    """An owner lets the owners of other cases be asked; nothing in it depends on a hit.

    `ground` and `purpose` are codes of tables contact_grounds and contact_purposes. It holds until
    `until_on`, or until the asker ends it because the purpose has ended.
    """

    __tablename__ = "contact_enquiry"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    entity_id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"))
    ground: Mapped[str] = mapped_column(String(20))
    purpose: Mapped[str] = mapped_column(String(20))
    necessity: Mapped[str] = mapped_column(Text)
    asked_on: Mapped[date]
    asked_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    until_on: Mapped[date]
    ended_on: Mapped[date | None]
    ended_reason: Mapped[str] = mapped_column(Text, default="")
    case: Mapped[Case] = relationship()
    entity: Mapped[Entity] = relationship()
    asked_by: Mapped[User] = relationship()
    marks: Mapped[list["ContactMark"]] = relationship(lazy="selectin")


class ContactMark(Audited, Base):
    """A number of the person asked about, as a keyed digest: recognised, never read."""

    __tablename__ = "contact_mark"
    __table_args__ = (UniqueConstraint("enquiry_id", "digest"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    enquiry_id: Mapped[UUID] = mapped_column(ForeignKey("contact_enquiry.id"))
    digest: Mapped[str] = mapped_column(String(64), index=True)


class ContactAnswer(Audited, Base):
    """What the owner of another case said to being asked; a no is seen by nobody else.

    It belongs to the case of whoever answers and names the question by its id only, so that either
    file can be destroyed without the other.
    """

    __tablename__ = "contact_answer"
    __table_args__ = (UniqueConstraint("enquiry", "case_id"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    entity_id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"))
    enquiry: Mapped[UUID] = mapped_column(index=True)
    agreed: Mapped[bool]
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    answered_at: Mapped[datetime]
    case: Mapped[Case] = relationship()
    entity: Mapped[Entity] = relationship()
    by: Mapped[User] = relationship()
