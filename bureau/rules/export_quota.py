"""How much one person may take out within a time: dated rows, and what is left of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bureau.rules.event_groups import OUTTAKES
from bureau.rules.events import EventKind
from bureau.rules.tables import Row, Table, Texts, table
from bureau.rules.vocabulary import Role


class Place(StrEnum):
    """Where something is taken: out of the files of the house, or a copy in the own room."""

    HOUSE = "house"
    ROOM = "room"


KINDS = {
    Place.ROOM: frozenset({EventKind.COPY_TAKEN}),
    Place.HOUSE: OUTTAKES - {EventKind.COPY_TAKEN},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportQuota(Row):
    """So many in so many hours, for these roles; for everybody else where it names none."""

    name: Texts
    place: Place
    roles: tuple[str, ...]
    hours: int
    number: int

    @property
    def span(self) -> timedelta:
        """The time over which it counts back."""
        return timedelta(hours=self.hours)


@dataclass(frozen=True, slots=True)
class Standing:
    """How much of one row is used at a moment, and when there is room again once there is none."""

    row: ExportQuota
    used: int
    opens: datetime | None

    @property
    def full(self) -> bool:
        """Whether nothing is left."""
        return self.opens is not None

    @property
    def last(self) -> bool:
        """Whether one is left."""
        return self.used == self.row.number - 1


def export_quota() -> Table[ExportQuota]:
    """The rows of the quota."""
    return table("export_quota", ExportQuota)


def place_of(kind: EventKind) -> Place | None:
    """Where this event takes something out; nothing for one that takes out nothing."""
    return next((place for place, kinds in KINDS.items() if kind in kinds), None)


def rows_for(roles: Collection[Role], place: Place, on: date) -> tuple[ExportQuota, ...]:
    """The rows that bind somebody, the shortest time first: of each time one.

    It is the widest of those for their roles, or that for everybody else where none is for them.
    """
    known = {str(role) for role in roles}
    here = [row for row in export_quota().on(on) if row.place is place]
    own = {row.hours for row in here if known & set(row.roles)}
    bound = [
        row for row in here if known & set(row.roles) or (not row.roles and row.hours not in own)
    ]
    widest = {row.hours: row for row in sorted(bound, key=lambda row: row.number)}
    return tuple(widest[hours] for hours in sorted(widest))


def standing(row: ExportQuota, taken: Sequence[datetime], now: datetime) -> Standing:
    """Where a row stands; `taken` are the moments something was taken out, the newest first."""
    within = [moment for moment in taken if moment > now - row.span]
    full = len(within) >= row.number
    return Standing(row, len(within), within[row.number - 1] + row.span if full else None)
