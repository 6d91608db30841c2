"""The ordinary grounds of a case: the list for its kind of decision, and how each stands."""

from dataclasses import dataclass

from bureau.model import OrdinaryAnswer
from bureau.operations._rows import Rows
from bureau.rules import ordinary_grounds
from bureau.rules.grounds import OrdinaryGround
from bureau.rules.ordinary_grounds import GroundStanding, OrdinaryRow

OTHER = "OTHER"


@dataclass(frozen=True, slots=True)
class GroundLine:
    """One ground of the list with its article, and what was answered to it."""

    row: OrdinaryRow
    cited: str
    answer: OrdinaryAnswer | None

    @property
    def standing(self) -> GroundStanding:
        """How it stands; not checked while nobody answered."""
        return GroundStanding(self.answer.standing) if self.answer else GroundStanding.UNCHECKED


def lines(kept: Rows) -> tuple[GroundLine, ...]:
    """The list for this decision, and behind it answers to grounds that left the list since."""
    screening = kept.screening
    if screening is None:
        return ()
    given: dict[str, OrdinaryAnswer] = {row.code: row for row in kept.all(OrdinaryAnswer)}
    day, stage = screening.law_date, screening.stage
    listed = ordinary_grounds.checklist(screening.scope, stage, day)
    known = {row.code for row in listed}
    left = (ordinary_grounds.found(code, day) for code in given if code not in known)
    rows = (*listed, *(row for row in left if row))
    return tuple(GroundLine(row, row.cited(stage), given.get(row.code)) for row in rows)


def put(kept: Rows) -> tuple[OrdinaryGround, ...]:
    """Each ground that was looked at, as the rules on the options ask it."""
    looked = (line for line in lines(kept) if line.standing is not GroundStanding.UNCHECKED)
    found = [OrdinaryGround(each.row.code, each.standing is GroundStanding.MET) for each in looked]
    if kept.screening and kept.screening.ordinary_ground_met:
        found.append(OrdinaryGround(OTHER, met=True))
    return tuple(found)


def decides(kept: Rows) -> bool:
    """Whether an ordinary ground is met, so that the Wet Bibob stays out of it."""
    return any(ground.met for ground in put(kept))


def met(kept: Rows) -> tuple[GroundLine, ...]:
    """The grounds of the list that are met."""
    return tuple(line for line in lines(kept) if line.standing is GroundStanding.MET)


def reasoned(kept: Rows) -> bool:
    """Whether the ground that decides is reasoned: in the memo, or in its answer."""
    screening = kept.screening
    memo = screening is not None and bool(screening.ordinary_grounds)
    return memo or any(line.answer and line.answer.remark for line in met(kept))
