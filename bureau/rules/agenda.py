"""The closed words of an agenda item: phase, victim check and how far an action is."""

from enum import StrEnum


class Phase(StrEnum):
    """The phase of a case; each admits its own categories of data (WGS 2.22, 2.23)."""

    ENRICHMENT = "P1"
    WEIGHING = "P2"
    DEEP = "P3"


class VictimCheck(StrEnum):
    """Whether somebody in the case could be a victim was asked, and what came of it."""

    NOT_DONE = "not_done"
    NO_INDICATION = "no_indication"
    REFERRED = "referred"


class ActionStatus(StrEnum):
    """How far an agreed action is (partnership A.4)."""

    OPEN = "open"
    DOING = "doing"
    DONE = "done"
    CANNOT = "cannot"
    REPLACED = "replaced"


UNFINISHED = (ActionStatus.OPEN, ActionStatus.DOING)
