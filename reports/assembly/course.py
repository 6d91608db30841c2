"""What happened when: the timeline, the administrative steps, and every deadline in words."""

from collections.abc import Iterable

from sqlalchemy import select

from bureau.model import Advice, Company, Decision, Hearing, Loan, Lookup, Move, Sale
from bureau.operations import _clocks
from bureau.rules import procedure
from bureau.rules.clock import ClockState as Running
from reports.assembly.file import CaseFile, partial
from reports.values.steps import (
    AdministrativeStep,
    ClockState,
    Deadline,
    Openness,
    Reason,
    StepState,
    TimelineEvent,
    Withheld,
)

STATES = {
    Running.RUNNING: ClockState.RUNNING,
    Running.SUSPENDED: ClockState.SUSPENDED,
    Running.OVERDUE: ClockState.PASSED,
    Running.STOPPED: ClockState.MET,
}


def timeline(file: CaseFile) -> tuple[TimelineEvent, ...]:
    """Dated facts of the case in order; what has no date comes last."""
    events = [*_founded(file), *_lent(file), *_sold(file), *_consulted(file)]
    return tuple(sorted(events, key=lambda event: (event.on or "9999", event.text)))


def _founded(file: CaseFile) -> Iterable[TimelineEvent]:
    for entity in file.entities.values():
        if isinstance(entity, Company) and entity.registered_on:
            words = file.say("Inschrijving van ", "Registration of ") + entity.label
            sources = file.number(entity.learnt_from_id)
            if sources:
                yield TimelineEvent(partial(entity.registered_on), words, sources)


def _lent(file: CaseFile) -> Iterable[TimelineEvent]:
    for loan in file.work.session.scalars(select(Loan).where(Loan.case_id == file.case.id)):
        if sources := file.number(loan.learnt_from_id):
            lender, borrower = file.label(loan.lender_id), file.label(loan.borrower_id)
            words = file.say(
                f"Lening van {lender} aan {borrower}", f"Loan from {lender} to {borrower}"
            )
            yield TimelineEvent(partial(loan.paid_out_on), words, sources)


def _sold(file: CaseFile) -> Iterable[TimelineEvent]:
    for sale in file.work.session.scalars(select(Sale).where(Sale.case_id == file.case.id)):
        if sources := file.number(sale.learnt_from_id):
            place = file.label(sale.property_id)
            seller, buyer = file.label(sale.seller_id), file.label(sale.buyer_id)
            words = file.say(
                f"Koopovereenkomst {place}: {seller} aan {buyer}",
                f"Sale of {place}: {seller} to {buyer}",
            )
            yield TimelineEvent(sale.agreed_on.isoformat(), words, sources)


def _consulted(file: CaseFile) -> Iterable[TimelineEvent]:
    for lookup in file.rows.all(Lookup):
        if sources := file.number(lookup.source_id):
            words = file.say("Raadpleging: ", "Consulted: ") + lookup.question
            yield TimelineEvent(lookup.consulted_on.isoformat(), words, sources)


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


def openness(file: CaseFile, *, advice: bool) -> Openness:
    """What was held back and why, never what it was; `advice` says that the advice was too."""
    return Openness((), tuple(_withheld(file, advice=advice)), _notice(file))


def _withheld(file: CaseFile, *, advice: bool) -> Iterable[Withheld]:
    """Documents with named readers, counted once each."""
    received = {row.document_id for row in file.rows.all(Advice) if row.received_on}
    held = file.withheld | received if advice else file.withheld - received
    if held:
        yield Withheld(
            category=file.say("stukken met aangewezen lezers", "items with named readers"),
            count=len(held),
            ground=file.say(
                "geheimhouding; verstrekking vraagt een eigen grondslag",
                "secrecy; provision needs a basis of its own",
            ),
            basis="Wet Bibob art. 28",
        )


def _notice(file: CaseFile) -> str:
    """What the applicant knows: only what the file shows to have happened."""
    asked: Hearing | None = file.rows.last(Hearing)
    if file.rows.last(Decision) is None or asked is None:
        return file.say(
            "De betrokkenen zijn nog niet over deze verstrekking geïnformeerd.",
            "The people concerned have not yet been told of this provision.",
        )
    if asked.received_on is None:
        return file.say(
            "De aanvrager kreeg het voornemen en gaf geen zienswijze.",
            "The applicant was sent the intention and gave no view.",
        )
    return file.say(
        "De aanvrager is gehoord over het voornemen en kent de stukken waarop het besluit rust.",
        "The applicant was heard on the intention and knows the items the decision rests on.",
    )
