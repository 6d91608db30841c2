"""A form that a form server posts: answers and documents, all of it or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import UUID

from bureau.errors import Invalid
from bureau.model import Case
from bureau.operations import _answer_versions, _answers, _gaps, _handing, _procedure, _rows
from bureau.operations._handing import Waiting
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.questionnaire import Answer as Given
from bureau.rules.questionnaire import sections
from bureau.work import Work

REASON = "form received from the form server"


@dataclass(frozen=True, slots=True)
class PostedFile:
    """A file of a posted form, and the document of the checklist that it is."""

    code: str
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file as it was kept."""

    id: UUID
    code: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of a posted form, and what is still missing."""

    reference: str
    kind: str
    on: date
    answers: int
    documents: tuple[KeptFile, ...]
    missing: tuple[str, ...]


def take_form(
    work: Work,
    case_id: UUID,
    version: str,
    answers: Mapping[str, Given],
    files: Sequence[PostedFile] = (),
) -> Intake:
    """Take in the form, or the supplement, that is out with the applicant; it is then handed in.

    `version` is the year of the Regeling Bibob-formulieren that the form follows. Raises Invalid
    with the path of what was not asked or does not fit, NotAllowed when nothing is out.
    """
    case = work.case(case_id, Permission.CASE_STEP)
    screening = _procedure.screening(work, case)
    _same_form(version, screening.law_date)
    out = _handing.insist(work, case)
    _answer(work, case, out, answers)
    kept = tuple(_file(work, case, out, n, file) for n, file in enumerate(files))
    if out.form:
        _handing.give_back(work, case, out.form, REASON, work.today)
    elif out.supplement:
        _handing.supplement(work, case, out.supplement, work.today)
    work.record(EventKind.FORM_TAKEN_IN, case, answers=len(answers), documents=len(kept))
    kind = "form" if out.form else "supplement"
    return Intake(case.reference, kind, work.today, len(answers), kept, _missing(work, case))


def _missing(work: Work, case: Case) -> tuple[str, ...]:
    gaps = _gaps.gaps(_rows.rows(work.session, case, _gaps.NEEDED))
    return tuple(gap.code for gap in gaps)


def _form_version(on: date) -> str:
    """The year of the regulation whose form holds on a day."""
    return str(max(row.valid_from for row in sections().on(on)).year)


def _same_form(version: str, law_date: date) -> None:
    known = _form_version(law_date)
    if version != known:
        raise Invalid(
            "The form has version {version}; this case follows {known}.",
            where={"path": "form.version"},
            hint="The version is the year of the Regeling Bibob-formulieren.",
            version=version[:20],
            known=known,
        )


def _answer(work: Work, case: Case, out: Waiting, given: Mapping[str, Given]) -> None:
    screening = _procedure.screening(work, case)
    known = _answers.questions(screening.scope, screening.law_date)
    open_now = _handing.open_answers(work, case, known, out)
    for code, value in given.items():
        if code not in open_now:
            raise Invalid(
                "Question {code} was not asked in this case.",
                where={"path": f"answers.{code[:20]}"},
                hint="Answers belong to a form that was sent; Annex 1 holds the questions.",
                code=code[:20],
            )
        try:
            text = _answers.write(known[code], value, work.today)
        except Invalid as refusal:
            place = str(refusal.where.get("place", code)).replace("-", ".")
            refusal.where = {"path": f"answers.{place}"}
            raise
        row = open_now[code]
        _answer_versions.keep(work, row, text)
        row.text, row.status = text, "given" if text else _answers.MISSING


def _file(work: Work, case: Case, out: Waiting, number: int, file: PostedFile) -> KeptFile:
    row = _handing.open_documents(work, case, out).get(file.code)
    path = f"documents.{number}"
    if row is None:
        raise Invalid(
            "{code} was not asked in this case.",
            where={"path": f"{path}.code"},
            hint="The checklist belongs to the form; send the form first.",
            code=file.code[:10],
        )
    try:
        made = _handing.keep_file(work, row, file.name, file.content, work.actor.id)
    except Invalid as refusal:
        refusal.where = {"path": f"{path}.content_base64"}
        raise
    work.session.flush()
    digest = sha256(file.content).hexdigest()
    return KeptFile(made.id, file.code, digest, made.size)
