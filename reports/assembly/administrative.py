"""The dossier for the deciding body, from the stored facts of a screening."""

from bureau.errors import NotAllowed
from bureau.model import Advice, Assessment, Decision, Entity, Finding, Lookup, Move
from bureau.model import Hearing as StoredHearing
from bureau.model import Weighing as StoredWeighing
from bureau.operations import _ordinary as _ordinary_lines
from bureau.operations._ordinary import GroundLine
from bureau.rules import scope
from bureau.rules.grounds import ordinary_basis
from bureau.rules.ordinary_grounds import GroundStanding
from bureau.rules.vocabulary import Danger, Track
from reports.assembly import decided, findings
from reports.assembly.annexes import annexes
from reports.assembly.body import body
from reports.assembly.cover import cover_of
from reports.assembly.file import CaseFile
from reports.assembly.ledger import intended
from reports.assembly.openness import openness
from reports.assembly.order import Order
from reports.assembly.signals import signals
from reports.dossier import AdministrativeDossier
from reports.values.screening import Advice as ToldAdvice
from reports.values.screening import (
    Application,
    Factor,
    Ground,
    GroundAssessment,
    InquiryEntry,
    OrdinaryGround,
    Weighing,
)

QUESTIONS = ("interests", "lapse_of_time", "lesser_means", "conclusion")
GROUNDS = {"a": Ground.PROCEEDS, "b": Ground.OFFENCES, "art_3_6": Ground.OBTAINED}


def administrative(file: CaseFile, order: Order) -> AdministrativeDossier:
    """The dossier; raises NotAllowed when the case is no screening with an applicant."""
    cover = cover_of(file.work, Track.ADMINISTRATIVE, file.case, order, file.sieve.reader)
    sheet = findings.exculpatory(file)
    runs = findings.pattern_runs(file) if sheet.hits else ()
    return AdministrativeDossier(
        cover=cover,
        issuance=order.issuance,
        status_note=file.t("track.administrative.status"),
        **body(file),
        application=_application(file),
        summary=findings.summary(file),
        grounds=_ordinary(file),
        inquiry=_inquiry(file),
        signals=signals(file),
        exculpatory=sheet if sheet.hits or sheet.circumstances else None,
        danger=tuple(_danger(file, code) for code in GROUNDS),
        advice=_advice(file),
        weighing=_weighing(file),
        hearing=decided.hearing(file, file.rows.last(StoredHearing)),
        decision=decided.decision(file, file.rows.last(Decision)),
        patterns=runs,
        openness=openness(file, order),
        annexes=annexes(file, order, cover),
    )


def _advice(file: CaseFile) -> ToldAdvice | None:
    """The advice, where a rule or the author does not keep it out."""
    held = file.sieve.advice(intended=intended(file))
    return None if held else decided.advice(file, file.rows.last(Advice))


def _application(file: CaseFile) -> Application:
    row = file.rows.screening
    applicant: Entity | None = (
        file.entities.get(row.applicant_id) if row and row.applicant_id else None
    )
    if row is None or applicant is None:
        raise NotAllowed(
            "The case has no applicant yet.",
            where={"guard": "applicant"},
            hint="Record who applies (betrokkene) on the page of the application.",
        )
    kind = scope.scope(row.scope, row.law_date)
    return Application(
        applicant=applicant.label,
        legal_form=getattr(applicant, "legal_form", ""),
        identifiers=tuple((one.scheme.upper(), one.value) for one in applicant.identifiers),
        representative="",
        decision_kind=kind.name.in_(file.language),
        subject=file.case.title,
        scope=f"{row.scope}: {kind.basis}",
        stage=file.t("stage.application") if row.stage == "application"
        else file.t(f"stage.existing.{kind.decision}"),
        received_on=row.received_on,
        summary=row.policy_reason,
    )  # fmt: skip


def _ordinary(file: CaseFile) -> tuple[OrdinaryGround, ...]:
    """The list with its answers, once one was looked at, and behind it the words of the memo."""
    lines = _ordinary_lines.lines(file.rows)
    looked = any(line.answer for line in lines)
    return (*(_listed(file, line) for line in lines if looked), *_memo(file))


def _listed(file: CaseFile, line: GroundLine) -> OrdinaryGround:
    row = line.answer
    told = row is not None and (row.source_id is None or row.source_id in file.sources)
    open_ = line.standing is GroundStanding.UNCHECKED
    return OrdinaryGround(
        code=line.row.code,
        title=line.row.name.in_(file.language),
        basis=decided.named(file, line.cited),
        met=None if open_ else line.standing is GroundStanding.MET,
        reasoning=row.remark if row and told else "",
        sources=file.number(row.source_id) if row else (),
    )


def _memo(file: CaseFile) -> tuple[OrdinaryGround, ...]:
    row = file.rows.screening
    if row is None or not row.ordinary_grounds:
        return ()
    title = file.t("grounds.title")
    kind = scope.scope(row.scope, row.law_date).decision
    basis = decided.named(file, ordinary_basis(kind, file.work.today))
    return (OrdinaryGround("G1", title, basis, row.ordinary_ground_met, row.ordinary_grounds),)


def _inquiry(file: CaseFile) -> tuple[InquiryEntry, ...]:
    """What was consulted; an answer whose source does not go along is not told either."""
    rows: list[Lookup] = file.rows.all(Lookup)
    return tuple(
        InquiryEntry(
            on=row.consulted_on,
            by=row.by.name,
            consulted=f"{row.register}: {row.question}",
            power=row.basis,
            result=row.result,
            sources=file.number(row.source_id),
        )
        for row in rows
        if row.source_id is None or row.source_id in file.sources
    )


def _danger(file: CaseFile, code: str) -> GroundAssessment:
    rows: list[Assessment] = file.rows.all(Assessment)
    row = next((one for one in rows if one.ground == code), None)
    under = [one for one in findings.kept(file) if one.ground == code]
    moves: list[Move] = file.rows.all(Move)
    degree = row.danger if row else Danger.UNKNOWN
    if row and code == "art_3_6":
        degree = Danger.SERIOUS if row.present else Danger.NONE
    return GroundAssessment(
        ground=GROUNDS[code],
        degree=degree,
        factors=tuple(_factors(file, under)),
        reasoning=row.reasoning if row else file.say("nog niet beoordeeld", "not assessed yet"),
        by=row.by.name if row else file.work.actor.name,
        on=row.at.date() if row else (moves[-1].taken_on if moves else file.work.today),
        statements=tuple(one.number for one in under),
    )


def _factors(file: CaseFile, under: list[Finding]) -> list[Factor]:
    name = file.say("vaststelling ", "statement ")
    return [Factor(f"{name}{one.number}", one.text) for one in under]


def _weighing(file: CaseFile) -> tuple[Weighing, ...]:
    row: StoredWeighing | None = file.rows.last(StoredWeighing)
    if row is None:
        return ()
    answers = {question: getattr(row, question) for question in QUESTIONS}
    return tuple(
        Weighing(file.t(f"weighing.{question}"), answer)
        for question, answer in answers.items()
        if answer
    )
