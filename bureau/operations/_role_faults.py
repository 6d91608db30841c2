"""What is pointed out of an action: its owner, its power, and the role card it goes beyond."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from bureau.model import Action, RoleCard
from bureau.model.entity import folded
from bureau.rules import powers

OWNERS, NO_CARD, UNCONFIRMED, LATE = "several_owners", "card_missing", "card_open", "card_late"


def faults(row: Action, card: RoleCard | None, both: frozenset[str], on: date) -> tuple[str, ...]:
    """What is to be pointed out, in words of the screen; `both` are texts with several owners."""
    found = powers.fault(row.power, row.owner.kind, card.newest.powers if card else None, on)
    elsewhere = row.assignee is not None and row.assignee.organisation_id != row.owner_id
    told = {
        OWNERS: elsewhere or folded(row.text) in both,
        NO_CARD: card is None,
        UNCONFIRMED: card is not None and not card.confirmed,
        LATE: card is not None and row.due_on > card.newest.due_on,
    }
    said = tuple(name for name, holds in told.items() if holds)
    return (found.value, *said) if found else said


def twice(rows: Iterable[Action]) -> frozenset[str]:
    """The words of actions that stand there with more than one owner."""
    owners: dict[str, set[UUID]] = {}
    for row in rows:
        owners.setdefault(folded(row.text), set()).add(row.owner_id)
    return frozenset(text for text, found in owners.items() if len(found) > 1)
