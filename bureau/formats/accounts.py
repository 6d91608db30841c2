"""Account numbers as files write them, and an identity for payments that carry none."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from stdnum import iban

from bureau.formats.values import FileWarning, PaymentRecord

_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}", re.ASCII)
_CURRENCY_LENGTH = 3


def account_text(raw: str) -> str:
    """The number without surplus space; an IBAN loses its spaces and a currency glued behind it."""
    text = " ".join(raw.split())
    compact = text.replace(" ", "").upper()
    if not _IBAN.fullmatch(compact):
        return text
    bare = compact[:-_CURRENCY_LENGTH]
    if not _valid(compact) and compact[-_CURRENCY_LENGTH:].isalpha() and _valid(bare):
        return bare
    return compact


def looks_like_iban(text: str) -> bool:
    """Whether the text has the shape of an IBAN; says nothing of its check digits."""
    return bool(_IBAN.fullmatch(text))


def _valid(text: str) -> bool:
    # The national part is not checked: foreign and fictional banks must pass too.
    return bool(iban.is_valid(text, check_country=False))


def distinct(payments: Iterable[PaymentRecord]) -> list[PaymentRecord]:
    """The payments with a count behind each identity that occurs again in the same file."""
    seen: Counter[str] = Counter()
    result = []
    for payment in payments:
        seen[payment.external_id] += 1
        count = seen[payment.external_id]
        if count == 1:
            result.append(payment)
        else:
            result.append(replace(payment, external_id=f"{payment.external_id}~{count}"))
    return result


def odd_payments(payments: Sequence[PaymentRecord]) -> list[FileWarning]:
    """At most one warning for each oddity, placed at the first payment that shows it."""
    idle = [payment for payment in payments if payment.amount_minor == 0]
    same = [p for p in payments if p.from_account and p.from_account == p.to_account]
    return [
        *_wrong_ibans(payments),
        *_odd("{count} payments are of zero: they move no money.", idle),
        *_odd("{count} payments go from an account to the same account.", same),
    ]


def _odd(template: str, found: Sequence[PaymentRecord]) -> list[FileWarning]:
    return [FileWarning(template, found[0].where, {"count": len(found)})] if found else []


def _wrong_ibans(payments: Sequence[PaymentRecord]) -> list[FileWarning]:
    wrong: dict[str, PaymentRecord] = {}
    checked: set[str] = set()
    for payment in payments:
        for account in (payment.from_account, payment.to_account):
            if account in checked:
                continue
            checked.add(account)
            if looks_like_iban(account) and not _valid(account):
                wrong[account] = payment
    return [
        FileWarning(
            "{count} account numbers look like IBANs but fail their check digits, such as {first}.",
            payment.where,
            {"count": len(wrong), "first": account},
        )
        for account, payment in list(wrong.items())[:1]
    ]
