"""The power map of an agreement: what each party can do about each subject, from when on."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.agreement import Agreement
from bureau.model.base import Audited, Base
from bureau.model.organisation import Organisation, User
from bureau.rules.power_map import PowerPlace


class PowerEntry(Audited, Base):
    """What one party can do about one subject from a day on; followed, never rewritten."""

    __tablename__ = "power_entry"
    __table_args__ = (UniqueConstraint("agreement_id", "organisation_id", "subject", "number"),)

    agreement_id: Mapped[UUID] = mapped_column(ForeignKey("agreement.id"), index=True)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    subject: Mapped[str] = mapped_column(String(40))
    number: Mapped[int]
    place: Mapped[PowerPlace]
    basis: Mapped[str] = mapped_column(String(500))
    reason: Mapped[str] = mapped_column(Text)
    from_on: Mapped[date]
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    agreement: Mapped[Agreement] = relationship()
    organisation: Mapped[Organisation] = relationship(lazy="joined")
    by: Mapped[User] = relationship(lazy="joined")
