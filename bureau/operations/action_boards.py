"""The actions of all meetings side by side, by how far they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bureau.model import Action, Organisation
from bureau.operations._plan_links import Links, plans_at
from bureau.operations._seen_actions import seen
from bureau.policy import Permission
from bureau.rules.agenda import UNFINISHED, ActionStatus
from bureau.rules.events import EventKind
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class Sought:
    """Which actions one wants to see: of an organisation (its code), at a barrier, overdue."""

    organisation: str = ""
    barrier: str = ""
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class Board:
    """The actions by status, what one may choose from, and the day that makes overdue."""

    columns: tuple[tuple[ActionStatus, tuple[Action, ...]], ...]
    organisations: tuple[Organisation, ...]
    barriers: tuple[str, ...]
    overdue: int
    today: date
    plans: Links

    def late(self, action: Action) -> bool:
        """Whether the last day of an unfinished action has passed."""
        return _late(action, self.today)


def read_board(work: Work, sought: Sought) -> Board:
    """The actions of the items that admit one, whatever the meeting; not of items one left."""
    work.require(Permission.WORK_READ)
    rows = seen(work)
    found = [row for row in rows if _wanted(row, sought, work.today)]
    work.record(EventKind.WORK_LISTED, "action:*", shown=len(found))
    bodies = {row.owner_id: row.owner for row in rows}
    return Board(
        columns=tuple((status, _with(found, status)) for status in ActionStatus),
        organisations=tuple(sorted(bodies.values(), key=lambda body: body.name)),
        barriers=tuple(sorted({row.barrier for row in rows if row.barrier})),
        overdue=sum(1 for row in rows if _late(row, work.today)),
        today=work.today,
        plans=plans_at(work, {row.case_id for row in found if row.barrier}),
    )


def _late(action: Action, today: date) -> bool:
    return action.status in UNFINISHED and action.due_on < today


def _wanted(row: Action, sought: Sought, today: date) -> bool:
    return (
        sought.organisation in ("", row.owner.code)
        and sought.barrier in ("", row.barrier)
        and (not sought.overdue or _late(row, today))
    )


def _with(rows: Iterable[Action], status: ActionStatus) -> tuple[Action, ...]:
    return tuple(row for row in rows if row.status == status)
