"""What an applicant does through the private link: look at the own form, fill it in, hand it in.

The case is the one of the link and is never named by who comes in. Nothing of the case is shown
but what was asked and what was given.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from bureau.errors import AccessDenied, Invalid, TooLarge
from bureau.model import ApplicantLink, Case, HandedIn
from bureau.operations import (
    _answer_versions,
    _answers,
    _applicant_view,
    _gaps,
    _handing,
    _procedure,
    _rows,
)
from bureau.operations._applicant_view import FormView, Receipt
from bureau.operations._checks import said
from bureau.operations._media import media_type
from bureau.policy import Permission
from bureau.rules.answers import YES
from bureau.rules.events import EventKind
from bureau.rules.questionnaire import Answer as Given
from bureau.work import Work

__all__ = ["FormView", "Receipt", "Signature", "add_file", "hand_in", "read_form", "save_answers"]

MOST_BYTES = 20 * 1024 * 1024
MOST_FILES = 20
OFFICE = "application/vnd.openxmlformats-officedocument."
TAKEN = (
    "application/pdf",
    "image/jpeg",
    "image/png",
    f"{OFFICE}wordprocessingml.document",
    f"{OFFICE}spreadsheetml.sheet",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.spreadsheet",
)
TRUE, WHO, PROXY, SIGNED_ON, PLACE = "Q16.01", "Q16.02", "Q16.03", "Q16.04", "Q16.05"
SIGNATURE = (TRUE, WHO, PROXY, SIGNED_ON, PLACE)
REASON = {"nl": "ingeleverd door de aanvrager via de persoonlijke link"}
REASON["en"] = "handed in by the applicant through the private link"


@dataclass(frozen=True, slots=True)
class Signature:
    """The declaration of truth under the form (Q16), and that its gaps are known."""

    declared: bool
    name: str
    place: str
    by_proxy: bool = False
    incomplete: bool = False


def read_form(work: Work) -> FormView:
    """The form as it stands with the applicant: what was asked, given and is still missing."""
    case = _case(work)
    found = _applicant_view.view(work, case)
    work.record(EventKind.FORM_READ, case, open=found.kind)
    return found


def save_answers(
    work: Work, given: Mapping[str, Given], versions: Mapping[str, int] | None = None
) -> int:
    """Keep answers, all of them or none; how many changed.

    Raises NotAllowed once the form was handed in, Invalid for what was not asked or does not fit,
    Changed when the same form was filled in elsewhere meanwhile.
    """
    case = _case(work)
    screening = _procedure.screening(work, case)
    known = _answers.questions(screening.scope, screening.law_date)
    open_now = _handing.open_answers(work, case, known, _handing.insist(work, case))
    for code, value in given.items():
        if code not in open_now or code in SIGNATURE:
            raise Invalid(
                "Question {code} cannot be answered now.",
                where={"field": code[:20], "place": code[:20]},
                hint="Go back to the overview: it shows what is asked.",
                code=code[:20],
            )
        row, text = open_now[code], _answers.write(known[code], value, work.today)
        work.expect(row, (versions or {}).get(code, row.version), {"text": text})
        _answer_versions.keep(work, row, text)
        row.text, row.status = text, "given" if text else _answers.MISSING
    work.record(EventKind.ANSWER_RECORDED, case, answers=len(given), status="given")
    return len(given)


def add_file(work: Work, code: str, filename: str, content: bytes) -> Receipt:
    """Keep a file for one of the documents that were asked; the same file again adds nothing.

    Raises Invalid for a document that is not asked now and for a kind of file that is not taken,
    TooLarge above 20 MiB.
    """
    case = _case(work)
    row = _handing.open_documents(work, case, _handing.insist(work, case)).get(code)
    if row is None:
        raise Invalid(
            "{code} was not asked in this case.",
            where={"field": "file"},
            hint="Go back to the overview: it shows what is asked.",
            code=code[:10],
        )
    before = _applicant_view.receipts(work, case).get(code, ())
    digest = sha256(content).hexdigest()
    if same := next((each for each in before if each.sha256 == digest), None):
        work.record(EventKind.FORM_READ, case, open="receipt")
        return same
    _fit(filename, content, len(before))
    link = _link(work)
    document = _handing.keep_file(work, row, filename, content, link.issued_by_id)
    work.session.add(HandedIn(case_id=case.id, document=document, link_id=link.id, code=code))
    work.record(EventKind.DOCUMENT_CHECKED, row, code=row.code, status=row.status)
    return _applicant_view.receipt(document)


def hand_in(work: Work, signature: Signature) -> FormView:
    """Sign the form and hand it in; from now on it can only be read.

    Raises Invalid where the declaration or a part of the signature is missing, or where something
    that must be there is missing and the applicant did not say to know that.
    """
    case = _case(work)
    out = _handing.insist(work, case)
    _sign(work, case, signature)
    kept = _rows.rows(work.session, case, _gaps.NEEDED)
    if _applicant_view.open_gaps(work, case, kept, out) and not signature.incomplete:
        raise Invalid(
            "Something is still missing.",
            where={"field": "incomplete"},
            hint="Fill it in first, or tick that you hand it in without.",
        )
    link = _link(work)
    reason = REASON[link.language]
    if out.form:
        _handing.give_back(work, case, out.form, reason, work.today, link.issued_by_id)
    elif out.supplement:
        _handing.supplement(work, case, out.supplement, work.today)
    work.session.flush()
    return _applicant_view.view(work, case)


def _sign(work: Work, case: Case, signature: Signature) -> None:
    if not signature.declared:
        raise Invalid(
            "Declare that everything was completed fully and truthfully.",
            where={"field": "declared"},
            hint="Without this declaration the form cannot be handed in.",
        )
    signed: dict[str, Given] = {
        TRUE: YES,
        WHO: said(signature.name, "name", 200),
        PROXY: signature.by_proxy,
        SIGNED_ON: work.today.isoformat(),
        PLACE: said(signature.place, "place", 200),
    }
    screening = _procedure.screening(work, case)
    known = _answers.questions(screening.scope, screening.law_date)
    rows = _handing.newest(work, case)
    for code in signed.keys() & rows.keys() & known.keys():
        text = _answers.write(known[code], signed[code])
        _answer_versions.keep(work, rows[code], text)
        rows[code].text, rows[code].status = text, "given"
    work.record(EventKind.ANSWER_RECORDED, case, answers=len(signed), status="given")


def _fit(filename: str, content: bytes, before: int) -> None:
    if len(content) > MOST_BYTES:
        raise TooLarge(
            "The file has {size} bytes; at most {limit} are kept.",
            where={"field": "file"},
            hint="Split the document or scan it at a lower resolution.",
            size=len(content),
            limit=MOST_BYTES,
        )
    if before >= MOST_FILES:
        raise Invalid(
            "There are {most} files with this document already.",
            where={"field": "file"},
            hint="Put what is left together in one file.",
            most=MOST_FILES,
        )
    if media_type(content, filename) not in TAKEN:
        raise Invalid(
            "This kind of file is not taken here.",
            where={"field": "file"},
            hint="Save it as PDF, JPEG, PNG, Word, Excel or OpenDocument.",
        )


def _case(work: Work) -> Case:
    if work.actor.form_of is None:
        raise AccessDenied(Permission.FORM_FILL, "-")
    return work.case(work.actor.form_of, Permission.FORM_FILL)


def _link(work: Work) -> ApplicantLink:
    return work.session.get_one(ApplicantLink, work.actor.id)
