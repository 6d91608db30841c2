"""The page of the assessment, with whichever of its forms was not accepted."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from flask_wtf import FlaskForm

from app.context import language
from app.forms import assessment as forms
from app.forms.parts import listed
from app.views.frames import framed
from bureau.operations import advice_readings, assessments, case_files, sources, weighings
from bureau.operations.case_files import CaseView
from bureau.operations.sources import SourceView
from bureau.rules.danger_grounds import grounds as law
from bureau.rules.grounds import Options
from bureau.work import Work

LAW = {"a": "GA", "b": "GB", "art_3_6": "G6", "procurement": "GX"}
GENERAL = "general"


def assessment(work: Work, case_id: UUID, wrong: str = "", **given: FlaskForm) -> str:
    """Everything on the assessment of one case."""
    file = case_files.read_case(work, case_id)
    return framed(
        work,
        case_id,
        "screening/assessment.html",
        file=file,
        grounds=[_ground(file, code, work, wrong, given) for code in _codes(file)],
        known={row.id for row in sources.list_sources(work, case_id)},
        general=[row for row in file.findings if row.ground == GENERAL],
        options=plain(weighings.options_now(work, case_id), language()),
        advices=[(line, _said(work, case_id, line)) for line in file.advices],
        earlier=assessments.list_earlier(work, case_id),
        weigh_form=given.get("weigh") or forms.WeighForm(formdata=None, obj=file.weighing),
        sign_form=given.get("sign"),
        wrong=wrong,
        actor_id=work.actor.id,
    )


def offer_carriers(form: forms.FindingForm, known: Iterable[SourceView]) -> None:
    """Let a finding be carried by the sources of the case."""
    pairs = [(row.id, f"{row.number}. {row.title} ({row.reliability})") for row in known]
    form.sources.choices = listed(pairs)


def plain(options: Options, language: str) -> dict[str, Any]:
    """What the law leaves open, for macros/case.html."""

    def said(reason: Any) -> dict[str, str]:
        return {
            "option": reason.option,
            "text": reason.text.in_(language),
            "basis": reason.basis,
        }

    return {
        "may_grant": options.may_grant,
        "may_attach_conditions": options.may_attach_conditions,
        "may_refuse": options.may_refuse,
        "must_refuse": options.must_refuse,
        "not_treated": options.not_treated,
        "view_first": options.view_first,
        "reasons": [said(row) for row in options.reasons],
        "notes": [said(row) for row in options.notes],
        "closed": [said(row) for row in options.closed],
    }


def _codes(file: CaseView) -> list[str]:
    used = {row.ground for row in file.findings} | {row.ground for row in file.assessments}
    return [code for code in LAW if code != "procurement" or "procurement" in used]


def _ground(
    file: CaseView, code: str, work: Work, wrong: str, given: dict[str, FlaskForm]
) -> dict[str, Any]:
    row = next((each for each in file.assessments if each.ground == code), None)
    refused = given.get("danger") if wrong == code else None
    text = next((each for each in law().on(work.today) if each.code == LAW[code]), None)
    return {
        "code": code,
        "law": text,
        "findings": [each for each in file.findings if each.ground == code],
        "assessment": row,
        "yes_or_no": code in ("art_3_6", "procurement"),
        "form": refused or forms.DangerForm(formdata=None, obj=row),
        "wrong": refused is not None,
    }


def _said(work: Work, case_id: UUID, line: Any) -> Any:
    """What an advice says, for its named readers only."""
    if not line.may_read:
        return None
    return advice_readings.read_advice(work, case_id, line.id)
