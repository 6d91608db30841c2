"""The private link of an applicant to the own form, and the visits that came through it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base, Identified, Sealed
from bureau.model.case import Case
from bureau.model.entity import Entity
from bureau.model.organisation import User
from bureau.rules.dates import civil_date
from bureau.rules.vocabulary import Language


class ApplicantLink(Audited, Base):
    """A link with which the person concerned fills in the form of one case, and nothing else.

    The secret is with the applicant, here lies its digest; of the code that may go with it, a mark
    that says nothing without the keys. What is done through it is done by this link.
    """

    __tablename__ = "applicant_link"

    digest: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    applicant_id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"))
    language: Mapped[Language]
    opens_on: Mapped[date]
    expires_on: Mapped[date]
    code_mark: Mapped[str | None] = mapped_column(String(64))
    wrong_codes: Mapped[int] = mapped_column(default=0)
    shut_until: Mapped[datetime | None]
    issued_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    issued_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    case: Mapped[Case] = relationship(lazy="joined")
    applicant: Mapped[Entity] = relationship()
    issued_by: Mapped[User] = relationship(lazy="joined")

    def usable(self, now: datetime) -> bool:
        """Whether it opens the form at this moment."""
        return self.revoked_at is None and self.opens_on <= civil_date(now) <= self.expires_on


class ApplicantVisit(Identified, Base):
    """One visit through a link; the browser holds its secret, here lies only the digest."""

    __tablename__ = "applicant_visit"

    digest: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    link_id: Mapped[UUID] = mapped_column(ForeignKey("applicant_link.id"), index=True)
    opened_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    link: Mapped[ApplicantLink] = relationship(lazy="joined")


class AnswerVersion(Audited, Base):
    """An answer as it was written at one moment, by a member of the case or through a link."""

    __tablename__ = "answer_version"
    __table_args__ = (UniqueConstraint("answer_id", "number"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    answer_id: Mapped[UUID] = mapped_column(ForeignKey("answer.id"))
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Sealed("answer_version.text"))
    at: Mapped[datetime]
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    link_id: Mapped[UUID | None] = mapped_column(ForeignKey("applicant_link.id"))
    by: Mapped[User | None] = relationship(lazy="joined")
