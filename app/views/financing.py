"""Sources and uses: what came in by loans and mortgages, what went out on purchases and rent."""

from collections.abc import Callable, Iterable
from typing import Any

from bureau.operations.payments import PaymentPage

BRINGS = ("loan", "mortgage")
TAKES = ("sale", "lease")
PAGE = 50


def table(deals: Iterable[Any]) -> list[dict[str, Any]]:
    """Per currency what the recorded deals bring and take; nothing is converted or netted."""
    found: dict[str, dict[str, Any]] = {}
    for deal in deals:
        if deal.amount is None or deal.kind not in (*BRINGS, *TAKES):
            continue
        row = found.setdefault(
            deal.amount.currency,
            {"currency": deal.amount.currency, "sources": [], "uses": [], "in": 0, "out": 0},
        )
        side, total = ("sources", "in") if deal.kind in BRINGS else ("uses", "out")
        row[side].append(deal)
        row[total] += deal.amount.minor
    return [found[currency] for currency in sorted(found)]


def pages(found: PaymentPage, address: Callable[[int], str]) -> dict[str, Any]:
    """The way through a long list, for macros/page.html."""
    first = (found.page - 1) * PAGE + 1
    return {
        "first": first,
        "last": first + len(found.rows) - 1,
        "total": found.total,
        "previous_url": address(found.page - 1) if found.page > 1 else "",
        "next_url": address(found.page + 1) if found.page < found.pages else "",
    }
