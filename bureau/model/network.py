"""Runs of patterns over one case, what they hit, and what a person answered."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.organisation import User


class Run(Audited, Base):
    """One pattern, run by a named person on one case for a stated purpose.

    `found` holds the codes of all hits of this run; a hit that an earlier run already found
    stays with that run, and keeps its answers. `hops` is how many ties from the persons
    concerned its evidence reached, 0 for a run over the whole file.
    """

    __tablename__ = "run"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    pattern: Mapped[str] = mapped_column(String(10))
    pattern_version: Mapped[str] = mapped_column(String(20))
    parameters: Mapped[dict[str, Any]] = mapped_column(JSON)
    purpose: Mapped[str] = mapped_column(Text)
    subjects_tried: Mapped[int]
    complete: Mapped[bool]
    milliseconds: Mapped[int]
    base_rate: Mapped[dict[str, Any]] = mapped_column(JSON)
    found: Mapped[list[str]] = mapped_column(JSON)
    left_out: Mapped[dict[str, int]] = mapped_column(JSON)
    notes: Mapped[list[str]] = mapped_column(JSON)
    hops: Mapped[int] = mapped_column(default=0, server_default="0")
    hops_reason: Mapped[str] = mapped_column(Text, default="", server_default="")
    at: Mapped[datetime]
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    by: Mapped[User] = relationship(lazy="joined")
    hits: Mapped[list["Hit"]] = relationship(back_populates="run", order_by="Hit.number")


class Hit(Audited, Base):
    """A shape found in the payments or deals of a case: a lead, never a verdict."""

    __tablename__ = "hit"
    __table_args__ = (UniqueConstraint("case_id", "code"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    run_id: Mapped[UUID] = mapped_column(ForeignKey("run.id"), index=True)
    number: Mapped[int]
    code: Mapped[str] = mapped_column(String(40))
    pattern: Mapped[str] = mapped_column(String(10))
    subjects: Mapped[list[str]] = mapped_column(JSON)
    evidence: Mapped[list[str]] = mapped_column(JSON)
    metrics: Mapped[dict[str, Any]] = mapped_column(JSON)
    window_from: Mapped[date]
    window_to: Mapped[date]
    status: Mapped[str] = mapped_column(String(20), default="new")
    reason: Mapped[str] = mapped_column(Text, default="")
    judged_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    judged_at: Mapped[datetime | None]
    run: Mapped[Run] = relationship(back_populates="hits")
    judged_by: Mapped[User | None] = relationship()
    victim: Mapped["VictimAnswer | None"] = relationship(cascade="all, delete-orphan")
    innocents: Mapped[list["Innocent"]] = relationship(
        back_populates="hit", order_by="Innocent.number", cascade="all, delete-orphan"
    )


class Innocent(Audited, Base):
    """One innocent explanation of a hit and what came of checking it."""

    __tablename__ = "innocent"
    __table_args__ = (UniqueConstraint("hit_id", "number"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    hit_id: Mapped[UUID] = mapped_column(ForeignKey("hit.id"))
    number: Mapped[int]
    code: Mapped[str] = mapped_column(String(40))
    text_nl: Mapped[str] = mapped_column(Text)
    text_en: Mapped[str] = mapped_column(Text)
    answer: Mapped[str] = mapped_column(String(20), default="not_checked")
    evidence: Mapped[str] = mapped_column(Text, default="")
    source_id: Mapped[UUID | None] = mapped_column(ForeignKey("source.id"))
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime | None]
    hit: Mapped[Hit] = relationship(back_populates="innocents")
    by: Mapped[User | None] = relationship()


class VictimAnswer(Audited, Base):
    """Whether somebody in a hit could be used or forced, as a person looked into it."""

    __tablename__ = "victim_answer"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    hit_id: Mapped[UUID] = mapped_column(ForeignKey("hit.id"), unique=True)
    answer: Mapped[str] = mapped_column(String(20))
    note: Mapped[str] = mapped_column(Text)
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    by: Mapped[User] = relationship(lazy="joined")


class KeptPicture(Audited, Base):
    """What somebody looked at in the network, kept under a name; keeping it anew is a new `number`.

    `asked` is what was asked for; `places` is where each node stood.
    """

    __tablename__ = "kept_picture"
    __table_args__ = (UniqueConstraint("case_id", "name", "number"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    name: Mapped[str] = mapped_column(String(80))
    number: Mapped[int]
    asked: Mapped[dict[str, Any]] = mapped_column(JSON)
    places: Mapped[dict[str, list[float]]] = mapped_column(JSON)
    at: Mapped[datetime]
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    by: Mapped[User] = relationship(lazy="joined")
