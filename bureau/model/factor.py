"""What people show at the door besides a password: codes of an app, passkeys, codes on paper."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau import keys
from bureau.model.base import Audited, Base, Identified, new_id
from bureau.model.locked import RowSealed
from bureau.model.organisation import User

CODES, PASSKEY = "codes", "passkey"


class Factor(Audited, Base):
    """A second factor of one person: an app that makes codes, or a passkey.

    `count` is the last step of which a code was used, or the count of the passkey: neither is
    ever taken twice. It works from `confirmed_at` until `removed_at`.
    """

    __tablename__ = "factor"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), index=True)
    kind: Mapped[str] = mapped_column(String(10))
    name: Mapped[str] = mapped_column(String(80))
    secret_locked: Mapped[bytes | None] = mapped_column("secret", RowSealed)
    credential: Mapped[bytes | None] = mapped_column(LargeBinary(1024), unique=True)
    public_key: Mapped[bytes | None] = mapped_column(LargeBinary(1024))
    count: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    used_at: Mapped[datetime | None]
    removed_at: Mapped[datetime | None]
    user: Mapped[User] = relationship(lazy="joined")

    def __init__(self, *, secret: bytes | None = None, **values: object) -> None:
        super().__init__(id=new_id(), **values)
        self.secret_locked = None if secret is None else keys.seal(secret, self.place)

    @property
    def place(self) -> str:
        """What the secret is bound to: table, column and row."""
        return RowSealed.place("factor.secret", self.id)

    @property
    def secret(self) -> bytes:
        """The secret that the app shares, in the clear: never stored, never logged."""
        return keys.unseal(self.secret_locked or b"", self.place)

    @property
    def works(self) -> bool:
        """Whether it was confirmed and not removed."""
        return self.confirmed_at is not None and self.removed_at is None


class RecoveryCode(Audited, Base):
    """A code on paper that stands in for a lost factor, once; only a mark of it is kept."""

    __tablename__ = "recovery_code"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), index=True)
    mark: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    @property
    def works(self) -> bool:
        """Whether it was neither used nor replaced."""
        return self.used_at is None and self.ended_at is None


class Challenge(Identified, Base):
    """Something asked of a browser, to be answered once and soon; only a digest is kept."""

    __tablename__ = "challenge"

    digest: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    aim: Mapped[str] = mapped_column(String(10))
    session_id: Mapped[UUID | None]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
