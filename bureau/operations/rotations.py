"""Rotating the keys of the house: asked by one administrator, agreed to by another, used once."""

from dataclasses import dataclass

from bureau import keys
from bureau.errors import NotAllowed
from bureau.model import ApprovalRequest, Organisation
from bureau.operations import _approving
from bureau.operations._checks import one_of, said
from bureau.operations._house_approvals import ROTATION
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.turning import ROTATING
from bureau.work import Work

NAMING = ": "  # between the key and why it is rotated


def ask_rotation(work: Work, key: str, reason: str) -> ApprovalRequest:
    """Ask a second administrator to agree that one key, as it is now in use, is rotated.

    The reason that is shown names the key.
    """
    named = one_of(key, "key", ROTATING)
    why = f"{named}{NAMING}{said(reason, 'reason', 480)}"
    return _approving.ask(work, ROTATION, _house(work), why)


def use_rotation(work: Work, key: str) -> ApprovalRequest:
    """Use that agreement, in the transaction that begins the rotation; raises NotAllowed without.

    It holds for the key that was named, for the keys in use when it was asked, and once.
    """
    house = _house(work)
    agreed = _approving.usable(work, ROTATION, house)
    if agreed.reason.partition(NAMING)[0] != key:
        raise NotAllowed(
            "What was agreed names another key than {key}.",
            where={"guard": "two people", "key": key},
            hint="Withdraw that question, and ask for this key.",
            key=key,
        )
    return _approving.use(work, ROTATION, house)


@dataclass(frozen=True, slots=True)
class Rotation:
    """The keys in use, each by its mark, and the last question about rotating them."""

    marks: dict[str, str]
    request: ApprovalRequest | None
    open: bool


def read_rotation(work: Work) -> Rotation:
    """The keys in use, and whether an agreement to rotate one waits or stands."""
    house = _house(work)
    found = _approving.every(work, ROTATION, house)
    last = found[-1] if found else None
    work.record(EventKind.KEY_LISTED, "house:keys")
    return Rotation(keys.marks(), last, last is not None and _approving.is_open(work, last))


def _house(work: Work) -> Organisation:
    work.require(Permission.USER_MANAGE)
    return work.session.get_one(Organisation, work.actor.organisation_id)
