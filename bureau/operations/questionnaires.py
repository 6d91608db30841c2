"""The form (Regeling Bibob-formulieren): sent, returned, answered, and its documents checked."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from bureau.errors import Invalid, NotAllowed
from bureau.model import (
    Answer,
    AnswerVersion,
    Case,
    Document,
    Questionnaire,
    Requirement,
    Screening,
)
from bureau.operations import _answer_versions, _answers, _handing, _procedure
from bureau.operations._checks import fitting, not_before, one_of, said
from bureau.policy import Permission
from bureau.rules import questionnaire
from bureau.rules.deadlines import usual_end
from bureau.rules.events import EventKind
from bureau.rules.questionnaire import Answer as Given
from bureau.rules.standings import AnswerStanding, DocumentStanding
from bureau.work import Work

DEEP = _handing.DEEP


def send_form(
    work: Work,
    case_id: UUID,
    reason: str,
    *,
    questions: Iterable[str] = (),
    due: date | None = None,
    on: date | None = None,
) -> Questionnaire:
    """Send the form, or in the deep investigation a further round of questions (T04).

    Without `questions` the first round asks all that belong to this decision. `reason` says why
    the policy rule selects the case. Raises Invalid for a question outside Annex 1, NotAllowed
    while nobody is recorded as the person concerned.
    """
    case = work.case(case_id, Permission.CASE_STEP)
    screening = _procedure.addressed(work, case)
    sent = _procedure.day(work, case, on)
    last = not_before(due or usual_end("DL02", sent), "due", sent)
    form = _form(work, case, _asked(screening, questions), sent, last)
    if case.state == DEEP:
        said(reason, "reason")
    else:
        screening.policy_reason = screening.policy_reason or said(reason, "reason")
        _require_documents(work, case, screening)
        _procedure.move(work, case, "T04", reason, sent)
    work.record(EventKind.FORM_SENT, form, round=form.round, questions=len(form.answers))
    return form


def _form(work: Work, case: Case, asked: list[str], sent: date, due: date) -> Questionnaire:
    number = select(func.max(Questionnaire.round)).where(Questionnaire.case_id == case.id)
    form = Questionnaire(
        case_id=case.id,
        round=(work.session.scalar(number) or 0) + 1,
        sent_on=sent,
        due_on=due,
    )
    form.answers = [Answer(case_id=case.id, question=code) for code in asked]
    work.session.add(form)
    return form


def _asked(screening: Screening, questions: Iterable[str]) -> list[str]:
    known = _answers.questions(screening.scope, screening.law_date)
    wanted = list(dict.fromkeys(questions)) or list(known)
    if strange := [code for code in wanted if code not in known]:
        raise Invalid(
            "{codes} may not be asked for this decision.",
            where={"field": "questions"},
            hint="Annex 1 of the Regeling Bibob-formulieren is closed: select from its questions.",
            codes=", ".join(strange)[:100],
        )
    return [code for code in known if code in set(wanted)]


def _require_documents(work: Work, case: Case, screening: Screening) -> None:
    for row in questionnaire.documents_for(screening.scope, screening.law_date):
        if row.required:
            work.session.add(Requirement(case_id=case.id, code=row.code))


def return_form(
    work: Work, case_id: UUID, reason: str = "form returned", on: date | None = None
) -> Questionnaire:
    """The form came back; the first round leads to the completeness check (T06)."""
    case = work.case(case_id, Permission.CASE_STEP)
    query = select(Questionnaire).where(Questionnaire.case_id == case.id)
    form = work.session.scalars(query.order_by(Questionnaire.round.desc())).first()
    if form is None or form.returned_on:
        raise NotAllowed(
            "No form is out with the applicant.",
            where={"guard": "form_returned", "basis": "Wet Bibob 7a", "state": case.state},
            hint="Send the form first.",
        )
    _handing.give_back(work, case, form, reason, _procedure.day(work, case, on))
    return form


def record_answers(
    work: Work,
    case_id: UUID,
    given: Mapping[str, Given],
    *,
    versions: Mapping[str, int] | None = None,
    status: str = "given",
    remark: str = "",
) -> list[Answer]:
    """Keep answers by the code of their question; all of them or none.

    An answer that was there already needs the version that was on the screen; raises Changed
    when somebody else wrote it meanwhile, Invalid for a question that was not asked.
    """
    case = work.case(case_id, Permission.CASE_EDIT)
    screening = _procedure.screening(work, case)
    known = _answers.questions(screening.scope, screening.law_date)
    asked = _handing.newest(work, case)
    one_of(status, "status", tuple(AnswerStanding))
    for code, value in given.items():
        if code not in asked or code not in known:
            raise _not_asked(code)
        row, text = asked[code], _answers.write(known[code], value, work.today)
        fresh = 0 if row.text else row.version
        work.expect(row, (versions or {}).get(code, fresh), {"text": text})
        _answer_versions.keep(work, row, text)
        row.text, row.status = text, status if text else _answers.MISSING
        row.remark = fitting(remark, "remark")
    work.record(EventKind.ANSWER_RECORDED, case, answers=len(given), status=status)
    return [asked[code] for code in given]


def judge_answer(
    work: Work, case_id: UUID, answer_id: UUID, version: int, status: str, remark: str
) -> Answer:
    """Say that an answer is verified at the source, or contradicts what is known, and why."""
    case = work.case(case_id, Permission.CASE_EDIT)
    row = work.within(Answer, answer_id, case)
    new = {
        "status": one_of(status, "status", tuple(AnswerStanding)),
        "remark": said(remark, "remark"),
    }
    work.expect(row, version, new)
    row.status, row.remark = new["status"], new["remark"]
    work.record(EventKind.ANSWER_RECORDED, row, question=row.question, status=status)
    return row


def check_requirement(
    work: Work,
    case_id: UUID,
    code: str,
    status: str,
    *,
    remark: str = "",
    document_id: UUID | None = None,
    version: int | None = None,
) -> Requirement:
    """Whether a document of the checklist is there, and what the check of it showed."""
    case = work.case(case_id, Permission.CASE_EDIT)
    row = _requirement(work, case, code)
    new = {"status": one_of(status, "status", tuple(DocumentStanding))}
    work.expect(row, row.version if version is None else version, new)
    row.status = new["status"]
    why = said if status in ("rejected", "not_needed") else fitting
    row.remark = why(remark, "remark")
    if document_id:
        row.document = work.within(Document, document_id, case)
        work.require(Permission.DOCUMENT_READ, row.document)
    work.record(EventKind.DOCUMENT_CHECKED, row, code=row.code, status=status)
    return row


def _requirement(work: Work, case: Case, code: str) -> Requirement:
    query = select(Requirement).where(Requirement.case_id == case.id, Requirement.code == code)
    row = work.session.scalars(query).first()
    if row is None:
        raise Invalid(
            "{code} was not asked in this case.",
            where={"field": "code"},
            hint="The checklist belongs to the form; send the form first.",
            code=code[:10],
        )
    return row


def complete_form(work: Work, case_id: UUID, reason: str, on: date | None = None) -> Case:
    """Every required question and document is there: on to the own investigation (T07)."""
    case = work.case(case_id, Permission.CASE_STEP)
    _procedure.move(work, case, "T07", reason, _procedure.day(work, case, on))
    return case


def list_versions(work: Work, case_id: UUID) -> dict[UUID, list[AnswerVersion]]:
    """What each answer said before and who wrote it, by the id of the answer, oldest first."""
    case = work.case(case_id, Permission.NETWORK_READ)
    found = _answer_versions.of_case(work, case)
    work.record(EventKind.CASE_READ, case, part="versions of answers", shown=len(found))
    return found


def _not_asked(code: str) -> Invalid:
    return Invalid(
        "Question {code} was not asked in this case.",
        where={"field": code[:20]},
        hint="Answers belong to a form that was sent; Annex 1 holds the questions.",
        code=code[:20],
    )
