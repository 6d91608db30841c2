"""The screening of one application: what was asked, answered, supplemented and looked up."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base, Sealed
from bureau.model.case import Case
from bureau.model.entity import Entity
from bureau.model.organisation import User
from bureau.model.source import Document, Source


class Screening(Audited, Base):
    """What is screened, under which power, for whom, since when."""

    __tablename__ = "screening"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), unique=True)
    scope: Mapped[str] = mapped_column(String(10))
    stage: Mapped[str] = mapped_column(String(20))
    authority: Mapped[str] = mapped_column(String(100))
    received_on: Mapped[date]
    law_date: Mapped[date]
    weeks: Mapped[int]
    applicant_id: Mapped[UUID | None] = mapped_column(ForeignKey("entity.id"))
    policy_reason: Mapped[str] = mapped_column(Text, default="")
    ordinary_grounds: Mapped[str] = mapped_column(Text, default="")
    ordinary_ground_met: Mapped[bool] = mapped_column(default=False)
    monitoring: Mapped[str] = mapped_column(Text, default="")
    register_report: Mapped[str] = mapped_column(Text, default="")
    register_reported_on: Mapped[date | None]
    register_entities: Mapped[list[str]] = mapped_column(JSON, default=list)
    screened_unchanged: Mapped[bool] = mapped_column(default=False)
    form_refused: Mapped[bool] = mapped_column(default=False)
    light_closed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    light_closed_on: Mapped[date | None]
    previous_id: Mapped[UUID | None] = mapped_column(ForeignKey("case.id"))
    case: Mapped[Case] = relationship(foreign_keys=[case_id])
    previous: Mapped[Case | None] = relationship(foreign_keys=[previous_id])
    applicant: Mapped[Entity | None] = relationship()


class OrdinaryAnswer(Audited, Base):
    """How one ordinary ground stands in a case, from which source, in whose words."""

    __tablename__ = "ordinary_answer"
    __table_args__ = (UniqueConstraint("case_id", "code"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    code: Mapped[str] = mapped_column(String(20))
    standing: Mapped[str] = mapped_column(String(20))
    remark: Mapped[str] = mapped_column(Text, default="")
    source_id: Mapped[UUID | None] = mapped_column(ForeignKey("source.id"))
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    source: Mapped[Source | None] = relationship(lazy="joined")
    by: Mapped[User] = relationship(lazy="joined")

    @property
    def carrier(self) -> str:
        """The source it rests on, by its title."""
        return self.source.title if self.source else ""


class Suspension(Audited, Base):
    """One reason for which the decision term stands still; the rule decides which days count."""

    __tablename__ = "suspension"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    rule: Mapped[str] = mapped_column(String(10))
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    extended: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str] = mapped_column(Text)


class Questionnaire(Audited, Base):
    """One round of the form (Regeling Bibob-formulieren): what was asked and what came back."""

    __tablename__ = "questionnaire"
    __table_args__ = (UniqueConstraint("case_id", "round"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    round: Mapped[int]
    sent_on: Mapped[date]
    due_on: Mapped[date]
    returned_on: Mapped[date | None]
    answers: Mapped[list["Answer"]] = relationship(
        back_populates="questionnaire", order_by="Answer.question"
    )


class Answer(Audited, Base):
    """One answer and its standing: given, missing, contradictory or verified at the source."""

    __tablename__ = "answer"
    __table_args__ = (UniqueConstraint("questionnaire_id", "question"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    questionnaire_id: Mapped[UUID] = mapped_column(ForeignKey("questionnaire.id"))
    question: Mapped[str] = mapped_column(String(12))
    text: Mapped[str] = mapped_column(Sealed("answer.text"), default="")
    status: Mapped[str] = mapped_column(String(20), default="missing")
    remark: Mapped[str] = mapped_column(Text, default="")
    questionnaire: Mapped[Questionnaire] = relationship(back_populates="answers")


class Requirement(Audited, Base):
    """A document of the checklist that this application needs, and whether it is there."""

    __tablename__ = "requirement"
    __table_args__ = (UniqueConstraint("case_id", "code"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    code: Mapped[str] = mapped_column(String(10))
    status: Mapped[str] = mapped_column(String(20), default="asked")
    remark: Mapped[str] = mapped_column(Text, default="")
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("document.id"))
    document: Mapped[Document | None] = relationship()


class Supplement(Audited, Base):
    """A request to supplement the application (Awb 4:5), naming each gap and the last day."""

    __tablename__ = "supplement"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    sent_on: Mapped[date]
    until_on: Mapped[date]
    completed_on: Mapped[date | None]
    gaps: Mapped[list[str]] = mapped_column(JSON)


class Lookup(Audited, Base):
    """A source that was consulted: who asked what, where, about whom, on which basis."""

    __tablename__ = "lookup"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    register: Mapped[str] = mapped_column(String(10))
    subject_id: Mapped[UUID | None] = mapped_column(ForeignKey("entity.id"))
    subject_role: Mapped[str] = mapped_column(String(10), default="")
    question: Mapped[str] = mapped_column(Text)
    basis: Mapped[str] = mapped_column(Text)
    result: Mapped[str] = mapped_column(Text)
    consulted_on: Mapped[date]
    source_id: Mapped[UUID | None] = mapped_column(ForeignKey("source.id"))
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    subject: Mapped[Entity | None] = relationship()
    source: Mapped[Source | None] = relationship()
    by: Mapped[User] = relationship(lazy="joined")
