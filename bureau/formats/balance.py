"""The one test a bank statement carries in itself: opening plus entries is closing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bureau.errors import Invalid
from bureau.formats.amounts import decimal_text
from bureau.formats.values import FileWarning


@dataclass(frozen=True, slots=True)
class Balance:
    """A booked balance in signed minor units; a debit balance is negative."""

    amount_minor: int
    currency: str
    on: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the statement balances (None: it cannot be known) and what to tell of it."""

    balanced: bool | None
    warnings: tuple[FileWarning, ...] = ()


def check_balance(
    opening: Balance | None,
    entries_minor: Mapping[str, int],
    closing: Balance | None,
    where: Mapping[str, Any],
) -> Verdict:
    """Raise Invalid with the difference where a statement's own sums contradict each other."""
    if opening is None or closing is None:
        return _unknown(
            "This statement lacks an opening or a closing balance: its sum was not checked.", where
        )
    currencies = sorted({opening.currency, closing.currency, *entries_minor})
    if len(currencies) > 1:
        return _unknown(
            "Balances and entries are in different currencies ({currencies}), the closing balance "
            "being {closing}: the sum was not checked.",
            where,
            currencies=", ".join(currencies),
            closing=f"{decimal_text(closing.amount_minor, closing.currency)} {closing.currency}",
        )
    total = sum(entries_minor.values())
    if opening.amount_minor + total != closing.amount_minor:
        raise _contradiction(opening, total, closing, where)
    return Verdict(balanced=True)


def _unknown(template: str, where: Mapping[str, Any], **params: str) -> Verdict:
    return Verdict(None, (FileWarning(template, where, params),))


def _contradiction(
    opening: Balance, total: int, closing: Balance, where: Mapping[str, Any]
) -> Invalid:
    def text(amount: int) -> str:
        return decimal_text(amount, opening.currency)

    return Invalid(
        "This statement does not balance: opening {opening} plus entries {entries} is {sum}, "
        "but it closes at {closing}; the difference is {difference} {currency}.",
        where=where,
        hint="An entry is missing, doubled or altered: ask the bank for the statement again.",
        opening=text(opening.amount_minor),
        entries=text(total),
        sum=text(opening.amount_minor + total),
        closing=text(closing.amount_minor),
        difference=text(closing.amount_minor - opening.amount_minor - total),
        currency=opening.currency,
    )
