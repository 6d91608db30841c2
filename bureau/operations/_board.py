"""The barrier board of a partnership as it stands: content, statuses, weights and counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from bureau.errors import NotFound
from bureau.model import BarrierStatus, BarrierWeight, BoardVersion, Case, CaseStep
from bureau.operations._houses import partnership
from bureau.rules import barrier_standing, barriers, boards, small_numbers
from bureau.rules.barrier_standing import Weight
from bureau.rules.boards import BoardBarrier, BoardContent, BoardStep
from bureau.rules.tables import Texts
from bureau.work import Work

NATIONAL = 0


@dataclass(frozen=True, slots=True)
class StatusLine:
    """How a barrier stood from a day on, who said so and why."""

    status: str
    since: date
    review_on: date | None
    side_effect: str
    displacement: str
    reason: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Standing:
    """A barrier as the board shows it; `weights` are those of two assessors, the newest."""

    barrier: BoardBarrier
    step: int
    leads: tuple[Texts, ...]
    history: tuple[StatusLine, ...]
    weights: tuple[Weight, ...]
    overdue: bool

    @property
    def state(self) -> str:
        """Where it stands; empty where nobody said so yet."""
        return self.history[-1].status if self.history else ""

    @property
    def now(self) -> StatusLine | None:
        """The newest line of its history."""
        return self.history[-1] if self.history else None

    @property
    def pair(self) -> tuple[Weight, Weight] | None:
        """The weights of two different assessors; None while one or none looked."""
        return barrier_standing.shared(self.weights)

    @property
    def apart(self) -> bool:
        """Whether the two assessors have to talk about it."""
        return barrier_standing.apart(self.pair)


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """A step with its barriers, and how many cases touch it; None where that is kept back."""

    step: BoardStep
    standings: tuple[Standing, ...]
    cases: int | None


def newest(work: Work, model: str) -> BoardVersion | None:
    """The newest own version; None while the rows of the country hold."""
    return next(iter(versions(work, model)), None)


def versions(work: Work, model: str) -> tuple[BoardVersion, ...]:
    """All own versions, the newest first."""
    found = select(BoardVersion).where(
        BoardVersion.house_id == partnership(work), BoardVersion.model == model
    )
    return tuple(work.session.scalars(found.order_by(BoardVersion.number.desc())))


def country(work: Work, model: str) -> BoardContent:
    """The rows of the country for a model; raises NotFound for one that does not exist."""
    if model not in barriers.models().codes():
        raise NotFound("There is nothing here that you may see.")
    return boards.national(barriers.model(model, work.today))


def content(work: Work, model: str) -> tuple[BoardContent, int]:
    """What the board says now, and its number; 0 for the rows of the country."""
    first = country(work, model)
    row = newest(work, model)
    return (boards.from_json(row.content), row.number) if row else (first, NATIONAL)


def standings(work: Work, held: BoardContent) -> dict[str, Standing]:
    """Every barrier of a board with its history and weights, by code."""
    house = partnership(work)
    states = _by_barrier(_rows(work, BarrierStatus, house, held.model))
    weights = _by_barrier(_rows(work, BarrierWeight, house, held.model))
    return {
        barrier.code: _standing(
            work, step.number, barrier, states.get(barrier.code, []), weights.get(barrier.code, [])
        )
        for step, barrier in held.barriers()
    }


def columns(work: Work, held: BoardContent) -> tuple[tuple[BoardColumn, ...], int | None]:
    """The steps of a board with their barriers and counts, and the count of all of them."""
    known = standings(work, held)
    counts = touched(work, held.model)
    numbers = [counts.get(step.number, 0) for step in held.steps]
    told = small_numbers.told(numbers)
    found = tuple(
        BoardColumn(step, tuple(known[each.code] for each in step.barriers), count)
        for step, count in zip(held.steps, told, strict=True)
    )
    return found, small_numbers.total(numbers)


def touched(work: Work, model: str) -> dict[int, int]:
    """How many cases of the partnership touch each step; never which."""
    query = (
        select(CaseStep.step, func.count(func.distinct(CaseStep.case_id)))
        .join(Case, Case.id == CaseStep.case_id)
        .where(
            Case.organisation_id == partnership(work),
            CaseStep.model == model,
            CaseStep.withdrawn_at.is_(None),
        )
        .group_by(CaseStep.step)
    )
    return {row[0]: row[1] for row in work.session.execute(query)}


def lead_names(work: Work, leads: Iterable[str]) -> tuple[Texts, ...]:
    """The names of who leads; a code that left the tables stands for itself."""
    known = barriers.lead_kinds(work.today)
    return tuple(known.get(code, Texts(code, code)) for code in leads)


def _standing(
    work: Work,
    step: int,
    barrier: BoardBarrier,
    states: list[BarrierStatus],
    weights: list[BarrierWeight],
) -> Standing:
    last = states[-1] if states else None
    return Standing(
        barrier=barrier,
        step=step,
        leads=lead_names(work, barrier.leads),
        history=tuple(map(_line, states)),
        weights=tuple(
            Weight(row.by.name, row.effort, row.effect, row.at.date(), row.note) for row in weights
        ),
        overdue=bool(last and barrier_standing.overdue(last.status, last.review_on, work.today)),
    )


def _line(row: BarrierStatus) -> StatusLine:
    same = ("status", "since", "review_on", "side_effect", "displacement", "reason")
    kept = {name: getattr(row, name) for name in same}
    return StatusLine(**kept, by=row.by.name, on=row.at.date())


def _rows(work: Work, kind: type[Any], house: UUID, model: str) -> list[Any]:
    found = select(kind).where(kind.house_id == house, kind.model == model)
    return list(work.session.scalars(found.order_by(kind.at, kind.id)))


def _by_barrier(rows: list[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(row.barrier, []).append(row)
    return found
