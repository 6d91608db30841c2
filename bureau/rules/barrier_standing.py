"""How a barrier stands: its status over time, its review, and what two assessors make of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from bureau.errors import Invalid, NotAllowed
from bureau.rules.schema import Texts

LEAST, MOST = 1, 5
PAIR = 2
APART = 2  # so many points apart, two assessors are asked to talk about it


class BarrierState(StrEnum):
    """Where a barrier stands in a partnership."""

    IDEA = "idea"
    AGREED = "agreed"
    IN_FORCE = "in_force"
    CIRCUMVENTED = "circumvented"
    ENDED = "ended"


# The same state again is a review: it stands, until a new day.
NEXT: Mapping[str, tuple[BarrierState, ...]] = MappingProxyType(
    {
        "": (BarrierState.IDEA, BarrierState.AGREED, BarrierState.IN_FORCE),
        BarrierState.IDEA: (BarrierState.IDEA, BarrierState.AGREED, BarrierState.ENDED),
        BarrierState.AGREED: (BarrierState.AGREED, BarrierState.IN_FORCE, BarrierState.ENDED),
        BarrierState.IN_FORCE: (
            BarrierState.IN_FORCE,
            BarrierState.CIRCUMVENTED,
            BarrierState.ENDED,
        ),
        BarrierState.CIRCUMVENTED: (
            BarrierState.CIRCUMVENTED,
            BarrierState.IN_FORCE,
            BarrierState.ENDED,
        ),
        BarrierState.ENDED: (BarrierState.IDEA, BarrierState.AGREED),
    }
)
REVIEWED = (BarrierState.AGREED, BarrierState.IN_FORCE, BarrierState.CIRCUMVENTED)


@dataclass(frozen=True, slots=True)
class Weight:
    """What one assessor gives: effort it takes and effect it has, from 1 (little) to 5 (much)."""

    assessor: str
    effort: int
    effect: int
    on: date
    note: str = ""


def insist_next(before: str, after: BarrierState, names: Mapping[BarrierState, Texts]) -> None:
    """Stop unless `after` may follow `before`; raises NotAllowed with what may."""
    if after in NEXT[before]:
        return
    raise NotAllowed(
        "A barrier does not go from {before} to {after} at once.",
        where={"field": "status", "guard": "barrier_state"},
        hint="Possible now: {names}.",
        before=names[BarrierState(before)] if before else "-",
        after=names[after],
        names=", ".join(NEXT[before]),
    )


def insist_review(state: BarrierState, since: date, review_on: date | None) -> None:
    """Stop where a barrier that is agreed or stands has no day of review after its start."""
    if state in REVIEWED and (review_on is None or review_on <= since):
        raise Invalid(
            "A barrier that is agreed or in force has a day on which it is reviewed.",
            where={"field": "review_on", "guard": "barrier_review"},
            hint="Give a day after the day since when it stands so, at most two years on.",
        )
    if review_on and (review_on - since).days > 2 * 366:
        raise Invalid(
            "The review of a barrier comes within two years.",
            where={"field": "review_on", "guard": "barrier_review"},
            hint="Give an earlier day.",
        )


def points(value: int, field: str) -> int:
    """A whole number from 1 to 5; raises Invalid."""
    if LEAST <= value <= MOST:
        return value
    raise Invalid(
        "{value} is no weight for {field}.",
        where={"field": field},
        hint="Give a whole number from 1 (little) to 5 (much).",
        value=value,
        field=field,
    )


def overdue(state: str, review_on: date | None, today: date) -> bool:
    """Whether the review of a barrier that stands ran out."""
    return state in REVIEWED and review_on is not None and review_on < today


def shared(weights: Sequence[Weight]) -> tuple[Weight, Weight] | None:
    """The newest two of different assessors; None while only one has looked."""
    newest: dict[str, Weight] = {}
    for weight in sorted(weights, key=lambda each: each.on):
        newest.pop(weight.assessor, None)
        newest[weight.assessor] = weight
    if len(newest) < PAIR:
        return None
    one, two = list(newest.values())[-2:]
    return one, two


def apart(pair: tuple[Weight, Weight] | None) -> bool:
    """Whether two assessors differ so much that they have to talk."""
    if pair is None:
        return False
    one, two = pair
    return max(abs(one.effort - two.effort), abs(one.effect - two.effect)) >= APART
