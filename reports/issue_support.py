"""Issuing a personal plan from a support file: the person agrees, and two helpers see it.

Without consent for exactly this recipient nothing is composed; another helper of the file than
the one who composed it approves the plan before it goes out.
"""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import func, select

from bureau.model import SupportDossier, SupportFile, User
from bureau.model.dossier import APPROVED
from bureau.operations import _approving
from bureau.operations._support_lines import insist_unwritten
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Language, Track
from bureau.work import Work
from reports import proof
from reports.assemble import assemble
from reports.assembly.order import Order
from reports.outgoing import (
    Draft,
    Printed,
    filled,
    insist,
    insist_read,
    insist_same,
    issuance,
    issued,
    kind_of,
    opened,
    shown,
    use_approval,
    written_by,
)


def compose_plan(
    work: Work, file_id: UUID, recipient: str, basis: str, language: Language
) -> Draft:
    """What the plan would say; raises NotAllowed unless the person agreed to this recipient."""
    file = work.support_file(file_id, Permission.SUPPORT_DOSSIER)
    insist_unwritten(work, recipient=recipient, basis=basis)
    last = select(func.max(SupportDossier.number)).where(SupportDossier.file_id == file.id)
    order = Order(
        number=(work.session.scalar(last) or 0) + 1,
        recipient=filled(recipient, "recipient"),
        basis=filled(basis, "basis"),
        language=language,
        prepared_at=work.now,
        organisation=work.session.get_one(User, work.actor.id).organisation.name,
    )
    draft = Draft(assemble(work, file, Track.VICTIM, order), order)
    work.record(EventKind.DOSSIER_COMPOSED, file, number=order.number)
    return draft


def keep_plan(work: Work, file_id: UUID, draft: Draft, printed: Printed) -> SupportDossier:
    """Keep a composed plan for another helper of the file to approve."""
    file = work.support_file(file_id, Permission.SUPPORT_DOSSIER)
    kept = SupportDossier(file=file, **shown(work, draft, printed))
    work.session.add(kept)
    work.record(EventKind.DOSSIER_PREPARED, kept, sha256=kept.content_sha256)
    _approving.ask(work, kind_of(kept), kept)
    return kept


def approve_plan(work: Work, file_id: UUID, dossier_id: UUID, digest: str) -> SupportDossier:
    """Approve exactly the plan with this digest; raises NotAllowed for one's own."""
    file = work.support_file(file_id, Permission.SUPPORT_DOSSIER)
    kept = work.within(SupportDossier, dossier_id, file)
    insist_read(kept, digest)
    _approving.agree(work, kind_of(kept), kept)
    return kept


def compose_plan_issue(work: Work, file_id: UUID, dossier_id: UUID) -> Draft:
    """The plan as it goes out; raises NotAllowed when consent or content changed since."""
    file = work.support_file(file_id, Permission.SUPPORT_DOSSIER)
    kept = work.within(SupportDossier, dossier_id, file)
    insist(kept, APPROVED)
    order = Order(
        number=kept.number,
        recipient=kept.recipient,
        basis=kept.basis,
        language=kept.language,
        prepared_at=kept.asked_at,
        organisation=kept.asked_by.organisation.name,
    )
    author = written_by(work, kept)
    insist_same(kept, assemble(author, file, Track.VICTIM, order))
    order = replace(order, issuance=issuance(work, kept))
    work.record(EventKind.DOSSIER_COMPOSED, kept, sha256=kept.content_sha256)
    return Draft(assemble(author, file, Track.VICTIM, order), order)


def issue_plan(work: Work, file_id: UUID, dossier_id: UUID, printed: Printed) -> SupportDossier:
    """Keep the printed plan: from now on it is out."""
    file = work.support_file(file_id, Permission.SUPPORT_DOSSIER)
    work.insist_strong("dossier.issue")
    kept = work.within(SupportDossier, dossier_id, file)
    use_approval(work, kept)
    issued(work, kept, printed)
    told = {"sha256": kept.pdf_sha256, "seal": kept.seal, "letter": kept.letter_sha256}
    work.record(EventKind.DOSSIER_ISSUED, kept, **told)
    proof.commit(work, printed)
    return kept


def list_plans(work: Work, file_id: UUID) -> tuple[SupportFile, list[SupportDossier]]:
    """A support file and its plans, newest first."""
    file = work.support_file(file_id, Permission.SUPPORT_DOSSIER)
    rows = select(SupportDossier).where(SupportDossier.file_id == file.id)
    work.record(EventKind.SUPPORT_READ, file, what="dossiers")
    return file, list(work.session.scalars(rows.order_by(SupportDossier.asked_at.desc())))


def read_plan(
    work: Work, file_id: UUID, dossier_id: UUID, *, whole: bool = True, handed_out: bool = False
) -> SupportDossier:
    """One plan with its pages, `handed_out` as PDF. Not `whole`: the picture of page 1 only."""
    file = work.support_file(file_id, Permission.SUPPORT_DOSSIER)
    kept = work.within(SupportDossier, dossier_id, file)
    if whole:
        opened(work, kept)
    kind = EventKind.DOSSIER_EXPORTED if handed_out else EventKind.DOSSIER_READ
    work.record(kind, kept, state=kept.state)
    return kept


def read_package(work: Work, file_id: UUID, dossier_id: UUID) -> tuple[SupportDossier, bytes]:
    """The sealed package of an issued plan, with its proof; that it left is recorded."""
    file = work.support_file(file_id, Permission.SUPPORT_DOSSIER)
    kept = work.within(SupportDossier, dossier_id, file)
    made = proof.handed_over(work, kept.package, kept.seal)
    work.record(EventKind.DOSSIER_EXPORTED, kept, part="package", state=kept.state)
    return kept, made
