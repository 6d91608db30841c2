"""Letters of a screening: composed from its facts, kept as a draft, sent once and then frozen."""

from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from sqlalchemy import func, select

from bureau.errors import NotAllowed, OutOfOrder
from bureau.model import Case, Document, Letter
from bureau.model.letter import DRAFT
from bureau.operations import _correcting, _letter_due, _letter_paper, _letter_sending, documents
from bureau.operations._checks import one_of, past
from bureau.operations._letter_due import Due
from bureau.operations._letter_paper import Composed, Wanted
from bureau.operations._letter_sending import NOTHING, Compared, Dispatch
from bureau.policy import Permission
from bureau.rules import letters
from bureau.rules.events import EventKind
from bureau.rules.letter_paper import Paper, paper_of
from bureau.rules.letters import LetterField, LetterKind
from bureau.rules.vocabulary import CaseKind, Language
from bureau.work import Work

__all__ = [
    "Compared",
    "Composed",
    "Desk",
    "Dispatch",
    "Due",
    "KindSheet",
    "LetterRead",
    "Wanted",
    "compose_letter",
    "keep_draft",
    "list_letters",
    "read_kind",
    "read_letter",
    "send_letter",
]


@dataclass(frozen=True, slots=True)
class KindSheet:
    """A kind of letter with everything that may stand between its braces."""

    kind: LetterKind
    fields: tuple[LetterField, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """The letters of a case, and which can be written: those whose step has come first.

    `corrected` are those sent of which the recipient is to be told that a fact was wrong.
    """

    letters: tuple[Letter, ...]
    kinds: tuple[Due, ...]
    corrected: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class LetterRead:
    """A letter that was sent, with its pages."""

    letter: Letter
    kind: LetterKind
    paper: Paper
    pdf: bytes

    @property
    def filename(self) -> str:
        """What its file is called."""
        return self.letter.document.filename if self.letter.document else "letter.pdf"


def list_letters(work: Work, case_id: UUID) -> Desk:
    """What was sent and drafted in a case, newest first, and what can be written."""
    case = work.case(case_id, Permission.LETTER_READ)
    rows = select(Letter).where(Letter.case_id == case.id).order_by(Letter.number.desc())
    found = tuple(work.session.scalars(rows))
    work.record(EventKind.LETTER_LISTED, case, shown=len(found))
    corrected = _correcting.unsent_notices(work.session, case)
    return Desk(found, _letter_due.kinds(work, case, found), corrected)


def compose_letter(
    work: Work,
    case_id: UUID,
    kind: str,
    wanted: Wanted,
    *,
    final: bool = False,
    handed_out: bool = False,
) -> Composed:
    """The letter as it would read now, nothing stored; a kept draft is gone on with.

    What is `final` is about to be sent, and must be whole; `handed_out` is about to be printed.
    """
    case = _screened(work, case_id)
    made = _composed(work, case, kind, wanted, final=final)
    held = sum(each.count for each in made.held)
    done = EventKind.LETTER_PRINTED if handed_out else EventKind.LETTER_COMPOSED
    work.record(done, case, letter=kind, held_back=held)
    return made


def keep_draft(work: Work, case_id: UUID, kind: str, wanted: Wanted) -> Letter:
    """Keep the letter as a draft: its wording, address and what was filled in."""
    case = _screened(work, case_id)
    made = _composed(work, case, kind, wanted)
    row = _stored(work, case, made, wanted.language)
    work.record(EventKind.LETTER_KEPT, row, letter=kind, number=row.number)
    return row


def send_letter(
    work: Work,
    case_id: UUID,
    kind: str,
    wanted: Wanted,
    dispatch: Dispatch,
    pdf: bytes,
    said: str,
    compared: Compared = NOTHING,
) -> Letter:
    """Record that the letter went out; from now on its words and pages are frozen.

    `said` is the digest of what was printed: raises NotAllowed when the facts changed since, and
    for a file that the letter was not `compared` with and nobody declared to have read.
    """
    case = _screened(work, case_id)
    made = _composed(work, case, kind, wanted, final=True)
    _letter_sending.insist(made, dispatch, compared, said)
    row = _stored(work, case, made, wanted.language)
    row.content, row.content_sha256 = made.paper.plain(), made.paper.sha256
    row.document = _document(work, case, made, pdf)
    _letter_sending.sent(
        work, case, row, dispatch
    )  # last: from here on the database refuses a change
    work.record(
        EventKind.LETTER_SENT, row, letter=kind, number=row.number, channel=row.channel,
        on=dispatch.on, sha256=sha256(pdf).hexdigest(), held_back=row.held_back,
        read_by_sender=compared.unread,
    )  # fmt: skip
    return row


def read_letter(
    work: Work, case_id: UUID, letter_id: UUID, *, handed_out: bool = False
) -> LetterRead:
    """A letter that was sent, `handed_out` on paper; raises OutOfOrder when its pages changed."""
    case = work.case(case_id, Permission.LETTER_READ)
    row = work.within(Letter, letter_id, case)
    if row.document is None or row.content is None:
        raise NotAllowed(
            "This letter is a draft; nothing was sent yet.",
            where={"state": row.state},
            hint="Go on with the draft on the page of the letters.",
        )
    pdf = bytes(row.document.blob.content)
    if sha256(pdf).hexdigest() != row.document.sha256:
        raise OutOfOrder(
            "A stored file no longer matches its digest.",
            where={"letter": str(row.id)},
            hint="Restore the database from a backup and compare the files.",
        )
    seen = EventKind.LETTER_PRINTED if handed_out else EventKind.LETTER_READ
    work.record(seen, row, number=row.number)
    kind = letters.kind(row.kind, row.sent_on or work.today)
    return LetterRead(row, kind, paper_of(row.content), pdf)


def read_kind(work: Work, kind: str) -> KindSheet:
    """What the law says of a letter; raises NotFound for a word that is none."""
    work.require(Permission.WORK_READ)
    work.record(EventKind.LETTER_LISTED, "letters", letter=kind)
    row = letters.kind(kind, work.today)
    return KindSheet(row, letters.fields(row.fields, work.today))


def _screened(work: Work, case_id: UUID) -> Case:
    case = work.case(case_id, Permission.LETTER_SEND)
    if case.kind is not CaseKind.SCREENING:
        raise NotAllowed(
            "Only a screening has letters.",
            where={"kind": case.kind},
            hint="Open the screening of the application.",
        )
    return case


def _composed(
    work: Work, case: Case, kind: str, wanted: Wanted, *, final: bool = False
) -> Composed:
    known = tuple(row.code for row in letters.kinds().on(work.today))
    row = letters.kind(one_of(kind, "kind", known), work.today)
    past(work, wanted.dated, "sent_on", min(case.opened_on, work.today))
    draft = _draft(work, case, kind, wanted.language)
    number = draft.number if draft else _next(work, case)
    return _letter_paper.composed(work, case, row, number, wanted, draft, final=final)


def _draft(work: Work, case: Case, kind: str, language: Language) -> Letter | None:
    rows = select(Letter).where(
        Letter.case_id == case.id,
        Letter.kind == kind,
        Letter.language == language,
        Letter.state == DRAFT,
    )
    return work.session.scalars(rows).first()


def _next(work: Work, case: Case) -> int:
    last = select(func.max(Letter.number)).where(Letter.case_id == case.id)
    return (work.session.scalar(last) or 0) + 1


def _stored(work: Work, case: Case, made: Composed, language: Language) -> Letter:
    row = _draft(work, case, made.kind.code, language)
    if row is None:
        row = Letter(case_id=case.id, number=made.number, kind=made.kind.code, language=language)
        work.session.add(row)
    row.template, row.answers = made.template, dict(made.answers)
    words = made.written
    row.subject, row.body, row.address = words.subject, words.body, words.address
    row.held_back = sum(each.count for each in made.held)
    row.written_by_id, row.written_at = work.actor.id, work.now
    return row


def _document(work: Work, case: Case, made: Composed, pdf: bytes) -> Document:
    """The pages of the letter among the documents of the case."""
    name = f"{made.paper.reference.replace('/', '-')}-{made.kind.code}.pdf"
    title = f"{made.kind.name.in_(made.paper.language)} ({made.paper.reference})"
    return documents.add_document(work, case.id, name, pdf, title=title[:200], kind="letter")
