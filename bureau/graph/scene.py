"""One case prepared for patterns: protected persons out, agents resolved, money in columns."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

import networkx as nx

from bureau.graph.agents import Agents
from bureau.graph.amounts import converted
from bureau.graph.ledger import Ledger, ledgers
from bureau.graph.project import barred, project
from bureau.graph.settings import Parameter, Settings
from bureau.graph.values import CaseEvidence, Loan, Permit, Sale
from bureau.graph.windows import Candidate


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What a pattern looks at; sales keep their barred ones, which only break a chain."""

    graph: nx.MultiDiGraph
    agents: Agents
    ledgers: tuple[Ledger, ...]
    loans: tuple[Loan, ...] = ()
    sales: tuple[Sale, ...] = ()
    permits: tuple[Permit, ...] = ()
    price_index: Mapping[str, Fraction] = field(default_factory=dict)
    barred: frozenset[str] = frozenset()
    left_out: Mapping[str, int] = field(default_factory=dict)


def stage(evidence: CaseEvidence) -> Scene:
    """The scene of a case; whatever touches a protected person is not in it."""
    out = barred(evidence.nodes, evidence.edges)
    graph = project(evidence.nodes, evidence.edges)
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
        {month: Fraction(level) for month, level in evidence.price_index.items()},
        out,
        left_out,
    )


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

    def spend(self, steps: int = 1) -> bool:
        """Take so many steps; False, and for good, where they are no longer there."""
        if self.exhausted or self.spent + steps > self._most:
            self.exhausted = True
            return False
        self.spent += steps
        return True


@dataclass(frozen=True, slots=True)
class Found:
    """What one search brought: how many subjects it tried and the candidates it kept."""

    tried: int
    candidates: list[Candidate]


Detect = Callable[[Scene, Settings, Budget], Found]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A formal definition that can be run; `not_reshuffled` says why no base rate is given."""

    id: str
    version: str
    parameters: Mapping[str, Parameter]
    detect: Detect
    not_reshuffled: tuple[str, str] | None = None  # in English, in Dutch
