"""An agreement as a reader sees it, and who may read, keep and change it."""

from dataclasses import dataclass
from uuid import UUID

from bureau.errors import NotAllowed, NotFound
from bureau.model import Agreement, AgreementParty
from bureau.operations import _agreements
from bureau.policy import Permission
from bureau.rules import agreements as law
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class AgreementView:
    """An agreement as a reader sees it: where it stands, what is open, and what may be done."""

    agreement: Agreement
    standing: law.Standing
    warned: bool
    open_items: tuple[law.ChecklistItem, ...]
    may_keep: bool
    renewed: bool
    signing: tuple[AgreementParty, ...]

    @property
    def draft(self) -> bool:
        """Whether its words may still change."""
        return self.agreement.offered_on is None and self.standing is not law.Standing.OVER


def view(work: Work, row: Agreement) -> AgreementView:
    """What one reader sees of an agreement, and may do with it."""
    span = _agreements.span(row)
    signed = sum(1 for one in row.parties if one.signed_on)
    found = law.standing(span, work.today, offered=row.offered_on is not None, signed=signed)
    renewed = _agreements.next_of(work, row) is not None
    unsigned = [each for each in row.parties if row.offered_on and not each.signed_on]
    soon = found is law.Standing.IN_FORCE and law.warned(span, work.today)
    return AgreementView(
        agreement=row,
        standing=found,
        warned=soon and not renewed,
        open_items=law.open_items(row.answers, work.today),
        may_keep=keeps(work, row),
        renewed=renewed,
        signing=tuple(each for each in unsigned if signs(work, row, each)),
    )


def signs(work: Work, row: Agreement, party: AgreementParty) -> bool:
    """Whether the reader may record a signature of this party: its own people, or the keeper.

    In the house that drew it up only a coordinator does.
    """
    own = work.actor.organisation_id
    return keeps(work, row) or (party.organisation_id == own != row.organisation_id)


def readable(work: Work, row: Agreement) -> bool:
    """Whether the reader may see it: a draft is read by the house that draws it up only."""
    own = work.actor.organisation_id
    if row.organisation_id == own:
        return True
    return row.offered_on is not None and any(one.organisation_id == own for one in row.parties)


def keeps(work: Work, row: Agreement) -> bool:
    """Whether the reader is a coordinator of the house that drew it up."""
    own = row.organisation_id == work.actor.organisation_id
    return own and work.may(Permission.AGREEMENT_KEEP)


def kept(work: Work, agreement_id: UUID) -> Agreement:
    """The agreement, for a coordinator of the house that drew it up."""
    work.require(Permission.AGREEMENT_KEEP)
    row = work.session.get(Agreement, agreement_id)
    if row is None or not keeps(work, row):
        raise NotFound("There is nothing here that you may see.")
    return row


def draft(work: Work, agreement_id: UUID, version: int | None) -> Agreement:
    """The draft, at this version where one is given; raises NotAllowed once it was offered."""
    row = kept(work, agreement_id)
    if version is not None:
        work.expect(row, version, {})
    if not view(work, row).draft:
        raise NotAllowed(
            "An agreement that was offered for signature does not change.",
            where={"guard": "offered", "basis": law.BASIS},
            hint="Make a next version, which has to be signed anew.",
        )
    return row
