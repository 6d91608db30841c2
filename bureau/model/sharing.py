"""The sharing register: what went to whom on which basis, what was asked, and what followed it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base, Sealed
from bureau.model.case import Case
from bureau.model.meeting import AgendaItem
from bureau.model.organisation import Organisation, User


class Disclosure(Audited, Base):
    """One thing that went from one organisation to another in a case (WGS 1.5, 1.7).

    `way` is a code of table sharing, `met` the conditions that were said to hold, `basis` the
    articles as they were when it went. What was brought to an agenda item names the contribution:
    its words stand there and not here, so that a recall takes them away. `until_on` ends the use,
    `review_on` asks whether it still holds; a recall and the yearly feedback (WGS 1.7(4)) stand
    beside it.
    """

    __tablename__ = "disclosure"
    __table_args__ = (UniqueConstraint("case_id", "number"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    number: Mapped[int]
    from_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    to_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    category: Mapped[str] = mapped_column(String(40))
    way: Mapped[str] = mapped_column(String(40))
    basis: Mapped[str] = mapped_column(Text)
    met: Mapped[list[str]] = mapped_column(JSON)
    ground: Mapped[str] = mapped_column(String(300))
    says: Mapped[str] = mapped_column(Sealed("disclosure.says"))
    purpose: Mapped[str] = mapped_column(Text)
    necessity: Mapped[str] = mapped_column(Text)
    phase: Mapped[str] = mapped_column(String(4))
    item_id: Mapped[UUID | None] = mapped_column(ForeignKey("agenda_item.id"))
    contribution_id: Mapped[UUID | None] = mapped_column(ForeignKey("contribution.id"), index=True)
    decided_in: Mapped[str] = mapped_column(String(200))
    given_on: Mapped[date]
    until_on: Mapped[date | None]
    review_on: Mapped[date]
    reviewed_on: Mapped[date | None]
    recalled_on: Mapped[date | None]
    recall_reason: Mapped[str] = mapped_column(Text, default="")
    feedback_due_on: Mapped[date | None]
    feedback_on: Mapped[date | None]
    useful: Mapped[bool | None]
    feedback: Mapped[str] = mapped_column(Text, default="")
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    case: Mapped[Case] = relationship()
    giver: Mapped[Organisation] = relationship(foreign_keys=[from_id], lazy="joined")
    receiver: Mapped[Organisation] = relationship(foreign_keys=[to_id], lazy="joined")
    item: Mapped[AgendaItem | None] = relationship()
    by: Mapped[User] = relationship(foreign_keys=[by_id], lazy="joined")
    facts: Mapped[list["DisclosedFact"]] = relationship(
        back_populates="disclosure", order_by="DisclosedFact.label", lazy="selectin"
    )
    notices: Mapped[list["RecipientNotice"]] = relationship(
        back_populates="disclosure", order_by="RecipientNotice.sent_at", lazy="selectin"
    )


class DisclosedFact(Audited, Base):
    """A fact of the case that was part of a disclosure, so that a correction can follow it."""

    __tablename__ = "disclosed_fact"
    __table_args__ = (UniqueConstraint("disclosure_id", "subject_id"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    disclosure_id: Mapped[UUID] = mapped_column(ForeignKey("disclosure.id"))
    subject: Mapped[str] = mapped_column(String(20))
    subject_id: Mapped[UUID]
    label: Mapped[str] = mapped_column(Sealed("disclosed_fact.label"))
    disclosure: Mapped[Disclosure] = relationship(back_populates="facts")


class RecipientNotice(Audited, Base):
    """What a recipient was told afterwards: a correction or a recall, until it is acknowledged."""

    __tablename__ = "recipient_notice"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    disclosure_id: Mapped[UUID] = mapped_column(ForeignKey("disclosure.id"), index=True)
    correction_id: Mapped[UUID | None] = mapped_column(ForeignKey("correction.id"))
    kind: Mapped[str] = mapped_column(String(20))
    says: Mapped[str] = mapped_column(Sealed("recipient_notice.says"))
    sent_at: Mapped[datetime]
    due_on: Mapped[date]
    answered_on: Mapped[date | None]
    answered_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    answer: Mapped[str] = mapped_column(Text, default="")
    disclosure: Mapped[Disclosure] = relationship(back_populates="notices")


class Stance(Audited, Base):
    """What a participant says to giving results to somebody: it objects, or it consents.

    Where `recipient_id` is empty it holds for every recipient (WGS 1.7(1)-(3)).
    """

    __tablename__ = "stance"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    recipient_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"))
    objects: Mapped[bool]
    reason: Mapped[str] = mapped_column(Text)
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    said_on: Mapped[date]
    lifted_on: Mapped[date | None]
    organisation: Mapped[Organisation] = relationship(foreign_keys=[organisation_id], lazy="joined")
    recipient: Mapped[Organisation | None] = relationship(
        foreign_keys=[recipient_id], lazy="joined"
    )


class SharingRequest(Audited, Base):
    """A question from one organisation to another, and the answer that is owed to it."""

    __tablename__ = "sharing_request"
    __table_args__ = (UniqueConstraint("case_id", "number"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    number: Mapped[int]
    from_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    to_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    category: Mapped[str] = mapped_column(String(40))
    way: Mapped[str] = mapped_column(String(40))
    question: Mapped[str] = mapped_column(Sealed("sharing_request.question"))
    purpose: Mapped[str] = mapped_column(Text)
    necessity: Mapped[str] = mapped_column(Text)
    phase: Mapped[str] = mapped_column(String(4))
    asked_on: Mapped[date]
    due_on: Mapped[date]
    asked_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    answer: Mapped[str] = mapped_column(String(10), default="")
    answered_on: Mapped[date | None]
    answered_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    reason_code: Mapped[str] = mapped_column(String(40), default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    disclosure_id: Mapped[UUID | None] = mapped_column(ForeignKey("disclosure.id"))
    case: Mapped[Case] = relationship()
    asker: Mapped[Organisation] = relationship(foreign_keys=[from_id], lazy="joined")
    asked: Mapped[Organisation] = relationship(foreign_keys=[to_id], lazy="joined")
    disclosure: Mapped[Disclosure | None] = relationship()
