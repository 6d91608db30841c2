"""How barriers stand: weighed by two assessors, agreed, in force, circumvented, ended, reviewed."""

from dataclasses import dataclass
from datetime import date

from bureau.model import BarrierStatus, BarrierWeight
from bureau.operations import _board
from bureau.operations._checks import fitting, not_before, one_of, past, said
from bureau.operations._houses import partnership
from bureau.operations._nobody import insist_nobody
from bureau.policy import Permission
from bureau.rules import barrier_standing, barriers
from bureau.rules.barrier_standing import BarrierState
from bureau.rules.events import EventKind
from bureau.rules.tables import Texts
from bureau.work import Work

NOTE = 2000
NAMES = {
    BarrierState.IDEA: Texts("idee", "idea"),
    BarrierState.AGREED: Texts("afgesproken", "agreed"),
    BarrierState.IN_FORCE: Texts("van kracht", "in force"),
    BarrierState.CIRCUMVENTED: Texts("omzeild", "circumvented"),
    BarrierState.ENDED: Texts("beëindigd", "ended"),
}


@dataclass(frozen=True, slots=True)
class OverdueReview:
    """A barrier whose review ran out, for whoever keeps the board."""

    model: str
    barrier: str
    review_on: date


def weigh_barrier(
    work: Work, model: str, code: str, effort: int, effect: int, note: str, *, looked: bool = False
) -> BarrierWeight:
    """What the actor gives a barrier: effort and effect, 1 (little) to 5 (much)."""
    work.require(Permission.BARRIER_WEIGH)
    _known(work, model, code)
    insist_nobody(work, {"note": note}, looked=looked)
    row = BarrierWeight(
        house_id=partnership(work),
        model=model,
        barrier=code,
        effort=barrier_standing.points(effort, "effort"),
        effect=barrier_standing.points(effect, "effect"),
        note=fitting(note, "note", NOTE),
        by_id=work.actor.id,
        at=work.now,
    )
    work.session.add(row)
    told = {"barrier": code, "effort": row.effort, "effect": row.effect}
    work.record(EventKind.BARRIER_WEIGHED, row, **told)
    return row


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusFields:
    """Where a barrier stands and since when, with what else it does and where crime may go."""

    status: str
    reason: str
    since: date | None = None
    review_on: date | None = None
    side_effect: str = ""
    displacement: str = ""


def move_barrier(
    work: Work, model: str, code: str, fields: StatusFields, *, looked: bool = False
) -> BarrierStatus:
    """Say where a barrier stands from a day on, or that it was reviewed and stands as it did."""
    work.require(Permission.PICTURE_KEEP)
    before = _known(work, model, code)
    state = BarrierState(one_of(fields.status, "status", tuple(BarrierState)))
    barrier_standing.insist_next(before.state, state, NAMES)
    day = past(work, fields.since, "since", before.now.since if before.now else None)
    barrier_standing.insist_review(state, day, fields.review_on)
    row = BarrierStatus(
        house_id=partnership(work),
        model=model,
        barrier=code,
        status=state.value,
        since=day,
        review_on=not_before(fields.review_on, "review_on", day) if fields.review_on else None,
        by_id=work.actor.id,
        at=work.now,
        **_words(work, fields, looked),
    )
    work.session.add(row)
    told = {"barrier": code, "before": before.state, "after": row.status}
    work.record(EventKind.BARRIER_MOVED, row, **told, reason=row.reason)
    return row


def _words(work: Work, fields: StatusFields, looked: bool) -> dict[str, str]:
    words = {
        "side_effect": fitting(fields.side_effect, "side_effect", NOTE),
        "displacement": fitting(fields.displacement, "displacement", NOTE),
        "reason": said(fields.reason, "reason", NOTE),
    }
    insist_nobody(work, words, looked=looked)
    return words


def overdue_reviews(work: Work) -> tuple[OverdueReview, ...]:
    """The barriers of the partnership whose review ran out, for whoever may move them."""
    work.require(Permission.WORK_READ)
    if not work.may(Permission.PICTURE_KEEP):
        return ()
    found = tuple(
        OverdueReview(row.code, standing.barrier.code, standing.history[-1].review_on)
        for row in barriers.models().on(work.today)
        for standing in _board.standings(work, _board.content(work, row.code)[0]).values()
        if standing.overdue and standing.history[-1].review_on
    )
    work.record(EventKind.BOARD_READ, "board:*", overdue=len(found))
    return found


def _known(work: Work, model: str, code: str) -> _board.Standing:
    """The barrier as it stands; raises NotFound for one that the board does not hold."""
    content, _ = _board.content(work, model)
    content.barrier(code)
    return _board.standings(work, content)[code]
