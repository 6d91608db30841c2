"""The life of an intervention plan, and what must be there before it starts or is evaluated."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bureau.errors import NotAllowed
from bureau.rules.schema import listed
from bureau.rules.tables import Row, Table, Texts, table


class PlanState(StrEnum):
    """Where a plan stands."""

    DRAFT = "draft"
    RUNNING = "running"
    STOPPED = "stopped"
    EVALUATED = "evaluated"


class PlanTrack(StrEnum):
    """The road of an option: one of the three tracks, or prevention."""

    CRIMINAL = "criminal"
    ADMINISTRATIVE = "administrative"
    VICTIM = "victim"
    PREVENTION = "prevention"


class SeriesPlace(StrEnum):
    """Where an outcome is measured: the area itself, the ring around it, a comparison area."""

    TARGET = "target"
    RING = "ring"
    CONTROL = "control"


class Movement(StrEnum):
    """How the ring moved beside its target area."""

    ALONG = "along"
    AGAINST = "against"
    STILL = "still"


RING_MARGIN = 0.1  # our design: a smaller change of what there was is standing still


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRequirement(Row):
    """Something that must be there, at least so many times, before a plan takes a step."""

    stage: str
    name: Texts
    least: int


@dataclass(frozen=True, slots=True)
class PlanStep:
    """A step of a plan: from where, to where, and which requirements it asks."""

    source: tuple[PlanState, ...]
    target: PlanState
    stage: str


STEPS = {
    "start": PlanStep((PlanState.DRAFT,), PlanState.RUNNING, "start"),
    "stop": PlanStep((PlanState.RUNNING,), PlanState.STOPPED, ""),
    "evaluate": PlanStep((PlanState.RUNNING, PlanState.STOPPED), PlanState.EVALUATED, "evaluate"),
}


def plan_requirements() -> Table[PlanRequirement]:
    """What a plan must have."""
    return table("plan_requirements", PlanRequirement)


def lacking(stage: str, found: Mapping[str, int], on: date) -> tuple[PlanRequirement, ...]:
    """What is not there often enough for this stage; what `found` leaves out counts as nought."""
    rows = (row for row in plan_requirements().on(on) if row.stage == stage)
    return tuple(row for row in rows if found.get(row.code, 0) < row.least)


def step_plan(state: PlanState, step: str, found: Mapping[str, int], on: date) -> PlanState:
    """The state to which a step leads; raises NotAllowed naming everything that is missing."""
    taken = STEPS.get(step)
    if taken is None or state not in taken.source:
        raise NotAllowed(
            "This plan cannot take that step from where it stands.",
            where={"state": state, "step": step[:20]},
            hint="Open the plan again and choose a step that is offered.",
        )
    if gaps := lacking(taken.stage, found, on):
        raise NotAllowed(
            "The plan cannot go on; missing: {missing}.",
            where={"guard": gaps[0].code, "basis": gaps[0].basis},
            hint="Add what is missing; a draft can wait as long as it has to.",
            missing=listed((row.name.filled(least=row.least) for row in gaps), "; "),
        )
    return taken.target


def ring_moved(series: Mapping[SeriesPlace, tuple[float, float]]) -> Movement | None:
    """Whether the ring moved with its target area, against it, or stood still.

    A change of less than RING_MARGIN of what there was before is standing still; None where the
    area itself stood still, so that nothing follows from its ring.
    """
    (t0, t1), (r0, r1) = series[SeriesPlace.TARGET], series[SeriesPlace.RING]
    if _still(r0, r1):
        return Movement.STILL
    if _still(t0, t1):
        return None
    return Movement.ALONG if (r1 > r0) is (t1 > t0) else Movement.AGAINST


def _still(before: float, after: float) -> bool:
    return abs(after - before) < RING_MARGIN * abs(before) or after == before


def weighted_displacement(series: Mapping[SeriesPlace, tuple[float, float]]) -> float | None:
    """The weighted displacement quotient of (before, after) pairs; None where it has no meaning.

    WDQ = (R1/C1 - R0/C0) / (T1/C1 - T0/C0) with T the target, R the ring and C the comparison
    area (Bowers and Johnson 2003; general knowledge). Below 0 the ring went up while the target
    went down: displacement; above 0 it went down too: diffusion of benefits.
    """
    if len(series) < len(SeriesPlace):
        return None
    (t0, t1), (r0, r1), (c0, c1) = (series[place] for place in SeriesPlace)
    if not (c0 and c1):
        return None
    target = t1 / c1 - t0 / c0
    return (r1 / c1 - r0 / c0) / target if target else None
