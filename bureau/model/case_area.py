"""That a partnership case lies in an area: said by a person, for a reason."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.area import Area
from bureau.model.base import Audited, Base
from bureau.model.organisation import User


class CaseArea(Audited, Base):
    """A case in an area, who said so and why; taken back with a reason, and gone with the case."""

    __tablename__ = "case_area"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    area_id: Mapped[UUID] = mapped_column(ForeignKey("area.id"), index=True)
    why: Mapped[str] = mapped_column(Text)
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    reason: Mapped[str] = mapped_column(Text, default="")
    area: Mapped[Area] = relationship(lazy="joined")
    by: Mapped[User] = relationship(lazy="joined", foreign_keys=[by_id])
    withdrawn_by: Mapped[User | None] = relationship(lazy="joined", foreign_keys=[withdrawn_by_id])
