"""What happened when: the timeline, the administrative steps, and every deadline in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from bureau.model import Company, Loan, Lookup, Move, Sale
from bureau.operations import _clocks
from bureau.rules import procedure
from bureau.rules.clock import ClockState as Running
from reports.assembly.file import CaseFile, partial
from reports.values.steps import (
    AdministrativeStep,
    ClockState,
    Deadline,
    Reason,
    StepState,
    TimelineEvent,
)

STATES = {
    Running.RUNNING: ClockState.RUNNING,
    Running.SUSPENDED: ClockState.SUSPENDED,
    Running.OVERDUE: ClockState.PASSED,
    Running.STOPPED: ClockState.MET,
}


@dataclass(frozen=True, slots=True)
class Line:
    """Something dated in the case, under a key of its own, and the source it is known from."""

    key: str
    on: str
    words: str
    source: UUID | None


def lines(file: CaseFile) -> tuple[Line, ...]:
    """Everything dated in the case in order; what has no date comes last."""
    found = [*_founded(file), *_lent(file), *_sold(file), *_consulted(file)]
    return tuple(sorted(found, key=lambda line: (line.on or "9999", line.words)))


def told(file: CaseFile, line: Line) -> bool:
    """Whether a line stands on the timeline: its source goes along and nobody left it out."""
    return bool(file.number(line.source)) and not file.sieve.left(line.key)


def timeline(file: CaseFile) -> tuple[TimelineEvent, ...]:
    """Dated facts of the case in order, each with its source."""
    shown = (line for line in lines(file) if told(file, line))
    return tuple(TimelineEvent(line.on, line.words, file.number(line.source)) for line in shown)


def _founded(file: CaseFile) -> Iterable[Line]:
    for entity in file.entities.values():
        if isinstance(entity, Company) and entity.registered_on:
            words = file.say("Inschrijving van ", "Registration of ") + entity.label
            day = partial(entity.registered_on)
            yield Line(f"event:company:{entity.id}", day, words, entity.learnt_from_id)


def _lent(file: CaseFile) -> Iterable[Line]:
    for loan in file.work.session.scalars(select(Loan).where(Loan.case_id == file.case.id)):
        lender, borrower = file.label(loan.lender_id), file.label(loan.borrower_id)
        words = file.say(f"Lening van {lender} aan {borrower}", f"Loan from {lender} to {borrower}")
        day = partial(loan.paid_out_on)
        yield Line(f"event:loan:{loan.id}", day, words, loan.learnt_from_id)


def _sold(file: CaseFile) -> Iterable[Line]:
    for sale in file.work.session.scalars(select(Sale).where(Sale.case_id == file.case.id)):
        place = file.label(sale.property_id)
        seller, buyer = file.label(sale.seller_id), file.label(sale.buyer_id)
        words = file.say(
            f"Koopovereenkomst {place}: {seller} aan {buyer}",
            f"Sale of {place}: {seller} to {buyer}",
        )
        day = sale.agreed_on.isoformat()
        yield Line(f"event:sale:{sale.id}", day, words, sale.learnt_from_id)


def _consulted(file: CaseFile) -> Iterable[Line]:
    for lookup in file.rows.all(Lookup):
        words = file.say("Raadpleging: ", "Consulted: ") + lookup.question
        day = lookup.consulted_on.isoformat()
        yield Line(f"event:lookup:{lookup.id}", day, words, lookup.source_id)


def steps(file: CaseFile) -> tuple[AdministrativeStep, ...]:
    """Every step of the procedure that was taken, and the decision."""
    body = file.case.organisation.name
    taken = [
        AdministrativeStep(
            on=move.taken_on.isoformat(),
            body=body,
            step=procedure.state(move.target, move.taken_on).name.in_(file.language),
            basis=move.basis,
            state=StepState.TAKEN,
            reference=move.transition,
        )
        for move in file.rows.all(Move)
    ]
    return tuple(taken)


def deadlines(file: CaseFile) -> tuple[Deadline, ...]:
    """Every clock of the case with the words behind its end."""
    return tuple(
        Deadline(
            term_id=clock.term,
            title=clock.name.in_(file.language),
            start=clock.started_on,
            due=clock.due,
            state=STATES[clock.state],
            reasons=(
                Reason(clock.words.in_(file.language), clock.basis),
                *(Reason(row.text.in_(file.language), row.basis) for row in clock.explanation),
                *(Reason(words.in_(file.language), clock.basis) for words in clock.remarks),
            ),
        )
        for clock in _clocks.clocks(file.rows, file.work.today)
    )
