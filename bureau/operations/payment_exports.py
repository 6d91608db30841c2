"""Handing out the payments of a case as a table; never those that touch a protected person."""

from collections.abc import Container, Iterator
from hashlib import sha256
from uuid import UUID

from sqlalchemy import select

from bureau.formats.payments_write import write_payments_csv
from bureau.formats.values import PaymentRecord
from bureau.graph.project import barred
from bureau.model import Account, Case
from bureau.operations._network_exchange import payment_rows
from bureau.operations._network_file import ExportedNetwork, filed
from bureau.operations._network_rows import parties, ties
from bureau.operations._withheld import count_payments, withheld
from bureau.policy import Permission
from bureau.work import Work

FORMAT = "payments-csv"
_Accounts = dict[str, tuple[str, str]]


def export_payments(work: Work, case_id: UUID) -> ExportedNetwork:
    """The payments of a case in the layout that payments-csv takes in, with a manifest.

    What may not leave stays, and the manifest says by rule how much (Wet Bibob 28).
    """
    case = work.case(case_id, Permission.NETWORK_EXPORT)
    held = withheld(work, case)
    who = parties(work, case)
    out = barred(who.nodes, ties(work, case, who.names))
    accounts = _accounts(work, case, held.sources)
    shown = {node.id for node in who.nodes} - out
    paid = list(_named(payment_rows(work, case, shown, held.sources), accounts))
    count_payments(work, case, shown, held)
    reference = case.reference
    work.release()
    content = write_payments_csv(paid)
    case = work.case(case_id, Permission.NETWORK_EXPORT)
    file = (f"{reference}-payments.csv", "text/csv", content)
    return filed(work, case, FORMAT, file, {"payments": len(paid)}, held)


def _accounts(work: Work, case: Case, without: Container[UUID]) -> _Accounts:
    """Number and holder's name of each account; no name where its source is in `without`."""
    rows = select(
        Account.id, Account.number, Account.key, Account.holder_name, Account.learnt_from_id
    )
    found = work.session.execute(rows.where(Account.case_id == case.id))
    return {
        str(row.id): (
            row.number or _unknown(row.key),
            "" if row.learnt_from_id in without else row.holder_name,
        )
        for row in found
    }


def _unknown(key: str) -> str:
    # An account whose number no statement gave still has to be told from the others.
    return f"UNKNOWN-{sha256(key.encode()).hexdigest()[:12].upper()}"


def _named(paid: Iterator[PaymentRecord], accounts: _Accounts) -> Iterator[PaymentRecord]:
    for payment in paid:
        payer, payee = accounts[payment.from_account], accounts[payment.to_account]
        yield PaymentRecord(
            where={},
            external_id=payment.external_id,
            on=payment.on,
            time=payment.time,
            amount_minor=payment.amount_minor,
            currency=payment.currency,
            from_account=payer[0],
            to_account=payee[0],
            from_name=payer[1],
            to_name=payee[1],
            reference=payment.reference,
            kind=payment.kind,
        )
