"""By whom somebody is known elsewhere, so that a sign-in there opens their account here."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.organisation import CONFIRMED, WAITING, User

ENDED = "ended"


class Identity(Audited, Base):
    """An identifier at one issuer, linked to an account by an administrator.

    It counts once the owner of the account confirmed it: until then its mark is the `asked_mark`,
    which may wait for several, and from then on the `mark`, which opens one account. `tail` is its
    end, by which its owner knows it again. Neither stays once it ended.
    """

    __tablename__ = "identity"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), index=True)
    issuer: Mapped[str] = mapped_column(String(300))
    mark: Mapped[str | None] = mapped_column(String(64), unique=True)
    asked_mark: Mapped[str | None] = mapped_column(String(64), index=True)
    tail: Mapped[str] = mapped_column(String(4))
    shown: Mapped[str] = mapped_column(String(300))
    state: Mapped[str] = mapped_column(String(20), default=WAITING)
    asked_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    asked_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    used_at: Mapped[datetime | None]
    user: Mapped[User] = relationship(foreign_keys=[user_id], lazy="joined")
    asked_by: Mapped[User] = relationship(foreign_keys=[asked_by_id], lazy="joined")

    @property
    def opens(self) -> bool:
        """Whether a sign-in there opens the account: it was confirmed and has not ended."""
        return self.state == CONFIRMED

    @property
    def waits(self) -> bool:
        """Whether its owner has not confirmed it yet."""
        return self.state == WAITING

    @property
    def live(self) -> bool:
        """Whether it opens the account or may do so once it is confirmed."""
        return self.opens or self.waits

    def close(self, state: str, at: datetime) -> None:
        """Let it open nothing from now on, and keep nothing of what it was known by."""
        self.state, self.settled_at = state, at
        self.mark = self.asked_mark = None
        self.tail = self.shown = ""
