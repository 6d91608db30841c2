"""What an applicant sees of the own form: what was asked, what was given, what is missing."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select

from bureau.model import Answer, Case, Document, HandedIn, Questionnaire, Requirement
from bureau.operations import _answers, _gaps, _handing, _procedure, _rows
from bureau.operations._handing import Waiting
from bureau.rules import questionnaire
from bureau.rules.questionnaire import Gap, Question, Section
from bureau.rules.scope import scope
from bureau.rules.tables import Texts
from bureau.rules.vocabulary import DecisionKind, Stage
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class Written:
    """An answer as it is kept, and the version that a change of it is compared with."""

    text: str
    version: int


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the form with the questions that were asked, and which can be filled in now."""

    section: Section
    questions: tuple[Question, ...]
    answers: Mapping[str, Written]
    open: frozenset[str]
    missing: frozenset[str]


@dataclass(frozen=True, slots=True)
class Receipt:
    """That a file was received: its name, size and digest, and when."""

    id: UUID
    filename: str
    size: int
    sha256: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AskedDocument:
    """A document that was asked, whether it is there, and the files received for it."""

    code: str
    name: Texts
    there: bool
    open: bool
    needed: bool
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class FormView:
    """The form with the applicant; `kind` says what is out: form, supplement or nothing."""

    kind: str
    authority: str
    reference: str
    subject: Texts
    applicant: str
    decision: DecisionKind
    existing: bool
    sent_on: date | None
    until: date | None
    handed_in_on: date | None
    parts: tuple[Part, ...]
    documents: tuple[AskedDocument, ...]
    gaps: tuple[Gap, ...]


def view(work: Work, case: Case) -> FormView:
    """The form of `case` for whoever it is about; nothing else of the case is in it."""
    screening = _procedure.screening(work, case)
    out = _handing.waiting(work, case)
    kept = _rows.rows(work.session, case, _gaps.NEEDED)
    known = _answers.questions(screening.scope, screening.law_date)
    gaps = open_gaps(work, case, kept, out)
    forms: list[Questionnaire] = kept.all(Questionnaire)
    supplied = out.supplement
    return FormView(
        kind="form" if out.form else "supplement" if supplied else "nothing",
        authority=case.organisation.name,
        reference=case.reference,
        subject=scope(screening.scope, screening.law_date).name,
        applicant=screening.applicant.label if screening.applicant else "",
        decision=scope(screening.scope, screening.law_date).decision,
        existing=screening.stage == Stage.EXISTING,
        sent_on=supplied.sent_on if supplied else forms[-1].sent_on if forms else None,
        until=out.until,
        handed_in_on=forms[-1].returned_on if forms else None,
        parts=_parts(kept, known, _handing.open_answers(work, case, known, out), gaps),
        documents=_documents(work, case, kept, out),
        gaps=gaps,
    )


def open_gaps(work: Work, case: Case, kept: _rows.Rows, out: Waiting) -> tuple[Gap, ...]:
    """What is missing of that which can be filled in or handed in now."""
    screening = _procedure.screening(work, case)
    known = _answers.questions(screening.scope, screening.law_date)
    answers = _handing.open_answers(work, case, known, out)
    there = answers.keys() | _handing.open_documents(work, case, out).keys()
    return tuple(gap for gap in _gaps.gaps(kept) if gap.code in there)


def _parts(
    kept: _rows.Rows,
    known: Mapping[str, Question],
    open_now: Mapping[str, Answer],
    gaps: tuple[Gap, ...],
) -> tuple[Part, ...]:
    """The sections of which something was asked; the signature comes with handing in."""
    screening, asked = kept.screening, _answers.latest(kept)
    if screening is None:
        return ()
    missing = frozenset(gap.code for gap in gaps)
    found = []
    for section in questionnaire.sections_for(screening.scope, screening.law_date):
        rows = tuple(each for each in section.questions if each.code in asked)
        if rows and section.code != "Q16":
            codes = [each.code for each in rows if each.code in known]
            answers = {code: Written(asked[code].text, asked[code].version) for code in codes}
            found.append(Part(section, rows, answers, frozenset(codes) & open_now.keys(), missing))
    return tuple(found)


def _documents(work: Work, case: Case, kept: _rows.Rows, out: Waiting) -> tuple[AskedDocument, ...]:
    screening = kept.screening
    if screening is None:
        return ()
    answers, files = _answers.answered(kept), receipts(work, case)
    open_now = _handing.open_documents(work, case, out)
    asked = {row.code: row for row in kept.all(Requirement) if row.status != "not_needed"}
    return tuple(
        AskedDocument(
            code=row.code,
            name=row.name,
            there=asked[row.code].status in _gaps.THERE,
            open=row.code in open_now,
            needed=questionnaire.wanted(row, answers),
            receipts=files.get(row.code, ()),
        )
        for row in questionnaire.documents_for(screening.scope, screening.law_date)
        if row.code in asked
    )


def receipts(work: Work, case: Case) -> dict[str, tuple[Receipt, ...]]:
    """The files that came through a link of this case, by the document they were meant for."""
    query = select(HandedIn).where(HandedIn.case_id == case.id)
    rows = work.session.scalars(query.join(Document).order_by(Document.added_at))
    found: dict[str, list[Receipt]] = defaultdict(list)
    for row in rows:
        found[row.code].append(receipt(row.document))
    return {code: tuple(each) for code, each in found.items()}


def receipt(document: Document) -> Receipt:
    """What the applicant may keep as proof."""
    return Receipt(
        document.id, document.filename, document.size, document.sha256, document.added_at
    )
