"""How far a run looks from the persons concerned, and what it is for."""

from dataclasses import dataclass, replace

from bureau.errors import Invalid
from bureau.graph.reach import within
from bureau.operations._checks import fitting
from bureau.operations._scene_rows import Evidence
from bureau.rules.vocabulary import HOPS, MOST_HOPS

MOST_REASON = 500


@dataclass(frozen=True, slots=True)
class Reach:
    """How many ties from the persons concerned a run looks, and why where that is more than one."""

    hops: int
    reason: str


@dataclass(frozen=True, slots=True)
class Aim:
    """What a run is for, how far it reaches, and the sentence that tells its reader so."""

    purpose: str
    reach: Reach
    note: str = ""


def reach(hops: int, reason: str) -> Reach:
    """One to three ties; raises Invalid for any other number, and for more than one unexplained."""
    if not HOPS <= hops <= MOST_HOPS:
        raise Invalid(
            "Patterns are looked for within one to three ties of the persons concerned.",
            where={"field": "hops"},
            hint="Give a number from 1 to 3.",
        )
    why = fitting(reason, "reason", MOST_REASON)
    if hops > HOPS and not why:
        raise Invalid(
            "Looking more than one tie far needs a reason.",
            where={"field": "reason"},
            hint="Say which question the wider search should answer; it is kept with the run.",
        )
    return Reach(hops, why)


def nearby(evidence: Evidence, far: Reach) -> tuple[Evidence, str]:
    """The evidence within reach of the persons concerned, and a sentence that says so.

    Where the case does not say whom it concerns there is nothing to count from: it is all.
    """
    if not evidence.concerned:
        return evidence, "Nobody is recorded as person concerned: the whole file was searched."
    near = within(evidence.values, evidence.concerned, far.hops)
    said = f"Searched: what touches parties within {far.hops} of the persons concerned, in ties."
    return replace(evidence, values=near), said


def kept_aim(aim: Aim, evidence: Evidence, note: str) -> Aim:
    """The aim as its run keeps it: no ties where the whole file was searched."""
    hops = aim.reach.hops if evidence.concerned else 0
    return replace(aim, reach=replace(aim.reach, hops=hops), note=note)
