"""Account numbers as files write them, and an identity for payments that carry none."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from stdnum import iban

from bureau.formats.payment_columns import PaymentColumns
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
            result.append(payment._replace(external_id=f"{payment.external_id}~{count}"))
    return result


def odd_payments(payments: Sequence[PaymentRecord]) -> list[FileWarning]:
    """At most one warning for each oddity, placed at the first payment that shows it."""
    told = PaymentColumns.of(payments)
    idle = [at for at, amount in enumerate(told.amount_minor) if not amount]
    ends = enumerate(zip(told.from_account, told.to_account, strict=True))
    same = [at for at, (payer, payee) in ends if payer == payee and payer]
    return [
        *_wrong_ibans(told),
        *_odd("{count} payments are of zero: they move no money.", told, idle),
        *_odd("{count} payments go from an account to the same account.", told, same),
    ]


def _odd(template: str, told: PaymentColumns, found: Sequence[int]) -> list[FileWarning]:
    if not found:
        return []
    return [FileWarning(template, told[found[0]].where, {"count": len(found)})]


def _wrong_ibans(told: PaymentColumns) -> list[FileWarning]:
    accounts = {*told.from_account, *told.to_account}
    wrong = {each for each in accounts if looks_like_iban(each) and not _valid(each)}
    if not wrong:
        return []
    ends = enumerate(zip(told.from_account, told.to_account, strict=True))
    at, first = next((at, each) for at, pair in ends for each in pair if each in wrong)
    return [
        FileWarning(
            "{count} account numbers look like IBANs but fail their check digits, such as {first}.",
            told[at].where,
            {"count": len(wrong), "first": first},
        )
    ]
