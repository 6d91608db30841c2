"""Who does what in a case: each action with one owner and one power, held against the role card."""

from dataclasses import dataclass
from uuid import UUID

from bureau.model import Action, Intervention, RoleCard
from bureau.operations._role_cards import cards_of
from bureau.operations._role_faults import faults, twice
from bureau.operations._seen_actions import seen
from bureau.policy import Permission
from bureau.rules import powers
from bureau.rules.agenda import ActionStatus, Declaration
from bureau.rules.events import EventKind
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class RoleLine:
    """An action: who is accountable and who does it, under which power, who sat beside it.

    `faults` are what is to be pointed out, in words of the screen.
    """

    action: Action
    powers: tuple[powers.Power, ...]
    beside: tuple[str, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleOverview:
    """The actions of a case, or of the barriers of one of its plans, that the reader may see."""

    plan: Intervention | None
    lines: tuple[RoleLine, ...]

    @property
    def pointed(self) -> int:
        """How many actions have something pointed out."""
        return sum(bool(line.faults) for line in self.lines)


def read_overview(work: Work, case_id: UUID, plan_id: UUID | None = None) -> RoleOverview:
    """Every action that the reader may see, held against the role card of its owner."""
    case = work.case(case_id, Permission.PLAN_READ)
    plan = work.within(Intervention, plan_id, case) if plan_id else None
    rows = [row for row in seen(work, case.id) if row.status != ActionStatus.REPLACED]
    cards, both = cards_of(work, case), twice(rows)
    shown = [row for row in rows if plan is None or row.barrier in plan.barriers]
    lines = tuple(_line(work, row, cards.get(row.owner_id), both) for row in shown)
    work.record(EventKind.CARD_LISTED, case, actions=len(lines))
    return RoleOverview(plan, lines)


def _line(work: Work, row: Action, card: RoleCard | None, both: frozenset[str]) -> RoleLine:
    beside = {
        seat.user.organisation.name
        for seat in row.item.seats
        if seat.declaration != Declaration.LEFT_ROOM and seat.user.organisation_id != row.owner_id
    }
    known = powers.named(row.power, work.today)
    own = tuple(power for power in known if row.owner.kind in power.kinds)
    return RoleLine(row, own, tuple(sorted(beside)), faults(row, card, both, work.today))
