"""Rotating the keys of the house: asked by one administrator, agreed to by another, used once."""

from dataclasses import dataclass

from bureau import keys
from bureau.model import ApprovalRequest, Organisation
from bureau.operations import _approving
from bureau.operations._checks import said
from bureau.operations._house_approvals import ROTATION
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.work import Work


def ask_rotation(work: Work, reason: str) -> ApprovalRequest:
    """Ask a second administrator to agree that the keys now in use are rotated."""
    return _approving.ask(work, ROTATION, _house(work), said(reason, "reason", 500))


def use_rotation(work: Work) -> ApprovalRequest:
    """Use that agreement, in the transaction that begins the rotation; raises NotAllowed without.

    It holds for the keys that were in use when it was asked, and once.
    """
    return _approving.use(work, ROTATION, _house(work))


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
