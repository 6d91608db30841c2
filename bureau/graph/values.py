"""The plain values that a case hands to the graph; nothing here knows where they are kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bureau.rules.vocabulary import Certainty, EntityKind, RecordKind, TieKind

Number = int | float | str


@dataclass(frozen=True, slots=True)
class Node:
    """A person or thing in the case; `agent` names who controls it where that is not itself.

    `activity` and `staff` are those of a company, `sector` what it does (SBI code), `place` and
    `area` (four figures of the postcode) those of an address, `square_metres` that of a property,
    `country` where an account is kept (ISO 3166, two letters); "" and None where not known.
    """

    id: str
    kind: EntityKind
    label: str
    protected: bool = False
    hub: str | None = None
    agent: str | None = None
    activity: str = ""
    staff: int | None = None
    place: str = ""
    area: str = ""
    square_metres: int | None = None
    country: str = ""
    sector: str = ""


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
    """Money lent, as a contract or a deed says it; principal and lender's means in minor units.

    `contract_from` is the first day on which the contract can have been made, `paid_by` the
    last on which the money can have been paid out; `interest_percent` is "" where none is agreed.
    """

    id: str
    lender: str
    borrower: str
    principal_minor: int
    currency: str
    on: date
    interest_percent: str = ""
    security: str = ""
    schedule: str = ""
    contract_from: date | None = None
    paid_by: date | None = None
    means_minor: int | None = None


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
class Mortgage:
    """A mortgage on a property, in minor units; without a day where none is known."""

    id: str
    property: str
    holder: str
    amount_minor: int
    currency: str = "EUR"
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Lease:
    """A letting of a property, rent by the year in minor units; an open end is None."""

    id: str
    property: str
    landlord: str
    tenant: str
    rent_minor: int
    currency: str = "EUR"
    on: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Permit:
    """A building permit, which may explain a rise in price."""

    property: str
    on: date


@dataclass(frozen=True, slots=True)
class Record:
    """Something booked, declared or observed: who took part in which role, when, and how much.

    `parties` are pairs of role and node, `fields` what else the table of records lets a kind
    say; `seconds` since midnight, None if not recorded.
    """

    id: str
    kind: RecordKind
    on: date | None = None
    seconds: int | None = None
    until: date | None = None
    parties: tuple[tuple[str, str], ...] = ()
    amount_minor: int | None = None
    currency: str = "EUR"
    fields: Mapping[str, Any] = field(default_factory=dict)

    def party(self, role: str) -> str | None:
        """Who took part in this role, or None."""
        return next((name for known, name in self.parties if known == role), None)


@dataclass(frozen=True, slots=True)
class CaseEvidence:
    """All that one case may lay before a pattern.

    `rates` gives euros for one unit of a currency, `price_index` the level of property prices
    by month ("2024-05"); both are decimal strings, and what is not given is not assumed.
    `references` is what was written with payments, by payment, for the patterns that read it.
    `barred` are who and what was barred in the whole case of which this is a part.
    """

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    payments: Iterable[Payment] = ()
    loans: tuple[Loan, ...] = ()
    sales: tuple[Sale, ...] = ()
    permits: tuple[Permit, ...] = ()
    records: tuple[Record, ...] = ()
    mortgages: tuple[Mortgage, ...] = ()
    leases: tuple[Lease, ...] = ()
    rates: Mapping[str, str] = field(default_factory=dict)
    price_index: Mapping[str, str] = field(default_factory=dict)
    references: Mapping[str, str] = field(default_factory=dict)
    barred: frozenset[str] = frozenset()


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
