"""Advice, hearing and decision as an administrative dossier tells of them."""

from datetime import date

from bureau.errors import NotAllowed
from bureau.model import Advice as StoredAdvice
from bureau.model import Condition as StoredCondition
from bureau.model import Decision as StoredDecision
from bureau.model import Hearing as StoredHearing
from bureau.model import Objection
from bureau.operations import _clocks, _options, _outcomes
from bureau.operations._conditions import holding
from bureau.policy import Permission
from bureau.rules import scope
from bureau.rules.dates import in_words
from bureau.rules.procedure import transitions
from bureau.rules.scope import LegalForm, Scope
from bureau.rules.vocabulary import Stage
from reports.assembly.file import CaseFile
from reports.values.screening import Advice, Condition, Decision, Hearing, ViewForm, ViewPoint

OBJECTION, UNTREATED = "DL11", "T10"
SECTOR_LAW = "sector law"
# What an outcome is called where something already runs: nothing is granted or entered into then.
RUNNING = {"grant_with_conditions": "keep_with_conditions", "no_deal": "end_deal"}


def advice(file: CaseFile, row: StoredAdvice | None) -> Advice | None:
    """The advice of the national office; raises NotAllowed for whoever is none of its readers."""
    if row is None or row.received_on is None:
        return None
    _insist_reader(file, row)
    a, b = (file.t(f"advice.{degree}") for degree in (row.danger_a, row.danger_b))
    return Advice(
        reference=row.document.title if row.document else "",
        requested_on=row.asked_on,
        received_on=row.received_on,
        conclusion=file.t("advice.conclusion", a=a, b=b),
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
    unanswered = file.t("hearing.unanswered")
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
    """The decision as taken, or that there is none yet; of a screening."""
    screening = file.rows.screening
    assert screening is not None  # noqa: S101 - only a screening has this dossier
    kind = scope.scope(screening.scope, screening.law_date)
    body = screening.authority
    to = "" if kind.form is LegalForm.PRIVATE else body
    if row is None:
        text = file.t("decision.not_yet")
        return Decision(False, body, text, text, kind.basis, None, None, None, to)
    basis = _basis(file, row, kind)
    return Decision(
        taken=True,
        body=body,
        text=_text(file, row, kind, Stage(screening.stage)),
        reasoning=_reasons(file, row),
        basis=basis,
        on=row.decided_on,
        announced_on=row.made_known_on,
        objection_until=_objection(file) if to else None,
        objection_to=to,
        conditions=tuple(_condition(file, one, basis) for one in holding(row.conditions)),
    )


def _text(file: CaseFile, row: StoredDecision, kind: Scope, stage: Stage) -> str:
    """What holds now, and since when where it was revised on objection."""
    said = file.t(f"outcome.{kind.decision}.{_outcome(row, stage)}")
    if row.revised_on is None:
        return said
    return f"{said} {file.t('decision.revised', day=in_words(row.revised_on).in_(file.language))}"


def _outcome(row: StoredDecision, stage: Stage) -> str:
    return RUNNING.get(row.holds, row.holds) if stage is Stage.EXISTING else row.holds


def _reasons(file: CaseFile, row: StoredDecision) -> str:
    """The reasons of the decision, or those of the revision that took its place."""
    objections: list[Objection] = file.rows.all(Objection)
    revised = [one.reasons for one in objections if one.decision_id == row.id and one.replaced_by]
    return revised[-1] if revised else row.reasons


def _objection(file: CaseFile) -> date | None:
    clocks = _clocks.clocks(file.rows, file.work.today)
    return next((clock.due for clock in clocks if clock.term == OBJECTION), None)


def _condition(file: CaseFile, row: StoredCondition, basis: str) -> Condition:
    return Condition(
        text=row.text,
        aim=file.t("decision.aim"),
        basis=basis,
        check=in_words(row.check_on).in_(file.language),
    )


def _basis(file: CaseFile, row: StoredDecision, kind: Scope) -> str:
    """The basis of what decided: of leaving untreated, or of the options that stood open.

    Where the assessment no longer bears the decision out, the legal hook alone is named.
    """
    if row.holds not in _outcomes.OUTCOMES:
        return transitions().row(UNTREATED, row.decided_on).basis
    question = _options.request_from(file.rows, row.decided_on)
    options = _options.of(question).reasons if question else ()
    opened = _outcomes.OUTCOMES[row.holds].option
    bases = "; ".join(each.basis for each in options if each.option == opened)
    return named(file, bases or kind.basis)


def named(file: CaseFile, bases: str) -> str:
    """Bases as a reader sees them: each once, and the sector law in words."""
    each = (
        file.t("decision.sector_law") if one == SECTOR_LAW else one for one in bases.split("; ")
    )
    return "; ".join(dict.fromkeys(each))
