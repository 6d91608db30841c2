"""Copies as they are kept: the first with the issue, what a reader may see of one."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select

from bureau.model import Case, CopyMessage, Dossier, DossierCopy
from bureau.operations import _copy_notices, _correcting
from bureau.operations._copy_notices import Told
from bureau.rules import house_terms
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Track
from bureau.work import Work

FEEDBACK_TERM = "sharing_feedback"  # the yearly answer of whoever received a result (WGS 1.7(4))
QUESTION, FEEDBACK, USE = "question", "feedback", "use"
REPORTS = (FEEDBACK, USE)


@dataclass(frozen=True, slots=True)
class Message:
    """What a recipient said of a copy, and what was answered."""

    id: UUID
    version: int
    kind: str
    says: str
    useful: bool | None
    by: str
    at: datetime
    answer: str
    answered_by: str
    answered_at: datetime | None

    @property
    def open(self) -> bool:
        """Whether it is a question that nobody answered yet."""
        return self.kind == QUESTION and self.answered_at is None


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy, as the page of its dossier and the room of its recipient show it."""

    id: UUID
    version: int
    case_id: UUID
    dossier_id: UUID
    number: int
    recipient: str
    organisation: str
    giver: str
    reference: str
    track: Track
    dossier_number: int
    basis: str
    pages: int
    sha256: str
    original_sha256: str
    content_sha256: str
    made_at: datetime
    received_by: str
    received_at: datetime | None
    feedback_due_on: date
    sealed: bool
    letter_sha256: str
    corrected: bool
    notices: tuple[Told, ...]
    messages: tuple[Message, ...]
    later: UUID | None = None  # in the room: the copy by which a later version came

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.reference}-{self.track}-{self.dossier_number}-copy{self.number}.pdf"

    @property
    def dossier_name(self) -> str:
        """By what the dossier is known outside the house, as its pages say it."""
        return f"{self.reference}-{self.track[0].upper()}{self.dossier_number}"

    @property
    def yearly(self) -> bool:
        """Whether what came of it is owed by law: for what was given under the WGS."""
        return "WGS" in self.basis.upper()

    @property
    def recall(self) -> Told | None:
        """The notice with which it was taken back, if it was."""
        return next((each for each in self.notices if each.recall), None)

    @property
    def questions(self) -> int:
        """How many questions wait for an answer."""
        return sum(each.open for each in self.messages)


def keep_first(work: Work, kept: Dossier, mark: UUID, sha256: str) -> DossierCopy:
    """Keep the first copy of a dossier that goes out now, and the paper that was approved.

    Call it while `kept` still holds the paper without marks.
    """
    kept.original, kept.original_sha256 = kept.pdf, kept.pdf_sha256
    row = DossierCopy(
        id=mark,
        case_id=kept.case_id,
        dossier=kept,
        number=1,
        recipient=kept.recipient,
        organisation_id=kept.to_id,
        sha256=sha256,
        original_sha256=kept.original_sha256,
        content_sha256=kept.content_sha256,
        made_by_id=work.actor.id,
        made_at=work.now,
        feedback_due_on=house_terms.last_day(FEEDBACK_TERM, work.today),
    )
    work.session.add(row)
    work.record(EventKind.COPY_MADE, row, number=row.number, sha256=sha256)
    return row


def copies(work: Work, rows: list[DossierCopy]) -> tuple[Copy, ...]:
    """The copies as values, each with whether a notice of correction concerns it."""
    told: dict[UUID, frozenset[UUID]] = {}
    for row in rows:
        if row.case_id not in told:
            told[row.case_id] = _correcting.corrected(work.session, row.case)
    notices = _copy_notices.of_copies(work, [row.id for row in rows])
    return tuple(
        _copy(row, notices.get(row.id, ()), corrected=row.dossier_id in told[row.case_id])
        for row in rows
    )


def of_dossier(work: Work, kept: Dossier) -> tuple[Copy, ...]:
    """The copies of one dossier, by number."""
    query = select(DossierCopy).where(DossierCopy.dossier_id == kept.id)
    return copies(work, list(work.session.scalars(query.order_by(DossierCopy.number))))


def pages_of(row: DossierCopy) -> bytes:
    """The marked paper; that of the first copy is the dossier as it went out."""
    return row.dossier.pdf if row.pdf is None else row.pdf


def _copy(row: DossierCopy, notices: tuple[Told, ...], *, corrected: bool) -> Copy:
    kept, case = row.dossier, row.case
    return Copy(
        id=row.id,
        version=row.version,
        case_id=row.case_id,
        dossier_id=row.dossier_id,
        number=row.number,
        recipient=row.recipient,
        organisation=row.organisation.name if row.organisation else "",
        giver=_giver(case),
        reference=case.reference,
        track=kept.track,
        dossier_number=kept.number,
        basis=kept.basis,
        pages=kept.pages,
        sha256=row.sha256,
        original_sha256=row.original_sha256,
        content_sha256=row.content_sha256,
        made_at=row.made_at,
        received_by=row.received_by.name if row.received_by else "",
        received_at=row.received_at,
        feedback_due_on=row.feedback_due_on,
        sealed=bool(kept.seal) and row.number == 1,
        letter_sha256=kept.letter_sha256 if row.number == 1 else "",
        corrected=corrected,
        notices=notices,
        messages=tuple(map(_message, row.messages)),
    )


def _giver(case: Case) -> str:
    return case.organisation.name


def _message(row: CopyMessage) -> Message:
    return Message(
        id=row.id,
        version=row.version,
        kind=row.kind,
        says=row.says,
        useful=row.useful,
        by=row.by.name,
        at=row.at,
        answer=row.answer or "",
        answered_by=row.answered_by.name if row.answered_by else "",
        answered_at=row.answered_at,
    )
