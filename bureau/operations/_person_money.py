"""What is told to a person about money: payments, figures and the financing."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import or_, select

from bureau.model import Account, CaseFigure, Entity, FinancingEntry, Payment
from bureau.operations._person_file import PersonFile, Plain
from bureau.rules.figures import figure_kinds
from bureau.rules.money import Money


def payments(file: PersonFile) -> list[Plain]:
    """Each payment of an account of the person; the other side by name or not at all."""
    own = file.accounts
    query = (
        select(Payment)
        .where(Payment.case_id == file.case.id, or_(Payment.from_id.in_(own), _into(own)))
        .order_by(Payment.paid_on, Payment.key)
    )
    return [_payment(file, row) for row in file.every(query) if not file.kept(row.learnt_from_id)]


def _into(own: frozenset[Any]) -> Any:
    return Payment.to_id.in_(own)


def _payment(file: PersonFile, row: Payment) -> Plain:
    out = row.from_id in file.accounts
    mine, other = (row.payer, row.payee) if out else (row.payee, row.payer)
    return {
        "on": row.paid_on.isoformat(),
        "direction": "paid_out" if out else "paid_in",
        "amount": Money(row.amount_minor, row.currency).text(),
        "account": mine.number,
        "other": _other(file, other),
        "reference": file.out.clean(row.reference),
        "source": file.out.clean(row.learnt_from.title),
    }


def _other(file: PersonFile, account: Account) -> str:
    """The other side of a payment: the own account by number, a company by name."""
    if account.id in file.accounts:
        return account.number
    return file.out.clean(account.holder_name or account.number)


def figures(file: PersonFile) -> list[Plain]:
    """The figures about the person, and those of the application for whoever applied."""
    query = select(CaseFigure).where(CaseFigure.case_id == file.case.id)
    rows = file.every(query.order_by(CaseFigure.number))
    return [
        {
            "figure": row.kind,
            "value": file.out.clean(_value(row)),
            "subject": _named(file, row.subject),
            "withdrawn": file.out.clean(row.withdrawn),
            "source": file.out.clean(row.learnt_from.title),
        }
        for row in rows
        if _mine(file, row.subject_id) and not _kept(file, row)
    ]


def _kept(file: PersonFile, row: CaseFigure) -> bool:
    """Whether a figure stays back; a sign that somebody needs help always does."""
    if figure_kinds().row(row.kind, file.work.today).guarded:
        file.held["protected"] += 1
        return True
    return file.kept(row.learnt_from_id, _value(row))


def _value(row: CaseFigure) -> str:
    return "none_found" if row.value is None else row.value


def financing(file: PersonFile) -> list[Plain]:
    """The lines of the financing that name the person; all of them for whoever applied."""
    query = select(FinancingEntry).where(FinancingEntry.case_id == file.case.id)
    rows = file.every(query.order_by(FinancingEntry.number))
    return [_line(file, row) for row in _lines(file, rows)]


def _lines(file: PersonFile, rows: Any) -> Iterator[FinancingEntry]:
    for row in rows:
        about = file.applicant or row.party_id == file.subject.id
        if about and not file.kept(row.learnt_from_id, row.remark):
            yield row


def _line(file: PersonFile, row: FinancingEntry) -> Plain:
    return {
        "side": row.side,
        "financing": row.kind,
        "label": file.out.clean(row.label),
        "amount": Money(row.amount_minor, row.currency).text(),
        "line": row.status,
        "party": _named(file, row.party),
        "remark": file.out.clean(row.remark),
        "withdrawn": file.out.clean(row.withdrawn),
        "source": file.out.clean(row.learnt_from.title),
    }


def _mine(file: PersonFile, subject_id: Any) -> bool:
    return bool(subject_id == file.subject.id or (file.applicant and subject_id is None))


def _named(file: PersonFile, entity: Entity | None) -> str:
    if entity is None:
        return ""
    return entity.label if entity.id == file.subject.id else file.out.name(entity)
