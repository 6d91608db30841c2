"""The page of the application, with whichever of its forms was not accepted."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from flask_wtf import FlaskForm

from app.forms import screening as forms
from app.views import answers, supplement
from app.views.choices import offer_documents, offer_parties
from app.views.frames import framed
from bureau.operations import case_files, documents, parties
from bureau.operations.case_files import CaseView
from bureau.operations.parties import PartyLine
from bureau.rules.questionnaire import documents as checklist
from bureau.rules.vocabulary import EntityKind
from bureau.work import Work

WHO = (EntityKind.PERSON, EntityKind.COMPANY)


def application(work: Work, case_id: UUID, **given: FlaskForm) -> str:
    """Scope memo, form, checklist, supplement and suspensions of a screening."""
    file = case_files.read_case(work, case_id)
    scope = given.get("scope") or _scope(file)
    if "scope" not in given:
        offer_applicants(scope, parties.list_parties(work, case_id))
    requirement = forms.RequirementForm(formdata=None)
    offer_documents(requirement, documents.list_documents(work, case_id))
    return framed(
        work,
        case_id,
        "screening/application.html",
        file=file,
        screening=file.screening,
        form_sections=_sections(file),
        checklist={row.code: row for row in checklist().on(work.today)},
        gap_words=supplement.words(file),
        open_gaps={gap.code for gap in file.gaps},
        scope_form=scope,
        requirement_form=requirement,
        suspend_form=given.get("suspend") or forms.SuspendForm(formdata=None),
        return_form=forms.ReturnForm(formdata=None),
        judge_form=forms.JudgeForm(formdata=None),
        wrong=next(iter(given.values()), None),
    )


def offer_applicants(form: FlaskForm, known: Iterable[PartyLine]) -> None:
    """Let the person concerned be chosen among persons and companies."""
    offer_parties(form, "applicant", known, WHO, empty=True)


def _scope(file: CaseView) -> forms.ScopeForm:
    form = forms.ScopeForm(formdata=None, obj=file.screening)
    form.applicant.data = str(file.screening.applicant_id or "") if file.screening else ""
    return form


def _sections(file: CaseView) -> list[dict[str, Any]]:
    """Each section with its questions, their newest answers and how many are there."""
    asked = answers.newest(file)
    rows = []
    for section in answers.sections(file):
        lines = [
            {
                "question": question,
                "answer": asked[question.code],
                "kept": answers.kept(asked[question.code]),
            }
            for question in section.questions
            if question.code in asked
        ]
        if lines:
            there = sum(line["answer"].status != "missing" for line in lines)
            rows.append({"section": section, "lines": lines, "there": there})
    return rows
