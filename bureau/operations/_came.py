"""What may be told of the leads of one pattern: never a number that points at one case."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from bureau.rules.vocabulary import LeadJudgement

FEWEST = 5  # cases; a number over fewer could point at one of them
NEW = "new"
Counts = Mapping[str, Mapping[UUID, int]]


@dataclass(frozen=True, slots=True)
class Came:
    """What came of the leads of one pattern; None is a number over too few cases to be told.

    `false_alarms` is the share of judged leads that had an innocent explanation, from 0 to 1.
    """

    hits: int | None
    explained: int | None = None
    retained: int | None = None
    refuted: int | None = None
    false_alarms: float | None = None


def came(counts: Counts, seen: Collection[UUID] = ()) -> Came:
    """What may be told of leads counted by status and case to a reader who may see `seen`.

    A number is told over FEWEST cases or more, or over none. What is left of it after the
    reader's own cases are taken off must again be of FEWEST cases or of none.
    """
    cases = {case for status in counts.values() for case in status}
    if _few(cases, seen):
        return Came(None)
    parts = {each: counts.get(each, {}) for each in (*LeadJudgement, NEW)}
    hits = sum(sum(part.values()) for part in parts.values())
    if any(_few(part, seen) for part in parts.values()):
        return Came(hits)
    told = {each: sum(part.values()) for each, part in parts.items()}
    judged = hits - told[NEW]
    explained = told[LeadJudgement.EXPLAINED]
    return Came(
        hits,
        explained,
        told[LeadJudgement.RETAINED],
        told[LeadJudgement.REFUTED],
        round(explained / judged, 3) if judged else None,
    )


def _few(cases: Collection[UUID], seen: Collection[UUID]) -> bool:
    unseen = [case for case in cases if case not in seen]
    return any(0 < count < FEWEST for count in (len(cases), len(unseen)))
