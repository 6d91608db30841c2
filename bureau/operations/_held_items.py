"""What waits at a table on persons while the victim track holds the case, and what one may do."""

from bureau.errors import N_
from bureau.model import AgendaItem, Case
from bureau.work import Work

NOT_ADDED = N_(
    "Put it on the agenda after that day; an item without persons can be added. Whoever asks hears"
    " that it is postponed, and no reason."
)
NOT_HELD = N_(
    "Take the meeting further after that day, or plan one with items without persons only. Who is"
    " invited hears that it is postponed, and no reason."
)
NOT_ATTENDED = N_(
    "Note everybody as absent from this item and write in the minutes that it goes to a next"
    " meeting: that is no decision, and it needs no reason."
)
NOT_BROUGHT = N_(
    "Bring it after that day; what you brought can be taken back. In direct danger call 112 and say"
    " only what is needed."
)
NOT_RELEASED = N_("Lay it on the table after that day; what lies there can be taken off.")


def insist_addable(work: Work, case: Case, *, persons: bool) -> None:
    """Stop an item on persons of a case that is held."""
    if persons:
        work.insist_unheld(case, instead=NOT_ADDED)


def insist_loose(work: Work, item: AgendaItem, instead: str) -> None:
    """Stop at an item on persons whose case, or which itself, is held; `instead` says what may."""
    if not item.without_persons:
        case = work.session.get_one(Case, item.case_id)
        work.insist_unheld(case, item.number, instead)
