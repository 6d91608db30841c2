"""Signals to the partnership: what an organisation reports before there is a case."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base, Sealed, SealedJson
from bureau.model.organisation import Organisation, User
from bureau.rules.signals import UNASKED


class Signal(Audited, Base):
    """What one organisation reports to the bureau of the partnership.

    All that names or describes somebody is sealed, so that the trail never keeps it and nothing
    but this row has to go when the signal is destroyed. `opened_id` is the case that came of it,
    `joined_id` the signal about the same subject with which it is treated.
    """

    __tablename__ = "signal"

    reference: Mapped[str] = mapped_column(String(20), unique=True)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    bureau_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    state: Mapped[str] = mapped_column(String(20), default="draft")
    form: Mapped[str] = mapped_column(String(4))
    facts: Mapped[str] = mapped_column(Sealed("signal.facts"))
    observation: Mapped[str] = mapped_column(Sealed("signal.observation"))
    observed_on: Mapped[date | None]
    source: Mapped[str] = mapped_column(Sealed("signal.source"))
    ground: Mapped[str] = mapped_column(Sealed("signal.ground"))
    subjects: Mapped[list[dict[str, str]]] = mapped_column(SealedJson("signal.subjects"))
    written_at: Mapped[datetime]
    written_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    checked_at: Mapped[datetime | None]
    checked_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    checked: Mapped[str] = mapped_column(Sealed("signal.checked"))
    submitted_at: Mapped[datetime | None]
    outcome: Mapped[str] = mapped_column(String(20), default="")
    outcome_reason: Mapped[str] = mapped_column(String(20), default="")
    outcome_words: Mapped[str] = mapped_column(Sealed("signal.outcome_words"))
    settled_at: Mapped[datetime | None]
    involved: Mapped[list[str]] = mapped_column(JSON, default=list)
    joined_id: Mapped[UUID | None] = mapped_column(ForeignKey("signal.id"))
    opened_id: Mapped[UUID | None] = mapped_column(ForeignKey("case.id"), index=True)
    organisation: Mapped[Organisation] = relationship(foreign_keys=[organisation_id], lazy="joined")
    bureau: Mapped[Organisation] = relationship(foreign_keys=[bureau_id], lazy="joined")
    written_by: Mapped[User] = relationship(foreign_keys=[written_by_id])
    checked_by: Mapped[User | None] = relationship(foreign_keys=[checked_by_id])
    testers: Mapped[list["SignalTester"]] = relationship(
        back_populates="signal", order_by="SignalTester.invited_at"
    )
    answers: Mapped[list["SignalAnswer"]] = relationship(
        back_populates="signal", order_by="SignalAnswer.test"
    )
    steps: Mapped[list["SignalStep"]] = relationship(
        back_populates="signal", order_by="SignalStep.number"
    )


class SignalTester(Audited, Base):
    """Somebody invited to test a signal, and what they declared about an own interest in it."""

    __tablename__ = "signal_tester"
    __table_args__ = (UniqueConstraint("signal_id", "person_id"),)

    signal_id: Mapped[UUID] = mapped_column(ForeignKey("signal.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), index=True)
    invited_at: Mapped[datetime]
    declaration: Mapped[str] = mapped_column(String(20), default=UNASKED)
    interest: Mapped[str] = mapped_column(Sealed("signal_tester.interest"))
    signal: Mapped[Signal] = relationship(back_populates="testers")
    person: Mapped[User] = relationship(lazy="joined")


class SignalAnswer(Audited, Base):
    """The answer to one statutory test of a signal, with its reason."""

    __tablename__ = "signal_answer"
    __table_args__ = (UniqueConstraint("signal_id", "test"),)

    signal_id: Mapped[UUID] = mapped_column(ForeignKey("signal.id"))
    test: Mapped[str] = mapped_column(String(10))
    answer: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Sealed("signal_answer.reason"))
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    signal: Mapped[Signal] = relationship(back_populates="answers")
    by: Mapped[User] = relationship(lazy="joined")


class SignalStep(Audited, Base):
    """One move of a signal, by a named person; what was said with it is sealed."""

    __tablename__ = "signal_step"
    __table_args__ = (UniqueConstraint("signal_id", "number"),)

    signal_id: Mapped[UUID] = mapped_column(ForeignKey("signal.id"))
    number: Mapped[int]
    state: Mapped[str] = mapped_column(String(20))
    words: Mapped[str] = mapped_column(Sealed("signal_step.words"))
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    signal: Mapped[Signal] = relationship(back_populates="steps")
    by: Mapped[User] = relationship(lazy="joined")


class SignalDouble(Audited, Base):
    """What a person judged of two signals that may be about the same subject."""

    __tablename__ = "signal_double"
    __table_args__ = (UniqueConstraint("signal_id", "other_id"),)

    signal_id: Mapped[UUID] = mapped_column(ForeignKey("signal.id"))
    other_id: Mapped[UUID] = mapped_column(ForeignKey("signal.id"))
    joined: Mapped[bool]
    reason: Mapped[str] = mapped_column(Sealed("signal_double.reason"))
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]


class SignalCertificate(Audited, Base):
    """The proof that the personal data of a signal are gone: what and how much, never what."""

    __tablename__ = "signal_certificate"

    signal_id: Mapped[UUID] = mapped_column(ForeignKey("signal.id"), unique=True)
    basis: Mapped[str] = mapped_column(String(60))
    counts: Mapped[dict[str, Any]] = mapped_column(JSON)
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    by: Mapped[User] = relationship(lazy="joined")
