"""The financial overview: where the money came from, what it was used for, what is unexplained."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from sqlalchemy import select

from bureau.model import FinancingEntry, Loan, Mortgage, Payment, Sale, Tie
from bureau.operations import _financing
from bureau.rules.money import Money
from bureau.rules.vocabulary import TieKind
from reports.assembly.file import CaseFile
from reports.assembly.wealth import wealth
from reports.values.finance import Amount, Finances, FinancingLine, MonthFlow, PropertyDeal, Side

OWN = ("Eigen geld", "Own money")
STATED = {
    _financing.REST: ("Overige investering volgens het formulier", "Other investment as stated"),
    _financing.DECLARED: ("Geld van anderen volgens het formulier", "Money of others as stated"),
    _financing.INVESTED: (
        "Totale investering volgens het formulier",
        "Total investment as stated",
    ),
}
MONTHS, FORM, EURO = 24, "form", "EUR"
D = TypeVar("D", Loan, Sale, Mortgage, FinancingEntry)


def finances(file: CaseFile) -> Finances | None:
    """The financing table, the deals in real estate and the flows of the applicant's accounts."""
    known: list[_financing.Deal] = [*_of(file, Loan), *_of(file, Sale), *_of(file, Mortgage)]
    reckoned = _financing.financing(file.rows, known, file.work.today, _of(file, FinancingEntry))
    stated = tuple(_line(file, line) for line in reckoned.now)
    before = tuple(_line(file, line) for line in reckoned.applied)
    lines = _euros(stated)
    deals = tuple(_deals(file))
    payments, compared = _own_payments(file), wealth(file)
    if not (stated or deals or payments or compared):
        return None
    return Finances(
        currency=EURO,
        financing=lines,
        applied_on=reckoned.applied_on.isoformat() if reckoned.applied_on else "",
        applied=_euros(before),
        deals=deals,
        flows=_flows(file, payments),
        flows_of=_applicant(file),
        flows_sources=file.numbered({payment.learnt_from_id for payment in payments}),
        unexplained=(*_unexplained(file, lines), *_unconverted(file, stated)),
        wealth=compared,
    )


def _euros(lines: tuple[FinancingLine, ...]) -> tuple[FinancingLine, ...]:
    return tuple(line for line in lines if line.stated.currency == EURO)


def _applicant(file: CaseFile) -> str:
    return file.label(file.rows.screening.applicant_id if file.rows.screening else None)


def _of(file: CaseFile, table: type[D]) -> list[D]:
    query = select(table).where(table.case_id == file.case.id)
    return [row for row in file.work.session.scalars(query) if file.number(row.learnt_from_id)]


def _line(file: CaseFile, line: _financing.Line) -> FinancingLine:
    """One line of the reckoning in the words of this dossier."""
    deal = line.deal
    record = deal or line.entry
    forms = file.numbered(row.id for row in file.sources.values() if row.kind == FORM)
    return FinancingLine(
        Side.USE if line.side == _financing.USE else Side.SOURCE,
        _label(file, line),
        Amount(line.stated.minor, line.stated.currency),
        Amount(line.shown.minor, line.shown.currency),
        file.number(record.learnt_from_id) if record else forms,
        _terms(file, deal) if isinstance(deal, Loan) else "",
    )


def _label(file: CaseFile, line: _financing.Line) -> str:
    if isinstance(line.deal, Loan):
        return file.say("Lening van ", "Loan from ") + file.label(line.deal.lender_id)
    if isinstance(line.deal, Sale):
        return file.say("Koop van ", "Purchase of ") + file.label(line.deal.property_id)
    if line.entry is not None:
        return line.entry.label
    said = file.say(*STATED.get(line.kind, OWN))
    return f"{said}: {line.who}" if line.who else said


def _terms(file: CaseFile, loan: Loan) -> str:
    say = file.say
    missing = [
        words
        for words, there in (
            (say("rente", "interest"), loan.interest_percent is not None),
            (say("zekerheid", "security"), bool(loan.security)),
            (say("aflossingsschema", "repayment schedule"), bool(loan.schedule)),
            (say("dagtekening van het contract", "date of the contract"), bool(loan.contract_on)),
        )
        if not there
    ]
    return say("niet vastgelegd: ", "not laid down: ") + ", ".join(missing) if missing else ""


def _deals(file: CaseFile) -> Iterable[PropertyDeal]:
    mortgages = _of(file, Mortgage)
    last: dict[object, Sale] = {}
    for sale in sorted(_of(file, Sale), key=lambda one: one.agreed_on):
        before = last.get(sale.property_id)
        last[sale.property_id] = sale
        loaded = [m for m in mortgages if m.property_id == sale.property_id]
        yield PropertyDeal(
            property_label=file.label(sale.property_id),
            on=(sale.delivered_on or sale.agreed_on).isoformat(),
            seller=file.label(sale.seller_id),
            buyer=file.label(sale.buyer_id),
            price=Amount(sale.price_minor, sale.currency),
            previous_price=Amount(before.price_minor, before.currency) if before else None,
            previous_on=before.agreed_on.isoformat() if before else "",
            financing="",
            encumbrance=", ".join(
                file.say("hypotheek ten gunste van ", "mortgage in favour of ")
                + file.label(one.holder_id)
                for one in loaded
            ),
            sources=file.number(sale.learnt_from_id),
        )


def _own_accounts(file: CaseFile) -> set[object]:
    subject = file.rows.screening.applicant_id if file.rows.screening else None
    query = select(Tie.to_id).where(
        Tie.case_id == file.case.id, Tie.kind == TieKind.HOLDS_ACCOUNT, Tie.from_id == subject
    )
    return set(file.work.session.scalars(query))


def _own_payments(file: CaseFile) -> list[Payment]:
    accounts = _own_accounts(file)
    if not accounts:
        return []
    query = select(Payment).where(
        Payment.case_id == file.case.id,
        Payment.currency == EURO,
        Payment.from_id.in_(accounts) | Payment.to_id.in_(accounts),
    )
    return [p for p in file.work.session.scalars(query) if file.number(p.learnt_from_id)]


def _flows(file: CaseFile, payments: list[Payment]) -> tuple[MonthFlow, ...]:
    accounts = _own_accounts(file)
    months: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for payment in payments:
        if {payment.from_id, payment.to_id} <= accounts:
            continue  # money from one own account to another comes from nowhere
        month = payment.paid_on.isoformat()[:7]
        months[month][0 if payment.to_id in accounts else 1] += payment.amount_minor
    recent = sorted(months)[-MONTHS:]
    return tuple(MonthFlow(month, *months[month]) for month in recent)


def _unexplained(file: CaseFile, lines: tuple[FinancingLine, ...]) -> Iterable[str]:
    for line in lines:
        gap = line.stated.minor - line.evidenced.minor
        if line.side is Side.SOURCE and gap > 0:
            amount = Money(gap, line.stated.currency).display(file.language)
            yield file.say(
                f"{line.label}: van {amount} is de herkomst niet aangetoond.",
                f"{line.label}: of {amount} the origin was not shown.",
            )


def _unconverted(file: CaseFile, stated: tuple[FinancingLine, ...]) -> Iterable[str]:
    """Sums in other currencies: no rate is chosen here, so they stand beside the table."""
    for line in stated:
        if line.stated.currency != EURO:
            amount = Money(line.stated.minor, line.stated.currency).display(file.language)
            yield file.say(
                f"{line.label}: {amount} is niet omgerekend en telt niet mee.",
                f"{line.label}: {amount} was not converted and is not counted.",
            )
