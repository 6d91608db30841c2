"""Advice, hearing and decision as an administrative dossier tells of them."""

from bureau.errors import NotAllowed
from bureau.model import Advice as StoredAdvice
from bureau.model import Decision as StoredDecision
from bureau.model import Hearing as StoredHearing
from bureau.operations import _clocks
from bureau.policy import Permission
from bureau.rules.dates import in_words
from reports.assembly.file import CaseFile
from reports.values.screening import Advice, Condition, Decision, Hearing, ViewForm, ViewPoint

OUTCOMES = {
    "grant": ("De vergunning wordt verleend.", "The licence is granted."),
    "keep": ("De vergunning blijft in stand.", "The licence is kept."),
    "grant_with_conditions": (
        "De vergunning wordt verleend onder voorschriften.",
        "The licence is granted with conditions.",
    ),
    "refuse": ("De vergunning wordt geweigerd.", "The licence is refused."),
    "withdraw": ("De vergunning wordt ingetrokken.", "The licence is withdrawn."),
    "no_deal": ("De overeenkomst wordt niet aangegaan.", "The deal is not entered into."),
}
DANGER = {
    "none": ("geen gevaar", "no danger"),
    "lesser": ("mindere mate van gevaar", "lesser degree of danger"),
    "serious": ("ernstig gevaar", "serious danger"),
    "unknown": ("niet vastgesteld", "not established"),
}
OBJECTION = "DL11"


def advice(file: CaseFile, row: StoredAdvice | None) -> Advice | None:
    """The advice of the national office; raises NotAllowed for whoever is none of its readers."""
    if row is None or row.received_on is None:
        return None
    _insist_reader(file, row)
    say = file.say
    a, b = (say(*DANGER[str(degree)]) for degree in (row.danger_a, row.danger_b))
    return Advice(
        reference=row.document.title if row.document else "",
        requested_on=row.asked_on,
        received_on=row.received_on,
        conclusion=say(f"a-grond: {a}; b-grond: {b}", f"ground a: {a}; ground b: {b}"),
        summary=row.summary or "",
        own_check=row.checked,
    )


def _insist_reader(file: CaseFile, row: StoredAdvice) -> None:
    if row.document is None or not file.work.may(Permission.DOCUMENT_READ, row.document):
        raise NotAllowed(
            "This dossier would tell of an advice of which you are no named reader.",
            where={"guard": "advice readers", "basis": "Wet Bibob 28"},
            hint="Ask a named reader to prepare and to issue it, or to name you.",
        )
    if not row.checked:
        raise NotAllowed(
            "Nobody has checked yet whether the advice is careful, complete and current.",
            where={"guard": "care check", "basis": "Awb 3:9"},
            hint="Write the care check (vergewistoets) first.",
        )


def hearing(file: CaseFile, row: StoredHearing | None) -> Hearing | None:
    """The view of the applicant, point by point."""
    if row is None:
        return None
    unanswered = file.say("nog niet beantwoord", "not answered yet")
    form = {"written": ViewForm.WRITTEN, "oral": ViewForm.ORAL}.get(row.manner, ViewForm.NONE)
    return Hearing(
        invited_on=row.sent_on,
        until=row.until_on,
        form=form if row.received_on else ViewForm.NONE,
        received_on=row.received_on,
        points=tuple(
            ViewPoint(point.number, point.text, point.answer or unanswered, "")
            for point in row.points
        ),
    )


def decision(file: CaseFile, row: StoredDecision | None) -> Decision:
    """The decision as taken, or that there is none yet."""
    screening, say = file.rows.screening, file.say
    body = screening.authority if screening else file.case.organisation.name
    if row is None:
        text = say("Er is nog niet besloten.", "No decision has been taken yet.")
        return Decision(False, body, text, text, "Awb 1:3", None, None, None, body)
    clocks = _clocks.clocks(file.rows, file.work.today)
    until = next((clock.due for clock in clocks if clock.term == OBJECTION), None)
    return Decision(
        taken=True,
        body=body,
        text=say(*OUTCOMES[row.outcome]),
        reasoning=row.reasons,
        basis="Wet Bibob art. 3; Awb 3:46",
        on=row.decided_on,
        announced_on=row.made_known_on,
        objection_until=until,
        objection_to=body,
        conditions=tuple(
            Condition(
                text=one.text,
                aim=say("wegnemen of beperken van het gevaar", "removing or limiting the danger"),
                basis="Wet Bibob art. 3 lid 7",
                check=in_words(one.check_on).in_(file.language),
            )
            for one in row.conditions
        ),
    )
