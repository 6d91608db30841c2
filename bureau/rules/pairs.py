"""What a person may make of two parties that may be one."""

from enum import StrEnum


class MatchJudgement(StrEnum):
    """A judgement of a pair; `withdrawn` leaves the pair open again."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    WITHDRAWN = "withdrawn"
