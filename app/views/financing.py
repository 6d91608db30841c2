"""The way through a long list of payments on the page of the money."""

from collections.abc import Callable
from typing import Any

from bureau.operations.payments import PaymentPage

PAGE = 25


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
