"""What agents got and gave in euros, and which sums given were taken from which sums got."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bureau.graph.ledger import DAY
from bureau.graph.recorded import controller, events
from bureau.graph.scene import Budget, Scene
from bureau.rules.vocabulary import RecordKind

_FEE = 10  # one part in so many of what came in may stay behind
_WITHIN = 7 * DAY


@dataclass(frozen=True, slots=True, order=True)
class Flow:
    """Money that one agent got from another, or gave to another; in euro cents."""

    id: str
    other: str
    begin: int
    end: int
    minor: int


@dataclass(frozen=True, slots=True)
class Passed:
    """Money that came from one stranger and went, less a fee, to another."""

    got: Flow
    gave: Flow


Flows = dict[str, tuple[list[Flow], list[Flow]]]  # what each agent got and gave


def busy_agents(scene: Scene, least: int) -> tuple[int, frozenset[str]]:
    """How many got or gave anything, and those who did both so many times."""
    got: Counter[str] = Counter()
    gave: Counter[str] = Counter()
    for ledger in (book for book in scene.ledgers if book.currency == "EUR"):
        rows = ledger.between_agents()
        for side, counted in ((ledger.payee_agent, got), (ledger.payer_agent, gave)):
            agents, times = np.unique(side[rows], return_counts=True)
            names = (ledger.names[agent] for agent in agents.tolist())
            counted.update(dict(zip(names, times.tolist(), strict=True)))
    for giver, taker, _ in _in_cash(scene):
        got[taker] += 1
        gave[giver] += 1
    many = (name for name, times in got.items() if min(times, gave[name]) >= least)
    return len(got.keys() | gave.keys()), frozenset(many)


def flows_of(scene: Scene, busy: frozenset[str]) -> Flows:
    """What each of these got and gave: by payment, in cash, hand to hand and by remittance."""
    found: Flows = {agent: ([], []) for agent in busy}
    for payer, payee, (name, begin, end, minor) in (*_paid(scene, busy), *_in_cash(scene)):
        if payee in busy:
            found[payee][0].append(Flow(name, payer, begin, end, minor))
        if payer in busy:
            found[payer][1].append(Flow(name, payee, begin, end, minor))
    for both in found.values():
        for flows in both:
            flows.sort(key=lambda flow: (flow.begin, flow.end, flow.id))
    return found


Moved = tuple[str, str, tuple[str, int, int, int]]


def _paid(scene: Scene, busy: frozenset[str]) -> Iterator[Moved]:
    """Payments by or to one of these."""
    for ledger in (book for book in scene.ledgers if book.currency == "EUR"):
        wanted = np.array([name in busy for name in ledger.names], dtype=np.bool_)
        rows = ledger.between_agents()
        theirs = wanted[ledger.payer_agent[rows]] | wanted[ledger.payee_agent[rows]]
        for row in rows[theirs].tolist():
            payer, payee = (
                ledger.names[side[row]] for side in (ledger.payer_agent, ledger.payee_agent)
            )
            moment = int(ledger.begin[row]), int(ledger.end[row])
            yield payer, payee, (ledger.ids[row], *moment, int(ledger.minor[row]))


_IN_CASH = {
    RecordKind.DEPOSIT: (("depositor", "account"),),
    RecordKind.WITHDRAWAL: (("account", "taker"),),
    RecordKind.HAND_OVER: (("giver", "taker"),),
    RecordKind.REMITTANCE: (("sender", "agent"), ("agent", "receiver")),
}


def _in_cash(scene: Scene) -> Iterator[Moved]:
    for event in events(scene, *_IN_CASH):
        for start, end in _IN_CASH[event.record.kind]:
            giver, taker = (controller(scene, event.record, role) for role in (start, end))
            if giver is None or taker is None or giver == taker or event.minor <= 0:
                continue
            if not scene.agents.is_hub(giver, taker):
                yield giver, taker, (event.id, event.begin, event.end, event.minor)


def passed_on(got: list[Flow], gave: list[Flow], budget: Budget) -> list[Passed]:
    """Sums given, each with the sum that it was most likely taken from.

    That is a sum got from somebody else, not after it and at most seven days before, as large
    or larger by at most a tenth of itself; of several the smallest, and each is taken once.
    """
    passed: list[Passed] = []
    at_hand: list[tuple[int, int, str, Flow]] = []  # what came in by now, by amount
    place = 0
    for out in gave:
        while place < len(got) and got[place].begin <= out.end:
            into = got[place]
            insort(at_hand, (into.minor, into.begin, into.id, into))
            place += 1
        taken = _taken(at_hand, out, budget)
        if taken is not None:
            passed.append(Passed(at_hand.pop(taken)[3], out))
    return passed


def _taken(at_hand: list[tuple[int, int, str, Flow]], out: Flow, budget: Budget) -> int | None:
    """Where the smallest sum that fits stands; what came in too long ago is dropped on the way."""
    place = bisect_left(at_hand, (out.minor,))
    while place < len(at_hand) and budget.spend():
        minor, begin, _, into = at_hand[place]
        if _FEE * (minor - out.minor) > minor:
            return None
        if out.begin - into.end > _WITHIN:
            del at_hand[place]
        elif begin <= out.end and into.other != out.other:
            return place
        else:
            place += 1
    return None
