"""What is with the applicant now, what may be filled in there, and that it was handed in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import Answer, Case, Document, Questionnaire, Requirement, Supplement
from bureau.operations import _blobs, _pauses, _procedure
from bureau.operations._media import display_name, media_type
from bureau.rules.events import EventKind
from bureau.rules.questionnaire import Question
from bureau.work import Work

WITH_APPLICANT, DEEP, SUPPLEMENTING = "ST30", "ST51", "ST41"
RULE = "SUS1"
OPEN = ("asked", "received", "rejected")  # a document that was accepted needs no other


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the applicant was asked and has not handed in: a round of the form or a supplement."""

    form: Questionnaire | None = None
    supplement: Supplement | None = None

    @property
    def until(self) -> date | None:
        """The last day that was given."""
        if self.supplement:
            return self.supplement.until_on
        return self.form.due_on if self.form else None


def waiting(work: Work, case: Case) -> Waiting:
    """What is with the applicant now; nothing once it was handed in."""
    if case.state in (WITH_APPLICANT, DEEP):
        query = select(Questionnaire).where(Questionnaire.case_id == case.id)
        form = work.session.scalars(query.order_by(Questionnaire.round.desc())).first()
        return Waiting(form=form if form and form.returned_on is None else None)
    if case.state == SUPPLEMENTING:
        asked = select(Supplement).where(Supplement.case_id == case.id)
        found = work.session.scalars(asked.order_by(Supplement.sent_on.desc())).first()
        return Waiting(supplement=found if found and found.completed_on is None else None)
    return Waiting()


def insist(work: Work, case: Case) -> Waiting:
    """What is with the applicant now; raises NotAllowed when it was handed in already."""
    found = waiting(work, case)
    if not (found.form or found.supplement):
        raise NotAllowed(
            "No form is out with the applicant.",
            where={"guard": "form_returned", "basis": "Wet Bibob 7a; Awb 4:5", "state": case.state},
            hint="It was handed in, or nothing more was asked.",
        )
    return found


def newest(work: Work, case: Case) -> dict[str, Answer]:
    """The answer to each question, in the newest round that asked it."""
    query = select(Questionnaire).where(Questionnaire.case_id == case.id)
    forms = work.session.scalars(query.order_by(Questionnaire.round))
    return {answer.question: answer for form in forms for answer in form.answers}


def open_answers(
    work: Work, case: Case, known: Mapping[str, Question], out: Waiting
) -> dict[str, Answer]:
    """What may be answered now: the round that is out, or what the supplement names.

    With a question of a supplement come those that are only asked after a yes to it.
    """
    if out.form:
        return {row.question: row for row in out.form.answers if row.question in known}
    if out.supplement is None:
        return {}
    named = set(out.supplement.gaps)
    return {
        code: row
        for code, row in newest(work, case).items()
        if code in known and (code in named or known[code].when in named)
    }


def open_documents(work: Work, case: Case, out: Waiting) -> dict[str, Requirement]:
    """The documents that may be handed in now, by code."""
    rows = work.session.scalars(select(Requirement).where(Requirement.case_id == case.id))
    named = set(out.supplement.gaps) if out.supplement else None
    return {
        row.code: row
        for row in rows
        if row.status in OPEN and (out.form or (named is not None and row.code in named))
    }


def keep_file(
    work: Work, row: Requirement, filename: str, content: bytes, keeper_id: UUID
) -> Document:
    """A file that was handed in for a document of the checklist, open to the members of the case.

    Raises Invalid for a kind of file that is not kept, TooLarge for one that is too long.
    """
    name = display_name(filename)
    document = Document(
        case_id=row.case_id,
        title=name,
        kind=row.code,
        filename=name,
        media_type=media_type(content, filename),
        size=len(content),
        added_at=work.now,
        added_by_id=keeper_id,
        blob=_blobs.kept(work, content),
    )
    row.document, row.status = document, "received"
    work.session.add(document)
    facts = {"document_kind": row.code, "media_type": document.media_type, "size": document.size}
    work.record(EventKind.DOCUMENT_ADDED, document, **facts)
    return document


def give_back(
    work: Work, case: Case, form: Questionnaire, reason: str, day: date, by_id: UUID | None = None
) -> None:
    """The round came back; the first leads to the completeness check (T06)."""
    form.returned_on = day
    if case.state != DEEP:
        _procedure.move(work, case, "T06", reason, day, by_id)
    work.record(EventKind.FORM_RETURNED, form, round=form.round)


def supplement(work: Work, case: Case, asked: Supplement, day: date) -> None:
    """The supplement came in: from this day the decision term runs again, complete or not."""
    asked.completed_on = day
    _pauses.end(work, case, RULE, min(day, asked.until_on))
    work.record(EventKind.SUPPLEMENT_CLOSED, asked, on=day.isoformat())
