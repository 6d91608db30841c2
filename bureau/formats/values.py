"""What a payment file says, as values: nothing here knows which format it came from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import Any

from bureau.formats.amounts import decimal_text
from bureau.formats.payment_columns import PaymentColumns, PaymentRecord

__all__ = [
    "EdgeRecord",
    "FileWarning",
    "NetworkFile",
    "PaymentFile",
    "PaymentRecord",
    "StatementRecord",
]


@dataclass(frozen=True, slots=True)
class FileWarning:
    """Something a reader noticed and a person must see; the template is English."""

    template: str
    where: Mapping[str, Any]
    params: Mapping[str, Any] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """The warning in English; a door translates `template` before it fills `params` in."""
        return self.template.format(**self.params)

    def as_json(self) -> dict[str, Any]:
        """Place and message, as the import command prints them."""
        return {**self.where, "message": self.message}


@dataclass(frozen=True, slots=True)
class StatementRecord:
    """One bank statement; balances and the sum of the entries are signed minor units."""

    account: str
    number: str
    currency: str
    opening_minor: int | None
    opening_on: str
    closing_minor: int | None
    closing_on: str
    entries: int
    entries_minor: int
    balanced: bool | None

    def as_json(self) -> dict[str, Any]:
        """The statement with decimal strings; `balanced` is null where it cannot be checked."""
        return {
            "account": self.account,
            "number": self.number,
            "currency": self.currency,
            "opening": self._text(self.opening_minor),
            "opening_on": self.opening_on,
            "entries": self.entries,
            "entries_sum": self._text(self.entries_minor),
            "closing": self._text(self.closing_minor),
            "closing_on": self.closing_on,
            "balanced": self.balanced,
        }

    def _text(self, amount: int | None) -> str | None:
        return None if amount is None else decimal_text(amount, self.currency)


@dataclass(frozen=True, slots=True)
class PaymentFile:
    """All that one file of payments says."""

    format: str
    payments: Sequence[PaymentRecord]
    statements: Sequence[StatementRecord] = ()
    warnings: Sequence[FileWarning] = ()

    @property
    def totals(self) -> dict[str, Any]:
        """Counts and decimal sums, for a person to hold against the source."""
        told = PaymentColumns.of(self.payments)
        sums = dict.fromkeys(told.currency, 0)
        for code in sums:
            alike = map(code.__eq__, told.currency) if len(sums) > 1 else None
            sums[code] = sum(compress(told.amount_minor, alike) if alike else told.amount_minor)
        return {
            "payments": len(self.payments),
            "sums": {code: decimal_text(total, code) for code, total in sorted(sums.items())},
            "statements": [statement.as_json() for statement in self.statements],
        }


@dataclass(frozen=True, slots=True)
class EdgeRecord:
    """One line of a plain network file; date is ISO text or empty, weight None where unsaid."""

    where: Mapping[str, Any]
    source: str
    target: str
    weight: float | None = None
    kind: str = ""
    date: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NetworkFile:
    """All that one plain network file says."""

    format: str
    edges: Sequence[EdgeRecord]
    warnings: Sequence[FileWarning] = ()

    @property
    def totals(self) -> dict[str, Any]:
        """Counts of edges and of the names at their ends."""
        names = {edge.source for edge in self.edges} | {edge.target for edge in self.edges}
        return {"nodes": len(names), "edges": len(self.edges)}
