"""What a participant says to giving results of a case: it objects, or consents (WGS 1.7)."""

from uuid import UUID

from bureau.errors import NotAllowed, NotFound
from bureau.model import Organisation, Stance
from bureau.operations import _sharing_sides as sides
from bureau.operations._checks import said
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.work import Work


def take_stance(work: Work, case_id: UUID, recipient: str, objects: bool, reason: str) -> Stance:
    """Object to results for a recipient, or consent to criminal data for it; "" for everybody.

    Raises NotAllowed for who is no participant: the veto belongs to participants (WGS 1.7(1)).
    """
    case = work.going(case_id, Permission.DISCLOSURE_MAKE)
    own = work.session.get_one(Organisation, work.actor.organisation_id)
    if not sides.participant(work, own):
        raise NotAllowed(
            "{name} is no participant: it has no say in what results are given to whom.",
            where={"guard": "participant", "basis": "WGS 1.7(1), 2.19"},
            hint="Tell the coordinator of the case what you think of it.",
            name=own.name,
        )
    target = sides.body(work, case, recipient, "recipient").id if recipient else None
    row = Stance(
        case_id=case.id,
        organisation_id=own.id,
        recipient_id=target,
        objects=objects,
        reason=said(reason, "reason"),
        by_id=work.actor.id,
        said_on=work.today,
    )
    work.session.add(row)
    work.record(EventKind.STANCE_TAKEN, row, objects=objects)
    return row


def lift_stance(work: Work, case_id: UUID, stance_id: UUID, version: int) -> Stance:
    """Take one's own objection or consent back; from now on it holds no more."""
    case = work.case(case_id, Permission.DISCLOSURE_MAKE)
    row = work.within(Stance, stance_id, case)
    if row.organisation_id != work.actor.organisation_id or row.lifted_on:
        raise NotFound("There is nothing here that you may see.")
    work.expect(row, version, {})
    row.lifted_on = work.today
    work.record(EventKind.STANCE_LIFTED, row)
    return row
