"""What was made of the facts: indicators answered, findings, danger, advice, proportionality."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base, Sealed
from bureau.model.organisation import User
from bureau.model.source import Document, Source
from bureau.rules.vocabulary import Danger


class IndicatorAnswer(Audited, Base):
    """What an indicator showed, with its inputs, and what a person made of it.

    `before` is the answer that was given on other facts; it waits to be given anew.
    """

    __tablename__ = "indicator_answer"
    __table_args__ = (UniqueConstraint("case_id", "code"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    code: Mapped[str] = mapped_column(String(10))
    signal: Mapped[str] = mapped_column(String(10))
    inputs: Mapped[dict[str, str]] = mapped_column(JSON)
    explanation_nl: Mapped[str] = mapped_column(Text)
    explanation_en: Mapped[str] = mapped_column(Text)
    computed_at: Mapped[datetime]
    status: Mapped[str] = mapped_column(String(20), default="open")
    reason: Mapped[str] = mapped_column(Text, default="")
    before: Mapped[str] = mapped_column(String(20), default="")
    answered_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[User | None] = relationship()


class Finding(Audited, Base):
    """One sentence of the assessment, under one ground, tied to the sources that carry it."""

    __tablename__ = "finding"
    __table_args__ = (UniqueConstraint("case_id", "number"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    number: Mapped[int]
    ground: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(Text)
    contrary: Mapped[str] = mapped_column(Text, default="")
    perceived: Mapped[str] = mapped_column(String(20), default="register")
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    by: Mapped[User] = relationship(lazy="joined")
    sources: Mapped[list["FindingSource"]] = relationship(
        back_populates="finding", cascade="all, delete-orphan"
    )


class FindingSource(Audited, Base):
    """Which source carries which finding, and where in it."""

    __tablename__ = "finding_source"
    __table_args__ = (UniqueConstraint("finding_id", "source_id"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    finding_id: Mapped[UUID] = mapped_column(ForeignKey("finding.id"))
    source_id: Mapped[UUID] = mapped_column(ForeignKey("source.id"))
    place: Mapped[str] = mapped_column(String(200), default="")
    finding: Mapped[Finding] = relationship(back_populates="sources")
    source: Mapped[Source] = relationship(lazy="joined")


class Assessment(Audited, Base):
    """The degree of danger on one ground, as a named person weighed it (Wet Bibob art. 3)."""

    __tablename__ = "assessment"
    __table_args__ = (UniqueConstraint("case_id", "ground"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    ground: Mapped[str] = mapped_column(String(20))
    danger: Mapped[Danger] = mapped_column(default=Danger.UNKNOWN)
    present: Mapped[bool] = mapped_column(default=False)
    reasoning: Mapped[str] = mapped_column(Text, default="")
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    signed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    signed_at: Mapped[datetime | None]
    by: Mapped[User] = relationship(foreign_keys=[by_id], lazy="joined")
    signed_by: Mapped[User | None] = relationship(foreign_keys=[signed_by_id])


class EarlierVersion(Audited, Base):
    """A finding, degree or weighing as a decision rested on it, before it was written anew."""

    __tablename__ = "earlier_version"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    subject: Mapped[str] = mapped_column(String(20))
    subject_id: Mapped[UUID] = mapped_column(index=True)
    number: Mapped[int]
    content: Mapped[dict[str, str]] = mapped_column(JSON)
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    decided_on: Mapped[date]
    replaced_at: Mapped[datetime]
    by: Mapped[User] = relationship(lazy="joined")


class Advice(Audited, Base):
    """The advice of the Landelijk Bureau Bibob: asked, received, and known to named readers."""

    __tablename__ = "advice"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    asked_on: Mapped[date]
    reason: Mapped[str] = mapped_column(Text)
    extended_on: Mapped[date | None]
    received_on: Mapped[date | None]
    declined_on: Mapped[date | None]
    danger_a: Mapped[Danger] = mapped_column(default=Danger.UNKNOWN)
    danger_b: Mapped[Danger] = mapped_column(default=Danger.UNKNOWN)
    art_3_6: Mapped[bool] = mapped_column(default=False)
    questions_refused: Mapped[bool] = mapped_column(default=False)
    summary: Mapped[str | None] = mapped_column(Sealed("advice.summary"))
    checked: Mapped[str] = mapped_column(Text, default="")
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("document.id"))
    document: Mapped[Document | None] = relationship()


class Weighing(Audited, Base):
    """Proportionality: what speaks for and against the measure, and what lesser means exist."""

    __tablename__ = "weighing"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), unique=True)
    interests: Mapped[str] = mapped_column(Text, default="")
    lapse_of_time: Mapped[str] = mapped_column(Text, default="")
    lesser_means: Mapped[str] = mapped_column(Text, default="")
    conclusion: Mapped[str] = mapped_column(Text, default="")
    proportionate: Mapped[bool | None]
    conditions_identifiable: Mapped[bool | None]
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    by: Mapped[User] = relationship(lazy="joined")
