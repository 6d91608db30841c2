"""Agreements between organisations: what they say, who signed, from when to when they hold."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.organisation import Organisation, User


class Agreement(Audited, Base):
    """One version of an agreement, kept by the organisation that drew it up.

    `answers` says what was agreed, by item of the checklist. Once it was offered for signature
    its words stand; a change is a next version, which `renews` the one before.
    """

    __tablename__ = "agreement"

    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    number: Mapped[int]
    renews_id: Mapped[UUID | None] = mapped_column(ForeignKey("agreement.id"), unique=True)
    answers: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    begins_on: Mapped[date]
    ends_on: Mapped[date]
    drawn_up_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    offered_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    ended_reason: Mapped[str] = mapped_column(Text, default="")
    organisation: Mapped[Organisation] = relationship(lazy="joined")
    drawn_up_by: Mapped[User] = relationship(lazy="joined")
    renews: Mapped["Agreement | None"] = relationship(remote_side="Agreement.id")
    parties: Mapped[list["AgreementParty"]] = relationship(
        back_populates="agreement", lazy="selectin", cascade="all, delete-orphan"
    )


class AgreementParty(Audited, Base):
    """An organisation in an agreement: who owns it there, what it commits, who signed and when.

    `role` is its role card as an annex, from which the card in a case starts.
    """

    __tablename__ = "agreement_party"
    __table_args__ = (UniqueConstraint("agreement_id", "organisation_id"),)

    agreement_id: Mapped[UUID] = mapped_column(ForeignKey("agreement.id"))
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    owner: Mapped[str] = mapped_column(String(200), default="")
    commitments: Mapped[str] = mapped_column(Text, default="")
    role: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    signed_by: Mapped[str] = mapped_column(String(200), default="")
    signed_as: Mapped[str] = mapped_column(String(200), default="")
    signed_on: Mapped[date | None]
    recorded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    recorded_at: Mapped[datetime | None]
    agreement: Mapped[Agreement] = relationship(back_populates="parties")
    organisation: Mapped[Organisation] = relationship(lazy="joined")
