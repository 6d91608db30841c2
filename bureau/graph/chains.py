"""Paths that value took to reach somebody, searched backward from where it arrived."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from bureau.graph.ledger import last_second, second
from bureau.graph.scene import Budget, Scene


@dataclass(frozen=True, slots=True)
class Flow:
    """One movement of value, at some moment from `begin` to `end`; in minor units."""

    id: str
    begin: int
    end: int
    minor: int


Hop = tuple[Flow, ...]
Inflows = dict[str, dict[tuple[str, bool], list[Flow]]]


@dataclass(frozen=True, slots=True)
class Chain:
    """Agents from the origin to where value arrived, and the flows of each hop between them."""

    agents: tuple[str, ...]
    hops: tuple[Hop, ...]

    @property
    def bottleneck(self) -> int:
        """The smallest sum that moved along any hop, in minor units."""
        return min(total(hop) for hop in self.hops)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a chain must keep to: seconds, minor units and number of hops."""

    since: int
    until: int
    least: Fraction
    longest: int


def total(hop: Hop) -> int:
    """What moved along a hop, in minor units."""
    return sum(flow.minor for flow in hop)


def inflows(scene: Scene, currency: str) -> Inflows:
    """Payments and loans by receiver and then by giver; the two are kept apart.

    A loan and the payment that carried it out are one sum, so they are never added up.
    """
    into: Inflows = {}
    for ledger in scene.ledgers:
        if ledger.currency == currency:
            for row in ledger.between_agents().tolist():
                giver, taker = (
                    ledger.names[side[row]] for side in (ledger.payer_agent, ledger.payee_agent)
                )
                flow = Flow(
                    ledger.ids[row],
                    int(ledger.begin[row]),
                    int(ledger.end[row]),
                    int(ledger.minor[row]),
                )
                into.setdefault(taker, {}).setdefault((giver, False), []).append(flow)
    for loan in scene.loans:
        giver, taker = (scene.agents.of(who, loan.on) for who in (loan.lender, loan.borrower))
        if loan.currency == currency and not scene.agents.is_hub(giver, taker):
            flow = Flow(loan.id, second(loan.on), last_second(loan.on), loan.principal_minor)
            into.setdefault(taker, {}).setdefault((giver, True), []).append(flow)
    return into


def chains(
    into: Inflows, to: str, bounds: Bounds, budget: Budget, *, without: str = ""
) -> Iterator[Chain]:
    """Every chain of different agents that ends at `to`; `without` is a flow left aside.

    Flows of a hop may not be later than the last flow of the next: what had not yet come
    in cannot have been passed on.
    """
    stack: list[Chain] = [Chain((to,), ())]
    while stack:
        chain = stack.pop()
        last = max((flow.end for flow in chain.hops[0]), default=0) if chain.hops else bounds.until
        until = min(last, bounds.until)
        for (giver, _), flows in sorted(into.get(chain.agents[0], {}).items()):
            if not budget.spend(len(flows)):
                return
            hop = tuple(
                flow for flow in flows if bounds.since <= flow.begin <= until and flow.id != without
            )
            if giver in chain.agents or not hop or total(hop) < bounds.least:
                continue
            longer = Chain((giver, *chain.agents), (hop, *chain.hops))
            yield longer
            if len(longer.hops) < bounds.longest:
                stack.append(longer)
