"""One case prepared for patterns: protected persons out, agents resolved, money in columns."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

import networkx as nx

from bureau.graph.agents import Agents
from bureau.graph.amounts import converted
from bureau.graph.ledger import Ledger, ledgers
from bureau.graph.project import barred, project
from bureau.graph.settings import Parameter, Settings
from bureau.graph.values import CaseEvidence, Lease, Loan, Mortgage, Permit, Record, Sale
from bureau.graph.windows import Candidate
from bureau.rules.vocabulary import RecordKind


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What a pattern looks at; sales keep their barred ones, which only break a chain."""

    graph: nx.MultiDiGraph
    agents: Agents
    ledgers: tuple[Ledger, ...]
    loans: tuple[Loan, ...] = ()
    sales: tuple[Sale, ...] = ()
    permits: tuple[Permit, ...] = ()
    records: Mapping[RecordKind, tuple[Record, ...]] = field(default_factory=dict)
    rates: Mapping[str, Fraction] = field(default_factory=dict)
    price_index: Mapping[str, Fraction] = field(default_factory=dict)
    barred: frozenset[str] = frozenset()
    left_out: Mapping[str, int] = field(default_factory=dict)
    references: Mapping[str, str] = field(default_factory=dict)  # by payment, where it has one
    mortgages: tuple[Mortgage, ...] = ()
    leases: tuple[Lease, ...] = ()


def stage(evidence: CaseEvidence) -> Scene:
    """The scene of a case; whatever touches a protected person is not in it."""
    out = evidence.barred | barred(evidence.nodes, evidence.edges)
    graph = project(evidence.nodes, evidence.edges, out)
    agents = Agents(graph)
    books, left_out = ledgers(evidence.payments, agents, barred=out, rates=evidence.rates)
    loans = (
        _in_euros(loan, evidence.rates)
        for loan in evidence.loans
        if out.isdisjoint((loan.lender, loan.borrower))
    )
    return Scene(
        graph,
        agents,
        books,
        tuple(sorted(loans, key=lambda loan: (loan.on, loan.id))),
        evidence.sales,
        evidence.permits,
        _by_kind(evidence.records, out),
        {currency: Fraction(rate) for currency, rate in evidence.rates.items()},
        {month: Fraction(level) for month, level in evidence.price_index.items()},
        out,
        left_out,
        evidence.references,
        tuple(m for m in evidence.mortgages if out.isdisjoint((m.property, m.holder))),
        tuple(x for x in evidence.leases if out.isdisjoint((x.property, x.landlord, x.tenant))),
    )


def _by_kind(
    records: Iterable[Record], out: frozenset[str]
) -> dict[RecordKind, tuple[Record, ...]]:
    """The records by kind and in time; one in which a barred party takes part is not among them."""
    found: dict[RecordKind, list[Record]] = {}
    for record in records:
        if out.isdisjoint(name for _, name in record.parties):
            found.setdefault(record.kind, []).append(record)
    return {kind: tuple(sorted(rows, key=_moment)) for kind, rows in found.items()}


def _moment(record: Record) -> tuple[date, int, str]:
    return record.on or date.min, record.seconds or 0, record.id


def _in_euros(loan: Loan, rates: Mapping[str, str]) -> Loan:
    if loan.currency == "EUR" or loan.currency not in rates:
        return loan
    rate = Fraction(rates[loan.currency])
    principal = converted(loan.principal_minor, loan.currency, rate)
    return replace(loan, principal_minor=principal, currency="EUR")


class Budget:
    """The work one search may do, counted in steps so that the same case always stops alike."""

    def __init__(self, most: int) -> None:
        self._most = most
        self.spent = 0
        self.exhausted = False

    @property
    def left(self) -> int:
        """How many steps may still be taken."""
        return 0 if self.exhausted else self._most - self.spent

    def took(self, steps: int) -> None:
        """Note steps that were taken within what was left; taking all of it is stopping early."""
        self.spent += steps
        self.exhausted = self.exhausted or self.spent >= self._most

    def spend(self, steps: int = 1) -> bool:
        """Take so many steps; False, and for good, where they are no longer there."""
        if self.exhausted or self.spent + steps > self._most:
            self.exhausted = True
            return False
        self.spent += steps
        return True


@dataclass(frozen=True, slots=True)
class Found:
    """What one search brought: how many subjects it tried and the candidates it kept.

    `unrated` counts those not tried because an amount of theirs is not known in euros.
    """

    tried: int
    candidates: list[Candidate]
    unrated: int = 0


Detect = Callable[[Scene, Settings, Budget], Found]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A formal definition that can be run; `not_reshuffled` says why no base rate is given."""

    id: str
    version: str
    parameters: Mapping[str, Parameter]
    detect: Detect
    not_reshuffled: tuple[str, str] | None = None  # in English, in Dutch
    reads_references: bool = False
