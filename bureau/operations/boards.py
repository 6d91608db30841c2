"""Barrier boards: what a partnership knows of a form of crime, read by all who take part."""

from dataclasses import dataclass
from datetime import date

from bureau.errors import NotFound
from bureau.operations import _board
from bureau.operations._board import BoardColumn, Standing, StatusLine
from bureau.policy import Permission
from bureau.rules import barrier_standing, barriers, boards
from bureau.rules.barriers import LegalWarning, ModelRow
from bureau.rules.boards import BoardContent, BoardStep, Difference
from bureau.rules.events import EventKind
from bureau.rules.tables import Texts
from bureau.work import Work

__all__ = ["BoardColumn", "Standing", "StatusLine", "compare", "list_boards", "read_barrier"]

COUNTRY = _board.NATIONAL


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One board in the list: how many barriers stand, and how many reviews ran out."""

    row: ModelRow
    number: int
    steps: int
    states: dict[str, int]
    overdue: int


@dataclass(frozen=True, slots=True)
class BoardVersionLine:
    """A version in the history of a board."""

    number: int
    reason: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Board:
    """A board with its steps, barriers, counts, warnings and history."""

    row: ModelRow
    content: BoardContent
    number: int
    columns: tuple[BoardColumn, ...]
    touches: int | None
    warnings: tuple[LegalWarning, ...]
    history: tuple[BoardVersionLine, ...]


@dataclass(frozen=True, slots=True)
class BarrierPage:
    """One barrier with its step, and what the law says where it is chosen."""

    row: ModelRow
    number: int
    step: BoardStep
    standing: Standing
    warnings: tuple[LegalWarning, ...]
    following: tuple[str, ...]


def list_boards(work: Work) -> tuple[BoardLine, ...]:
    """The boards of the partnership, one a model."""
    work.require(Permission.PICTURE_READ)
    found = tuple(_line(work, row) for row in barriers.models().on(work.today))
    work.record(EventKind.BOARD_READ, "board:*", shown=len(found))
    return found


def read_board(work: Work, model: str) -> Board:
    """The board of a model: that of the country until the partnership has a version of its own."""
    work.require(Permission.PICTURE_READ)
    content, number = _board.content(work, model)
    columns, touches = _board.columns(work, content)
    row = barriers.models().row(model, work.today)
    work.record(EventKind.BOARD_READ, f"board:{model}", number=number)
    return Board(row, content, number, columns, touches, row.warnings, _history(work, model))


def read_barrier(work: Work, model: str, code: str) -> BarrierPage:
    """One barrier of a board, with its history, weights and warnings."""
    work.require(Permission.PICTURE_READ)
    content, number = _board.content(work, model)
    step, barrier = content.barrier(code)
    standing = _board.standings(work, content)[code]
    row = barriers.models().row(model, work.today)
    own = (LegalWarning(barrier.warning, barrier.basis),) if barrier.warning.nl else ()
    work.record(EventKind.BOARD_READ, f"board:{model}", barrier=code)
    return BarrierPage(
        row=row,
        number=number,
        step=step,
        standing=standing,
        warnings=own + row.warnings,
        following=barrier_standing.NEXT[standing.state],
    )


def compare(work: Work, model: str, one: int, other: int) -> tuple[Difference, ...]:
    """What version `other` says otherwise than version `one`; 0 is that of the country."""
    work.require(Permission.PICTURE_READ)
    before, after = (_version(work, model, number) for number in (one, other))
    work.record(EventKind.BOARD_READ, f"board:{model}", one=one, other=other)
    return boards.differences(before, after)


def list_leads(work: Work, model: str) -> dict[str, Texts]:
    """Who can lead a barrier of a board, by code."""
    work.require(Permission.PICTURE_READ)
    work.record(EventKind.BOARD_READ, f"board:{model}", part="leads")
    return barriers.lead_kinds(work.today)


def _version(work: Work, model: str, number: int) -> BoardContent:
    if number == COUNTRY:
        return _board.country(work, model)
    for row in _board.versions(work, model):
        if row.number == number:
            return boards.from_json(row.content)
    raise NotFound("There is nothing here that you may see.")


def _history(work: Work, model: str) -> tuple[BoardVersionLine, ...]:
    return tuple(
        BoardVersionLine(row.number, row.reason, row.by.name, row.at.date())
        for row in _board.versions(work, model)
    )


def _line(work: Work, row: ModelRow) -> BoardLine:
    content, number = _board.content(work, row.code)
    known = _board.standings(work, content).values()
    states: dict[str, int] = {}
    for standing in known:
        states[standing.state] = states.get(standing.state, 0) + 1
    late = sum(standing.overdue for standing in known)
    return BoardLine(row, number, len(content.steps), states, late)
