"""What partners plan together: worksheets in versions, plans, and what is measured of them."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, Numeric, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.case import Case
from bureau.model.organisation import User
from bureau.rules.plans import PlanState, PlanTrack, SeriesPlace
from bureau.rules.worksheets import Sheet


class Intervention(Audited, Base):
    """A plan of the partners of one case: draft, running, stopped or evaluated.

    `barriers` are codes of the barrier model, `comparison` names the comparison area or says why
    there is none.
    """

    __tablename__ = "intervention"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    state: Mapped[PlanState] = mapped_column(default=PlanState.DRAFT)
    barriers: Mapped[list[str]] = mapped_column(JSON, default=list)
    evaluator: Mapped[str] = mapped_column(String(200), default="")
    evaluate_on: Mapped[date | None]
    comparison: Mapped[str] = mapped_column(Text, default="")
    started_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    reason: Mapped[str] = mapped_column(Text, default="")
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    case: Mapped[Case] = relationship()
    sheets: Mapped[list["Worksheet"]] = relationship(
        back_populates="plan", order_by="Worksheet.at", lazy="selectin"
    )
    assumptions: Mapped[list["Assumption"]] = relationship(
        back_populates="plan", order_by="Assumption.check_on", lazy="selectin"
    )
    series: Mapped[list["OutcomeSeries"]] = relationship(
        back_populates="plan", order_by="OutcomeSeries.name", lazy="selectin"
    )


class Worksheet(Audited, Base):
    """A sheet of one kind; what it says stands in its versions, the newest holds.

    `track` and `chosen` belong to an option; `published_on` to a lesson card.
    """

    __tablename__ = "worksheet"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    plan_id: Mapped[UUID | None] = mapped_column(ForeignKey("intervention.id"), index=True)
    kind: Mapped[Sheet]
    title: Mapped[str] = mapped_column(String(200), default="")
    track: Mapped[PlanTrack | None]
    chosen: Mapped[str] = mapped_column(Text, default="")
    published_on: Mapped[date | None]
    at: Mapped[datetime]
    plan: Mapped[Intervention | None] = relationship(back_populates="sheets")
    versions: Mapped[list["WorksheetVersion"]] = relationship(
        back_populates="sheet", order_by="WorksheetVersion.number", lazy="selectin"
    )
    voices: Mapped[list["WorksheetVoice"]] = relationship(
        back_populates="sheet", order_by="WorksheetVoice.at", lazy="selectin"
    )

    @property
    def told(self) -> dict[str, str]:
        """What the newest version says, by field."""
        return dict(self.versions[-1].told) if self.versions else {}

    @property
    def number(self) -> int:
        """The number of the newest version; 0 where nothing was written."""
        return self.versions[-1].number if self.versions else 0


class WorksheetVersion(Audited, Base):
    """One version of a sheet; never changed, only followed."""

    __tablename__ = "worksheet_version"
    __table_args__ = (UniqueConstraint("sheet_id", "number"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    sheet_id: Mapped[UUID] = mapped_column(ForeignKey("worksheet.id"))
    number: Mapped[int]
    told: Mapped[dict[str, str]] = mapped_column(JSON)
    reason: Mapped[str] = mapped_column(String(500))
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    sheet: Mapped[Worksheet] = relationship(back_populates="versions")
    by: Mapped[User] = relationship(lazy="joined")


class WorksheetVoice(Audited, Base):
    """Somebody signs a version of a sheet for their organisation, or sees it otherwise."""

    __tablename__ = "worksheet_voice"
    __table_args__ = (UniqueConstraint("sheet_id", "number", "by_id"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    sheet_id: Mapped[UUID] = mapped_column(ForeignKey("worksheet.id"))
    number: Mapped[int]
    agrees: Mapped[bool]
    remark: Mapped[str] = mapped_column(Text, default="")
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    sheet: Mapped[Worksheet] = relationship(back_populates="voices")
    by: Mapped[User] = relationship(lazy="joined")


class Assumption(Audited, Base):
    """Something a plan rests on that can be tested, the day of the test and what came of it."""

    __tablename__ = "assumption"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    plan_id: Mapped[UUID] = mapped_column(ForeignKey("intervention.id"))
    text: Mapped[str] = mapped_column(Text)
    check_on: Mapped[date]
    holds: Mapped[str] = mapped_column(String(20), default="")
    result: Mapped[str] = mapped_column(Text, default="")
    checked_on: Mapped[date | None]
    plan: Mapped[Intervention] = relationship(back_populates="assumptions")


class OutcomeSeries(Audited, Base):
    """An outcome that a plan is measured by: its target and where the numbers come from."""

    __tablename__ = "outcome_series"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    plan_id: Mapped[UUID] = mapped_column(ForeignKey("intervention.id"))
    name: Mapped[str] = mapped_column(String(200))
    target: Mapped[float] = mapped_column(Numeric(14, 3, asdecimal=False))
    source: Mapped[str] = mapped_column(Text)
    plan: Mapped[Intervention] = relationship(back_populates="series")
    points: Mapped[list["SeriesPoint"]] = relationship(
        back_populates="series", order_by="SeriesPoint.on", lazy="selectin"
    )


class SeriesPoint(Audited, Base):
    """One number of an outcome, on a day, in the area itself, the ring around it or elsewhere."""

    __tablename__ = "series_point"
    __table_args__ = (UniqueConstraint("series_id", "place", "on"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    series_id: Mapped[UUID] = mapped_column(ForeignKey("outcome_series.id"))
    place: Mapped[SeriesPlace]
    on: Mapped[date]
    value: Mapped[float] = mapped_column(Numeric(14, 3, asdecimal=False))
    remark: Mapped[str] = mapped_column(Text, default="")
    series: Mapped[OutcomeSeries] = relationship(back_populates="points")
