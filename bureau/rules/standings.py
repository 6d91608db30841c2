"""How the parts of a screening can stand, and how its reviews can end."""

from enum import StrEnum


class AnswerStanding(StrEnum):
    """How an answer on the form stands."""

    GIVEN = "given"
    VERIFIED = "verified"
    CONTRADICTORY = "contradictory"
    MISSING = "missing"


class DocumentStanding(StrEnum):
    """How a document that was asked for stands."""

    ASKED = "asked"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    NOT_NEEDED = "not_needed"


class IndicatorStanding(StrEnum):
    """What a person made of an indicator that fired."""

    EXPLAINED = "explained"
    DISMISSED = "dismissed"
    CARRIED = "carried"


class ConditionStanding(StrEnum):
    """How a condition stands; it waits until its decision is made known (Awb 3:40)."""

    WAITING = "waiting"
    OPEN = "open"
    MET = "met"
    BREACHED = "breached"
    ENDED = "ended"


class ObjectionOutcome(StrEnum):
    """What a decision on an objection says of the decision itself (Awb 7:11, 7:12)."""

    UPHELD = "upheld"
    REVISED = "revised"
    INADMISSIBLE = "inadmissible"


class JudgmentOutcome(StrEnum):
    """What a court made of an appeal (Awb 8:70, 8:72); the judgment itself says more."""

    UNFOUNDED = "unfounded"
    ANNULLED = "annulled"
    EFFECTS_KEPT = "effects_kept"
    INADMISSIBLE = "inadmissible"
    WITHDRAWN = "withdrawn"
    OTHER = "other"
