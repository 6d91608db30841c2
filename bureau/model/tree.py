"""The Merkle tree over the trail: inner nodes, what was signed of it, and who witnessed that.

Like the lines themselves these rows are never changed and never removed.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.organisation import User


class EventNode(Base):
    """The inner nodes that the line `seq` completed, small first, each of 32 bytes."""

    __tablename__ = "event_node"

    seq: Mapped[int] = mapped_column(ForeignKey("event.seq"), primary_key=True, autoincrement=False)
    hashes: Mapped[bytes] = mapped_column(LargeBinary)


class TrailCheckpoint(Base):
    """The tree as one transaction left it: its size, its root and the signature on both."""

    __tablename__ = "trail_checkpoint"

    size: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    root: Mapped[bytes] = mapped_column(LargeBinary(32))
    signature: Mapped[bytes] = mapped_column(LargeBinary(68))


class Witness(Audited, Base):
    """Another organisation that signs what it has seen of the tree; trusted until it is ended."""

    __tablename__ = "witness"

    name: Mapped[str] = mapped_column(String(200))
    key: Mapped[str] = mapped_column(String(300), unique=True)
    trusted_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    trusted_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    trusted_by: Mapped[User] = relationship(lazy="joined")


class Cosignature(Audited, Base):
    """The signature of a witness on the tree at `size`, and when it says to have signed."""

    __tablename__ = "cosignature"

    witness_id: Mapped[UUID] = mapped_column(ForeignKey("witness.id"), index=True)
    size: Mapped[int]
    root: Mapped[bytes] = mapped_column(LargeBinary(32))
    signature: Mapped[bytes] = mapped_column(LargeBinary(76))
    signed_at: Mapped[datetime]
    received_at: Mapped[datetime]
    received_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    witness: Mapped[Witness] = relationship(lazy="joined")
