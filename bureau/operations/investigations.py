"""The own investigation: every register that was consulted, on which basis, about whom."""

from datetime import date
from uuid import UUID

from bureau.errors import N_, Invalid, NotAllowed, NotFound
from bureau.model import Case, Entity, Lookup, Move, Screening, Source
from bureau.operations import _circle, _procedure, _rows, sources
from bureau.operations._checks import past, said
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.sources import InformationSource, may_consult
from bureau.rules.sources import sources as registers
from bureau.rules.vocabulary import Reliability
from bureau.work import Work

LIGHT = "ST50"


def consult(
    work: Work,
    case_id: UUID,
    register: str,
    subject_id: UUID,
    question: str,
    result: str,
    *,
    subject_role: str = "",
    basis: str = "",
    on: date | None = None,
    document_id: UUID | None = None,
    reliability: Reliability = Reliability.A,
) -> Lookup:
    """What a register answered, as a source too; NotAllowed outside the circle of art. 3 lid 4."""
    case = work.case(case_id, Permission.FACT_RECORD)
    subject = work.within(Entity, subject_id, case)
    row, day = _opened(work, case, subject, register, on)
    lookup = _lookup(work, subject, row, day)
    lookup.subject_role = _role(subject, subject_role)
    lookup.question, lookup.result = said(question, "question"), said(result, "result")
    lookup.basis = basis.strip() or row.basis
    lookup.source = _source(work, lookup, row, reliability, document_id)
    work.session.add(lookup)
    work.record(EventKind.REGISTER_CONSULTED, lookup, register=row.code, role=lookup.subject_role)
    return lookup


def _lookup(work: Work, subject: Entity, row: InformationSource, day: date) -> Lookup:
    return Lookup(
        case_id=subject.case_id,
        register=row.code,
        subject_id=subject.id,
        consulted_on=day,
        by_id=work.actor.id,
        at=work.now,
    )


def _opened(
    work: Work, case: Case, subject: Entity, register: str, on: date | None
) -> tuple[InformationSource, date]:
    """The register, when it may be asked about this subject, and the day of asking."""
    screening = _procedure.screening(work, case)
    day = past(work, on, "on", min(screening.received_on, work.today))
    row = _register(register, day)
    _insist_open(work, case, screening, subject, row)
    return row, day


def _source(
    work: Work,
    lookup: Lookup,
    row: InformationSource,
    reliability: Reliability,
    document_id: UUID | None,
) -> Source:
    """What the register answered, as a source that findings can name."""
    return sources.add_source(
        work,
        lookup.case_id,
        title=row.name.nl,
        kind="register",
        origin=row.name.nl,
        obtained_on=lookup.consulted_on,
        obtained_how=lookup.question,
        basis=lookup.basis,
        reliability=reliability,
        document_id=document_id,
    )


def _register(code: str, on: date) -> InformationSource:
    try:
        return registers().row(code.strip(), on)
    except NotFound as unknown:
        raise Invalid(
            "{code} is no register that is known here.",
            where={"field": "register"},
            hint="Choose one of: {names}.",
            names=", ".join(registers().codes()),
            code=code[:20] or N_("Nothing"),
        ) from unknown


def _insist_open(
    work: Work, case: Case, screening: Screening, subject: Entity, row: InformationSource
) -> None:
    relation = _circle.relation(work.session, screening, subject, work.today)
    answer = may_consult(row.code, _circle.inquiry(case.state), relation, work.today)
    if not answer.allowed:
        raise NotAllowed(
            "This register may not be asked about this subject now: {reason} ({basis})",
            where={"guard": "may_consult", "basis": answer.basis, "register": row.code},
            hint="Record the role of the subject with its source first, or leave it out.",
            reason=answer.reason,
            basis=answer.basis,
        )


def _role(subject: Entity, wanted: str) -> str:
    held = sorted({row.role for row in subject.roles})
    if wanted and wanted not in held:
        raise Invalid(
            "This subject does not have the role {role} in this case.",
            where={"field": "subject_role"},
            hint="Recorded are: {names}.",
            names=", ".join(held) or N_("no roles"),
            role=wanted[:10],
        )
    return wanted or (held[0] if held else "")


def go_deeper(work: Work, case_id: UUID, reason: str, on: date | None = None) -> Move:
    """From the light to the deep investigation: indicators are open or money is unclear (T13)."""
    case = work.case(case_id, Permission.CASE_STEP)
    return _procedure.move(work, case, "T13", reason, _procedure.day(work, case, on))


def close_light_check(work: Work, case_id: UUID) -> Screening:
    """The second reader agrees that the light check can be closed; never who did the look-ups."""
    case = work.case(case_id, Permission.SCREENING_SIGN)
    screening = _procedure.screening(work, case)
    kept = _rows.rows(work.session, case, (Lookup,))
    if case.state != LIGHT:
        raise NotAllowed(
            "There is no light check to close now.",
            where={"guard": "light_check", "basis": "policy", "state": case.state},
            hint="A light check is closed while the own investigation is light.",
        )
    if any(lookup.by_id == work.actor.id for lookup in kept.all(Lookup)):
        raise NotAllowed(
            "The second reader may not have done the investigation.",
            where={"guard": "second_reader", "basis": "four eyes"},
            hint="Ask a colleague with the role of second reader.",
        )
    screening.light_closed_by_id, screening.light_closed_on = work.actor.id, work.today
    work.record(EventKind.ASSESSMENT_SIGNED, screening, part="light_check")
    return screening
