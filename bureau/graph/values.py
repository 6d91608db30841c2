"""The plain values that a case hands to the graph; nothing here knows where they are kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bureau.rules.vocabulary import Certainty, EntityKind, TieKind

Number = int | float | str


@dataclass(frozen=True, slots=True)
class Node:
    """A person or thing in the case; `agent` names who controls it where that is not itself."""

    id: str
    kind: EntityKind
    label: str
    protected: bool = False
    hub: str | None = None
    agent: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A sourced tie between two nodes; `on` and `valid_to` are partial dates, "" is unknown.

    `label` names the kind in the language of the reader, `detail` is what the source calls it.
    """

    id: str
    source: str
    target: str
    kind: TieKind
    certainty: Certainty = Certainty.UNKNOWN
    on: str = ""
    valid_to: str = ""
    amount_minor: int | None = None
    currency: str = ""
    share: str = ""
    sources: tuple[str, ...] = ()
    label: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Payment:
    """Money that moved between two accounts; `seconds` since midnight, None if not recorded."""

    id: str
    source: str
    target: str
    on: date
    seconds: int | None
    amount_minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class Loan:
    """Money lent, as a contract or a deed says it; principal in minor units."""

    id: str
    lender: str
    borrower: str
    principal_minor: int
    currency: str
    on: date


@dataclass(frozen=True, slots=True)
class Sale:
    """A property that changed hands; `on` is the day of the sale, price in minor units."""

    id: str
    property: str
    seller: str
    buyer: str
    price_minor: int
    on: date
    delivered_on: date | None = None
    currency: str = "EUR"


@dataclass(frozen=True, slots=True)
class Permit:
    """A building permit, which may explain a rise in price."""

    property: str
    on: date


@dataclass(frozen=True, slots=True)
class CaseEvidence:
    """All that one case may lay before a pattern.

    `rates` gives euros for one unit of a currency, `price_index` the level of property prices
    by month ("2024-05"); both are decimal strings, and what is not given is not assumed.
    """

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    payments: tuple[Payment, ...] = ()
    loans: tuple[Loan, ...] = ()
    sales: tuple[Sale, ...] = ()
    permits: tuple[Permit, ...] = ()
    rates: Mapping[str, str] = field(default_factory=dict)
    price_index: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hit:
    """A shape found in the evidence: a reason to look, never a finding and never a score."""

    id: str
    pattern: str
    subjects: tuple[str, ...]
    evidence: tuple[str, ...]
    metrics: Mapping[str, str | int | float]
    window: tuple[date, date]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One run of one pattern over one case, with all that is needed to repeat it."""

    pattern: str
    version: str
    parameters: Mapping[str, Number]
    subjects_tried: int
    complete: bool
    steps: int
    base_rate: Mapping[str, Any]
    hits: tuple[Hit, ...]
    left_out: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
