"""A dossier on its way out: the draft, the print, and what both tracks of issuing insist on."""

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from bureau.errors import Invalid, NotAllowed
from bureau.keys import mark_secret
from bureau.model import Case, SupportDossier, User
from bureau.model import Dossier as Kept
from bureau.model.dossier import APPROVED, ISSUED, PREPARED
from bureau.operations import _approving
from bureau.operations._dossier_approvals import DOSSIER, PLAN
from bureau.operations._second_person import Kind
from bureau.rules.vocabulary import Track
from bureau.work import Work
from reports import kept_pieces, summary_letter
from reports.assembly.order import Order
from reports.canonical import content_digest
from reports.dossier import Dossier
from reports.enclosing import NOTHING, Originals, enclosed
from reports.long_paper import Progress
from reports.package import Copy, Package, packed
from reports.pdf import to_pdf
from reports.picture import picture
from reports.values.cover import Issuance, Official

ONLY_COPY = 1
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Draft:
    """The values of a dossier, the order they were made for, and the originals that go along.

    `pieces` are those of its last print, for what did not change since.
    """

    dossier: Dossier
    order: Order
    originals: Originals = NOTHING
    pieces: bytes | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """A dossier on paper: its bytes, a picture of page 1, its digests; issued, also its package."""

    pdf: bytes
    picture: bytes
    pages: int
    sha256: str
    content_sha256: str
    copy: str
    name: str
    package: Package | None = None
    letter_sha256: str = ""
    pieces: bytes | None = None
    mark: UUID | None = None


def printed(draft: Draft, progress: Progress | None = None) -> Printed:
    """Print `draft`; takes seconds, needs no database."""
    order = draft.order
    mark = mark_secret(order.mark) if order.mark else None
    kept = kept_pieces.opened(draft.pieces)
    made = to_pdf(draft.dossier, kept=kept, progress=progress, mark=mark)
    paper = Printed(
        pdf=made.pdf,
        picture=picture(made.pdf),
        pages=made.pages,
        sha256=made.sha256,
        content_sha256=made.content_sha256,
        copy="",
        name=made.name,
        pieces=kept_pieces.kept(made.pieces),
        mark=order.mark,
    )
    return handed_out(draft, paper) if draft.order.issuance else paper


def handed_out(draft: Draft, paper: Printed) -> Printed:
    """The pages as they go out: the copy of its recipient, signed, and sealed with its letter."""
    copy = copied(draft, paper)
    along, name = enclosed(draft.originals), paper.name.removesuffix(".pdf")
    annexes = [one.pdf for one in draft.order.annexes]
    digest = sha256(copy.pdf).hexdigest()
    letter = summary_letter.printed(draft.dossier, copy, digest, paper.pages)
    package = packed(draft.dossier, copy, along, name, annexes, letter.pdf)
    out = replace(paper, pdf=copy.pdf, sha256=digest, copy=copy.mark, package=package)
    return replace(out, letter_sha256=letter.sha256)


def copied(draft: Draft, paper: Printed) -> Copy:
    """The signed copy for the recipient of `draft`, a child of the paper that was approved."""
    # The library of signatures opens slowly, and most commands sign nothing.
    from reports.signing import signed  # noqa: PLC0415

    moment, original = draft.dossier.moment, draft.order.original or paper.sha256
    return Copy(signed(paper.pdf, moment), original, f"{ONLY_COPY}/{ONLY_COPY}")


def shown(work: Work, draft: Draft, made: Printed) -> dict[str, Any]:
    """The columns of a kept draft."""
    return {
        "number": draft.order.number,
        "language": draft.order.language,
        "recipient": draft.order.recipient,
        "basis": draft.order.basis,
        "state": PREPARED,
        "content_sha256": made.content_sha256,
        "pdf_sha256": made.sha256,
        "pages": made.pages,
        "asked_by_id": work.actor.id,
        "asked_at": draft.order.prepared_at,
        "pdf": made.pdf,
        "picture": made.picture,
    }


def with_pieces(work: Work, kept: Kept, made: Printed) -> None:
    """Keep the pieces of the last print of a case and track, and of that one only."""
    query = select(Kept).where(
        Kept.case_id == kept.case_id, Kept.track == kept.track, Kept.pieces.is_not(None)
    )
    for other in work.session.scalars(query):
        other.pieces = None
    kept.pieces = made.pieces


