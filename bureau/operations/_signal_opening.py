"""Opens the partnership case that comes of an accepted signal, in phase 1, with its clock."""

from sqlalchemy import select

from bureau.model import Case, Partnership, Signal, User
from bureau.operations import cases, members, sources
from bureau.operations._brought_in import SIGNAL, Whose
from bureau.rules.events import EventKind
from bureau.rules.regimes import JOINT, RegimeChoice
from bureau.rules.signals import DISINTERESTED
from bureau.rules.vocabulary import CaseKind, Reliability
from bureau.work import Work

PARTNER = "partner"


def open_partnership(work: Work, signal: Signal, title: str, activity: str) -> Case:
    """The case with the involved participants, its first source, and what it is opened for."""
    regime = RegimeChoice(JOINT, signal.reference, "WGS 2.17, 2.23(5)")
    case = cases.open_case(work, CaseKind.PARTNERSHIP, title, regime=regime)
    work.session.flush()
    query = select(Partnership).where(Partnership.case_id == case.id)
    kept = work.session.scalars(query).one()
    kept.activity, kept.involved = activity, list(signal.involved)
    work.record(EventKind.CASE_CHANGED, kept, part="involved", count=len(signal.involved))
    for user in _people(work, signal):
        members.share_case(work, case.id, user.login, PARTNER, f"WGS 2.23(5): {signal.reference}")
    sources.add_source(
        work,
        case.id,
        title=f"Signaal {signal.reference}",
        kind="tip",
        origin=signal.organisation.name,
        obtained_on=signal.observed_on,
        obtained_how=signal.checked,
        basis=signal.ground,
        reliability=Reliability.F,
        whose=Whose(signal.organisation.code, SIGNAL),
    )
    return case


def _people(work: Work, signal: Signal) -> list[User]:
    """Those of the involved bodies who wrote the signal or tested it without an interest."""
    tested = [row.person for row in signal.testers if row.declaration == DISINTERESTED]
    found = {
        user.id: user
        for user in (signal.written_by, *tested)
        if user.organisation.code in signal.involved and user.id != work.actor.id
    }
    return list(found.values())
