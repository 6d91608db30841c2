"""The closed words of an agenda item: phase, victim check, interests, how far an action is."""

from enum import StrEnum


class Phase(StrEnum):
    """The phase of a case; each admits its own categories of data (WGS 2.22, 2.23)."""

    ENRICHMENT = "P1"
    WEIGHING = "P2"
    DEEP = "P3"

    @property
    def number(self) -> int:
        """The phase as the partner table counts it: 1, 2 or 3."""
        return int(self.value[1:])


class VictimCheck(StrEnum):
    """Whether somebody in the case could be a victim was asked, and what came of it."""

    NOT_DONE = "not_done"
    NO_INDICATION = "no_indication"
    REFERRED = "referred"


class Declaration(StrEnum):
    """What somebody at the table declared about an own interest in the item (partnership A.4)."""

    NOT_ASKED = "not_asked"
    NO_INTEREST = "no_interest"
    LEFT_ROOM = "left_room"


class ActionStatus(StrEnum):
    """How far an agreed action is (partnership A.4)."""

    OPEN = "open"
    DOING = "doing"
    DONE = "done"
    CANNOT = "cannot"
    REPLACED = "replaced"


UNFINISHED = (ActionStatus.OPEN, ActionStatus.DOING)
