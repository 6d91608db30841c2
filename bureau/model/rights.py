"""The rights of whoever is screened: requests with their answers, and corrections that travel."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base, Sealed
from bureau.model.entity import Entity
from bureau.model.organisation import User


class PersonRequest(Audited, Base):
    """A request of a person under AVG 15 to 21, with its last day and its answer (AVG 12(3))."""

    __tablename__ = "person_request"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    entity_id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"))
    kind: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(Sealed("person_request.text"))
    received_on: Mapped[date]
    due_on: Mapped[date]
    extended_on: Mapped[date | None]
    extension_reason: Mapped[str] = mapped_column(Text, default="")
    answered_on: Mapped[date | None]
    outcome: Mapped[str] = mapped_column(String(20), default="")
    answer: Mapped[str | None] = mapped_column(Sealed("person_request.answer"))
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    entity: Mapped[Entity] = relationship()
    by: Mapped[User] = relationship(lazy="joined")


class Correction(Audited, Base):
    """A fact that turned out wrong: what it said, what it says now, and why.

    `field` is the field of a party; other facts have one that can be wrong.
    """

    __tablename__ = "correction"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    number: Mapped[int]
    subject: Mapped[str] = mapped_column(String(20))
    subject_id: Mapped[UUID]
    field: Mapped[str] = mapped_column(String(40), default="")
    before: Mapped[str] = mapped_column(Sealed("correction.before"))
    after: Mapped[str] = mapped_column(Sealed("correction.after"))
    reason: Mapped[str] = mapped_column(Text)
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    by: Mapped[User] = relationship(lazy="joined")
    places: Mapped[list["CorrectionPlace"]] = relationship(
        back_populates="correction", order_by="CorrectionPlace.number"
    )


class CorrectionPlace(Audited, Base):
    """A place where the old value was used, and what was done about it.

    `outside` where it left the house: its recipient is to be told (AVG 19).
    """

    __tablename__ = "correction_place"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    correction_id: Mapped[UUID] = mapped_column(ForeignKey("correction.id"))
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    place_id: Mapped[UUID]
    label: Mapped[str] = mapped_column(String(300))
    outside: Mapped[bool] = mapped_column(default=False)
    recipient: Mapped[str | None] = mapped_column(Sealed("correction_place.recipient"))
    done_on: Mapped[date | None]
    done_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    answer: Mapped[str] = mapped_column(Text, default="")
    correction: Mapped[Correction] = relationship(back_populates="places")
