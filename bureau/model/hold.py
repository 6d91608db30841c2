"""What the victim track tells a case: whether the victim check was done, and a hold with dates."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from bureau.model.base import Audited, Base


class SafetyHold(Audited, Base):
    """A token in a case: checked or not, and held until a day or until it is released.

    It names no file and no helper. `mark` (HMAC with the support key over the reference of the case
    and the file it came from) lets only that file release it; nobody reads the file from it.
    """

    __tablename__ = "safety_hold"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    item: Mapped[int | None]
    checked: Mapped[bool]
    set_on: Mapped[date]
    until: Mapped[date | None]
    released_on: Mapped[date | None]
    mark: Mapped[str] = mapped_column(String(64))

    def stands(self, today: date) -> bool:
        """Whether the case is on hold by this on `today`."""
        return self.released_on is None and self.until is not None and today <= self.until