def last_pieces(work: Work, case_id: UUID, track: Track) -> bytes | None:
    """The pieces of the last print of a case and track, if it was a long one."""
    query = select(Kept.pieces).where(
        Kept.case_id == case_id, Kept.track == track, Kept.pieces.is_not(None)
    )
    return work.session.scalar(query.order_by(Kept.number.desc()).limit(1))


def next_number(work: Work, case: Case, track: Track) -> int:
    """The number that the next dossier of a case and track has."""
    query = select(func.max(Kept.number)).where(Kept.case_id == case.id, Kept.track == track)
    return (work.session.scalar(query) or 0) + 1


def insist(kept: Kept | SupportDossier, state: str) -> None:
    """Stop unless the dossier stands where this step needs it."""
    if kept.state != state:
        raise NotAllowed(
            "This dossier is {found}, not {needed}.",
            where={"state": kept.state},
            hint="A dossier is prepared, approved by somebody else, then issued once.",
            found=kept.state,
            needed=state,
        )


def insist_same(kept: Kept | SupportDossier, made: Dossier) -> None:
    """Stop when the facts behind an approved dossier have changed."""
    if content_digest(made) != kept.content_sha256:
        raise NotAllowed(
            "The facts of the case have changed since the approval.",
            where={"guard": "approved content"},
            hint="Prepare the dossier again and have it approved.",
        )


def kind_of(kept: Kept | SupportDossier) -> Kind:
    """How this dossier waits for its second person."""
    return DOSSIER if isinstance(kept, Kept) else PLAN


def insist_read(kept: Kept | SupportDossier, digest: str) -> None:
    """Stop unless exactly the content with this digest waits for approval."""
    insist(kept, PREPARED)
    if digest != kept.content_sha256:
        raise NotAllowed(
            "What you looked at is not what would be issued.",
            where={"guard": "digest"},
            hint="Open the draft again.",
        )


def opened(work: Work, kept: Kept | SupportDossier) -> None:
    """Note who opened the pages of a draft: only they can approve it."""
    if kept.state == PREPARED:
        _approving.look(work, kind_of(kept), kept)


def use_approval(work: Work, kept: Kept | SupportDossier) -> None:
    """Use the approval of exactly this draft, once; raises NotAllowed where it does not hold."""
    insist(kept, APPROVED)
    _approving.use(work, kind_of(kept), kept)


def issued(work: Work, kept: Kept | SupportDossier, made: Printed) -> None:
    """Keep the printed pages: from now on the dossier is out. Its approval was used before."""
    kept.pdf, kept.picture = made.pdf, made.picture
    kept.pdf_sha256, kept.pages, kept.copy = made.sha256, made.pages, made.copy
    kept.state, kept.issued_at = ISSUED, work.now
    if made.package is not None:
        kept.package, kept.seal = made.package.content, made.package.seal
        kept.letter_sha256 = made.letter_sha256


def issuance(work: Work, kept: Kept | SupportDossier) -> Issuance:
    """Who let the dossier go, and when."""
    approver: User | None = kept.approved_by
    _approving.usable(work, kind_of(kept), kept)
    if approver is None or kept.approved_at is None:
        raise NotAllowed("Nobody approved this dossier.", where={"guard": "two people"})
    return Issuance(
        Official(approver.name, approver.organisation.name),
        kept.approved_at,
        work.now,
        ONLY_COPY,
        ONLY_COPY,
    )


def written_by(work: Work, kept: Kept | SupportDossier) -> Work:
    """The same work with the name of the dossier's author on it, as when it was composed."""
    actor = replace(work.actor, name=kept.asked_by.name)
    return replace(work, actor=actor, now=kept.asked_at)


def filled(text: str, field: str) -> str:
    """`text` without blanks around it; raises Invalid when it is empty or too long."""
    said = text.strip()
    if not said or len(said) > LONGEST:
        raise Invalid(
            "Fill in {field}, in at most {most} characters.",
            where={"field": field},
            hint="The reader of the dossier sees this on its first page.",
            field=field,
            most=LONGEST,
        )
    return said
