"""What somebody keeps for the own convenience: filters of the list of cases."""

from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bureau.model.base import Audited, Base


class SavedFilter(Audited, Base):
    """A filter of the list of cases under a name; only its owner sees it."""

    __tablename__ = "saved_filter"
    __table_args__ = (UniqueConstraint("user_id", "name"),)

    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    name: Mapped[str] = mapped_column(String(60))
    content: Mapped[dict[str, str]] = mapped_column(JSON)
