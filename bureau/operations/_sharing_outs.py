"""What left a case by the other ways out, listed beside the register: nothing leaves unseen."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from bureau.model import Case, Dossier, Event, Letter
from bureau.rules.dates import civil_date
from bureau.rules.events import EventKind
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class WayOut:
    """A dossier, a letter or an export that went out; `what` is its number, track or format."""

    kind: str
    what: str
    on: date


def ways_out(work: Work, case: Case) -> tuple[WayOut, ...]:
    """The issued dossiers, sent letters and exports of a case, newest first.

    Only for the organisation that keeps the case: they are its own acts.
    """
    if case.organisation_id != work.actor.organisation_id:
        return ()
    found = [*_dossiers(work, case), *_letters(work, case), *_exports(work, case)]
    return tuple(sorted(found, key=lambda each: (each.on, each.kind, each.what), reverse=True))


def _dossiers(work: Work, case: Case) -> list[WayOut]:
    query = select(Dossier.track, Dossier.number, Dossier.issued_at).where(
        Dossier.case_id == case.id, Dossier.issued_at.is_not(None)
    )
    rows = work.session.execute(query)
    return [WayOut("dossier", f"{row[0]} {row[1]}", civil_date(row[2])) for row in rows if row[2]]


def _letters(work: Work, case: Case) -> list[WayOut]:
    query = select(Letter.kind, Letter.number, Letter.sent_on).where(
        Letter.case_id == case.id, Letter.sent_on.is_not(None)
    )
    rows = work.session.execute(query)
    return [WayOut("letter", f"{kind} {number}", on) for kind, number, on in rows if on]


def _exports(work: Work, case: Case) -> list[WayOut]:
    query = select(Event.at, Event.facts).where(
        Event.scope == f"case:{case.id}", Event.kind == EventKind.NETWORK_EXPORTED
    )
    rows = work.session.execute(query)
    return [WayOut("export", str(facts.get("format", "")), civil_date(at)) for at, facts in rows]
