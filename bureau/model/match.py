"""What people said about two parties of a case being the same: rows that follow each other."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.entity import Entity
from bureau.model.organisation import User
from bureau.rules.pairs import MatchJudgement


class PairJudgement(Audited, Base):
    """A judgement of a person about one pair; the last by `number` counts, no row is changed.

    `facts` is a digest of what was compared, so that a change of it brings the pair back.
    """

    __tablename__ = "pair_judgement"
    __table_args__ = (UniqueConstraint("left_id", "right_id", "number"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    left_id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"))
    right_id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"), index=True)
    number: Mapped[int]
    judgement: Mapped[MatchJudgement]
    reason: Mapped[str] = mapped_column(Text)
    facts: Mapped[str] = mapped_column(String(64))
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    by: Mapped[User] = relationship(lazy="joined")
    left: Mapped[Entity] = relationship(foreign_keys=[left_id])
    right: Mapped[Entity] = relationship(foreign_keys=[right_id])
