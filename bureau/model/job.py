"""Long work on its way: who asked for it, how far it is, what came of it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base, SealedJson
from bureau.model.organisation import User


class Job(Audited, Base):
    """A piece of work for the worker; it is authorised again as its requester when it runs.

    What was asked is kept sealed, and no longer than until the job has ended.
    """

    __tablename__ = "job"

    kind: Mapped[str] = mapped_column(String(40))
    scope: Mapped[str] = mapped_column(String(80), index=True)
    arguments: Mapped[dict[str, Any]] = mapped_column(SealedJson("job.arguments"))
    state: Mapped[str] = mapped_column(String(20), default="waiting")
    percent: Mapped[int] = mapped_column(default=0)
    message: Mapped[str] = mapped_column(Text, default="")
    result: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    asked_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), index=True)
    asked_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    asked_by: Mapped[User] = relationship(lazy="joined")
