"""A case to work in, for the tests of facts, imports and networks."""

from bureau.model import Case, Membership
from bureau.operations import sources
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import CaseKind, Reliability


def open_case(work, *others, kind=CaseKind.SCREENING, title="Café De Ankerplaats", reference=""):
    """A case of the actor, with `others` as members too; its id."""
    case = Case(
        reference=reference or f"SCR-{title[:8]}-{len(title)}",
        kind=kind,
        title=title,
        organisation_id=work.actor.organisation_id,
        opened_on=work.today,
        opened_at=work.now,
        state="ST10",
    )
    for actor in (work.actor, *others):
        case.members.append(Membership(user_id=actor.id, capacity="handler", since=work.today))
    work.session.add(case)
    work.record(EventKind.CASE_OPENED, case)
    return case.id


def add_source(work, case_id, title="Uittreksel", **said):
    """A source in the case; its id."""
    told = {
        "kind": "register",
        "origin": "Handelsregister",
        "obtained_on": work.today,
        "obtained_how": "asked at the register",
        "basis": "Wet Bibob 30",
        "reliability": Reliability.A,
        **said,
    }
    return sources.add_source(work, case_id, title=title, **told).id
