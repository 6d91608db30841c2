"""The victim check of an agenda item: done before a decision about persons, and never undone."""

from bureau.errors import NotAllowed
from bureau.model import AgendaItem
from bureau.operations._checks import one_of
from bureau.rules.agenda import VictimCheck

BASIS = "Richtlijn 2011/36/EU 8, 11"


def kept_check(item: AgendaItem, told: str, *, decides: bool) -> VictimCheck:
    """What came of the check, as it is written into the minutes.

    Raises NotAllowed for a check that was done and is set back, and for a decision about persons
    without one.
    """
    check = VictimCheck(one_of(told, "victim_check", tuple(VictimCheck)))
    if check is not VictimCheck.NOT_DONE:
        return check
    if item.victim_check != VictimCheck.NOT_DONE:
        raise NotAllowed(
            "The victim check of this item was done: it is not set back.",
            where={"field": "victim_check", "guard": "victim_check", "basis": BASIS},
            hint="Choose what came of it. Has it to be done anew, put the item on the agenda of a"
            " next meeting.",
        )
    if decides and not item.without_persons:
        raise NotAllowed(
            "Nothing is decided about persons before the victim check was done.",
            where={"field": "victim_check", "guard": "victim_check", "basis": BASIS},
            hint="Do the check first and say here what came of it, or hold the item over.",
        )
    return check
