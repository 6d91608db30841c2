"""Keys that a person hands to a program: for one organisation, one purpose and a limited time."""

from datetime import datetime
from hashlib import sha256
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Base, Identified
from bureau.model.organisation import User
from bureau.rules.dates import civil_date


class Token(Identified, Base):
    """A token for the interface; the program holds the secret, here lies only its digest."""

    __tablename__ = "token"

    digest: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), index=True)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    purpose: Mapped[str] = mapped_column(String(200))
    issued_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    user: Mapped[User] = relationship(lazy="joined")

    def usable(self, now: datetime) -> bool:
        """Whether it still stands for its owner, in the organisation it was made for."""
        owner = self.user
        placed = owner.opens(civil_date(now)) and owner.organisation_id == self.organisation_id
        return placed and self.revoked_at is None and now < self.expires_at


def digest_of(secret: str) -> bytes:
    """What is kept of a secret: enough to recognise it, not enough to use it."""
    return sha256(secret.encode()).digest()
