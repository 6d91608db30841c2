"""That a colleague handles a case in which the same person or company appears."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.case import Case


class CaseNotice(Audited, Base):
    """For the handlers of `case_id`: its party `entity_id` appears in `other_case_id` too.

    Two of them are made at once, one for each side. `named` says that whoever acknowledged it
    lets the other side see the own name.
    """

    __tablename__ = "case_notice"
    __table_args__ = (UniqueConstraint("entity_id", "other_case_id"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    entity_id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"))
    other_case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    scheme: Mapped[str] = mapped_column(String(20))
    made_at: Mapped[datetime]
    acknowledged_at: Mapped[datetime | None]
    acknowledged_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    named: Mapped[bool] = mapped_column(default=False)
    case: Mapped[Case] = relationship(foreign_keys=[case_id])
