"""What waits for a second person: bound to the digest of exactly what was asked, used once."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base, Sealed
from bureau.model.organisation import Organisation, User
from bureau.rules.approvals import ApprovalState


class ApprovalRequest(Audited, Base):
    """One act on one version of one record, asked by one person and answered by another.

    It holds no content: `digest` is over what the second person is shown. `scope` is the file in
    whose trail it stands; it refers to no file, because a support file is referred to by nothing.
    Words of people are sealed, since they may be about such a file.
    A request that ended without use may be asked again, as the next `attempt`.
    """

    __tablename__ = "approval_request"
    __table_args__ = (
        UniqueConstraint(
            *("subject_kind", "subject_id", "subject_version", "act", "attempt"),
            name="uq_approval_request_once",
        ),
    )

    act: Mapped[str] = mapped_column(String(40))
    subject_kind: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[UUID] = mapped_column(index=True)
    subject_version: Mapped[int]
    attempt: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    scope: Mapped[str] = mapped_column(String(80), index=True)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    asked_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), index=True)
    asked_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(Sealed("approval_request.reason"), default="")
    state: Mapped[ApprovalState] = mapped_column(default=ApprovalState.WAITING)
    settled_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    settled_at: Mapped[datetime | None]
    settled_version: Mapped[int | None]
    answer: Mapped[str] = mapped_column(Sealed("approval_request.answer"), default="")
    used_at: Mapped[datetime | None]
    reviewed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    reviewed_at: Mapped[datetime | None]
    review: Mapped[str] = mapped_column(Sealed("approval_request.review"), default="")
    organisation: Mapped[Organisation] = relationship()
    asked_by: Mapped[User] = relationship(foreign_keys=[asked_by_id], lazy="joined")
    settled_by: Mapped[User | None] = relationship(foreign_keys=[settled_by_id])
    reviewed_by: Mapped[User | None] = relationship(foreign_keys=[reviewed_by_id])
