"""The anonymous survey of partners: a round, who was asked, and one box in which answers add up."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bureau.model.base import Audited, Base, Identified, SealedJson


class Survey(Audited, Base):
    """A round of the survey; `results` holds the mean of each condition once it is closed.

    Its questions are the rows that were valid on the day it was opened. `answered` stays nought
    where there were fewer answers than may be told.
    """

    __tablename__ = "survey"

    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    opened_on: Mapped[date]
    until_on: Mapped[date]
    opened_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    closed_on: Mapped[date | None]
    invited: Mapped[int]
    answered: Mapped[int] = mapped_column(default=0)
    results: Mapped[dict[str, float]] = mapped_column(JSON, default=dict)


class SurveyPlace(Identified, Base):
    """Somebody who is asked, and whether they answered; forgotten when the round is closed.

    It says nothing of when, and the trail keeps no copy of it.
    """

    __tablename__ = "survey_place"
    __table_args__ = (UniqueConstraint("survey_id", "user_id"),)

    survey_id: Mapped[UUID] = mapped_column(ForeignKey("survey.id"))
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), index=True)
    answered: Mapped[bool | None] = mapped_column(default=False)


class SurveyBox(Identified, Base):
    """The counts of all answers of a round so far, sealed, always of one length.

    There is no record of one answer: each is added to the counts and is gone, so nothing has an
    order, a time or a number. The box is not under audit, because a copy of it before and after an
    answer would be that answer; it is destroyed when the round is closed.
    """

    __tablename__ = "survey_box"

    survey_id: Mapped[UUID] = mapped_column(ForeignKey("survey.id"), unique=True)
    turn: Mapped[int] = mapped_column(nullable=False)
    counts: Mapped[Any] = mapped_column(SealedJson("survey_box.counts"))

    __mapper_args__ = {"version_id_col": turn}
