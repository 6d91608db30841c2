"""What somebody took out, told to that person alone; asking a colleague to lift the quota once."""

from dataclasses import dataclass

from sqlalchemy import select

from bureau import outtakes
from bureau.errors import Invalid, NotAllowed
from bureau.model import ApprovalRequest, ExportLift
from bureau.operations import _approving, _reasons
from bureau.operations._checks import one_of
from bureau.operations._house_approvals import LIFT
from bureau.policy import Permission, ever
from bureau.rules.events import EventKind
from bureau.rules.export_quota import Place, Standing
from bureau.rules.need_to_know import most
from bureau.work import Work

ASKED = 10


@dataclass(frozen=True, slots=True)
class Outtakes:
    """How much of each quota is used, which of them are full, and the lifts that were asked."""

    standings: tuple[Standing, ...]
    full: tuple[Place, ...]
    lifts: tuple[ExportLift, ...]
    waits: bool


def read_own(work: Work) -> tuple[Standing, ...]:
    """How much of each quota is used; nobody else is told."""
    work.require(Permission.WORK_READ)
    found = _standings(work)
    work.record(EventKind.QUOTA_READ, f"user:{work.actor.id}")
    return found


def read_outtakes(work: Work) -> Outtakes:
    """The same, with what was asked of colleagues."""
    found = read_own(work)
    query = select(ExportLift).where(ExportLift.user_id == work.actor.id)
    rows = work.session.scalars(query.order_by(ExportLift.asked_at.desc()).limit(ASKED))
    lifts = tuple(rows)
    return Outtakes(found, _full(found), lifts, any(_waits(work, row) for row in lifts))


def ask_lift(work: Work, place: str, number: int, hours: int, reason: str) -> ApprovalRequest:
    """Ask a colleague of the own house to lift a quota once: so many more, within so many hours.

    Raises NotAllowed while something is left, and while an earlier question waits.
    """
    work.require(Permission.WORK_READ)
    where = Place(one_of(place, "place", tuple(Place)))
    why = _reasons.insist(work, reason, "reason")
    if where not in _full(_standings(work)):
        raise NotAllowed(
            "There is something left of this quota.",
            where={"guard": "export_quota"},
            hint="Take out what you need; ask once nothing is left.",
        )
    _insist_nothing_waits(work)
    row = ExportLift(
        user_id=work.actor.id,
        place=where,
        number=_within(work, number, "number", "lift_number"),
        hours=_within(work, hours, "hours", "lift_hours"),
        reason=why,
        asked_at=work.now,
    )
    work.session.add(row)
    work.record(EventKind.QUOTA_ASKED, row, place=where, number=number, hours=hours)
    return _approving.ask(work, LIFT, row, why)


def _standings(work: Work) -> tuple[Standing, ...]:
    # Whoever has files of the own house gets no copies in a room.
    room = ever(work.actor, Permission.RECEIVED_READ) and not ever(
        work.actor, Permission.LEASE_TAKE
    )
    places = (Place.HOUSE, Place.ROOM) if room else (Place.HOUSE,)
    return tuple(
        each
        for place in places
        for each in outtakes.standings(work.session, work.actor, place, work.now)
    )


def _full(found: tuple[Standing, ...]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(each.row.place for each in found if each.full))


def _insist_nothing_waits(work: Work) -> None:
    query = select(ExportLift).where(
        ExportLift.user_id == work.actor.id,
        ExportLift.from_at.is_(None),
        ExportLift.refused_at.is_(None),
    )
    if any(_waits(work, row) for row in work.session.scalars(query)):
        raise NotAllowed(
            "This waits for a second person already.",
            where={"guard": "export_quota"},
            hint="Wait for the answer, or withdraw what was asked.",
        )


def _waits(work: Work, row: ExportLift) -> bool:
    """Whether the question about this lift is still open."""
    if not LIFT.waits(row):
        return False
    return any(_approving.is_open(work, each) for each in _approving.every(work, LIFT, row))


def _within(work: Work, value: int, field: str, limit: str) -> int:
    top = most(limit, work.today)
    if not 1 <= value <= top:
        raise Invalid(
            "Give a number from 1 to {most}.",
            where={"field": field},
            hint="The rows of the house set what one lift can be.",
            most=top,
        )
    return value
