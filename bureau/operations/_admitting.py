"""Who is admitted to an agenda item and why, and in which phase the item may stand."""

from collections.abc import Sequence
from uuid import UUID

from bureau.errors import Invalid, NotAllowed
from bureau.model import Case, Meeting, User
from bureau.operations._checks import one_of, said
from bureau.operations._seats import partner
from bureau.operations._sharing_sides import phase_of
from bureau.rules.agenda import Phase
from bureau.work import Work


def admitted(
    work: Work, case: Case, meeting: Meeting, seats: Sequence[tuple[str, str]]
) -> dict[UUID, tuple[User, str]]:
    """Chair, secretary and those with a reason, each once."""
    admitted = {work.actor.id: (work.session.get_one(User, work.actor.id), "chair of the meeting")}
    admitted |= {
        user.id: (user, _needed(user, why))
        for user, why in ((partner(work, case, login), why) for login, why in seats)
    }
    admitted.setdefault(meeting.secretary_id, (meeting.secretary, "secretary of the meeting"))
    return admitted


def insist_reached(case: Case, phase: str) -> None:
    """Stop at an item in a later phase than its case: each phase has its own gate."""
    wanted = Phase(one_of(phase, "phase", tuple(Phase)))
    now = phase_of(case)
    if wanted.number > now.number:
        raise NotAllowed(
            "This case stands in phase {now}: an item in phase {wanted} comes too early.",
            where={"field": "phase", "guard": "phase", "basis": "WGS 2.22, 2.23(6)"},
            hint="Decide first that the case goes on, and have the participants write down why"
            " that is necessary; or put the item on the agenda in phase {now}.",
            now=now.number,
            wanted=wanted.number,
        )


def _needed(user: User, why: str) -> str:
    """Why this member needs to know of the item; raises Invalid where nothing is said."""
    if not why.strip():
        raise Invalid(
            "Say why {name} needs to know of this item.",
            where={"field": "seats", "basis": "WGS 1.5, 2.23"},
            hint="Write the reason beside the seat, or leave the seat out.",
            name=user.name,
        )
    return said(why, "reason", 2000)
