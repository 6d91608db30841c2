"""Who is behind an account: patterns look at agents, so that moving one's own money is no tie."""

from collections.abc import Sequence
from datetime import date

import networkx as nx
import numpy as np
import numpy.typing as npt

from bureau.rules.vocabulary import TieKind

Holding = tuple[str, str, str]  # holder, from, until (partial dates)


def _started(text: str, day: str) -> bool:
    return not text or day[: len(text)] >= text


def _ended(text: str, day: str) -> bool:
    return bool(text) and day[: len(text)] > text


class Agents:
    """The controlling agent of each account of a projected graph, by day.

    One holder: the holder. More holders at once: the account stands for itself, since a joint
    account is nobody's alone; accounts of the very same holders stand together. No known
    holder: the account. An explicit `agent` on a node goes before its ties.
    """

    def __init__(self, graph: nx.MultiDiGraph) -> None:
        self._graph = graph
        self._holdings: dict[str, list[Holding]] = {}
        for source, target, tie in graph.edges(data=True):
            if tie["kind"] is TieKind.HOLDS_ACCOUNT:
                self._holdings.setdefault(target, []).append((source, tie["on"], tie["valid_to"]))
        self._hubs = frozenset(name for name, hub in graph.nodes(data="hub") if hub)
        self._above_known = frozenset(name for name, above in graph.nodes(data="agent") if above)
        self._joint: dict[frozenset[str], str] = {}
        self._holders: dict[str, frozenset[str]] = {}
        self._settled: dict[str, str] = {}

    def of(self, account: str, day: date) -> str:
        """Who controls this account on that day."""
        settled = self._settled.get(account)
        if settled is None:
            settled = self._resolve(account, day)
            if not self.is_dated(account):
                self._settled[account] = settled
        return settled

    def holders(self, agent: str) -> frozenset[str]:
        """The people behind an agent; an agent that is no joint account is its own holder."""
        return self._holders.get(agent, frozenset((agent,)))

    def same_hand(self, one: str, other: str) -> bool:
        """Whether money between these two stays, at least in part, in one hand."""
        if one == other:
            return True
        if one not in self._holders and other not in self._holders:
            return False
        return not self.holders(one).isdisjoint(self.holders(other))

    def is_hub(self, *names: str) -> bool:
        """Whether one of these is a regulated hub."""
        return not self._hubs.isdisjoint(names)

    def which_are_hubs(self, names: Sequence[str]) -> npt.NDArray[np.bool_]:
        """For each name whether it is a regulated hub."""
        if not self._hubs:
            return np.zeros(len(names), dtype=np.bool_)
        return np.array([name in self._hubs for name in names], dtype=np.bool_)

    def may_differ(self, account: str) -> bool:
        """Whether somebody else may be behind this account than itself."""
        return account in self._holdings or account in self._above_known

    def differing(self, accounts: Sequence[str]) -> list[int]:
        """The places of the accounts behind which somebody else may be."""
        if not self._holdings and not self._above_known:
            return []
        return [place for place, name in enumerate(accounts) if self.may_differ(name)]

    def any_joint(self) -> bool:
        """Whether any agent known so far is an account of more than one holder."""
        return bool(self._holders)

    def is_joint(self, agent: str) -> bool:
        """Whether this agent is known to be an account of more than one holder."""
        return agent in self._holders

    def is_dated(self, account: str) -> bool:
        """Whether who controls this account may differ from day to day."""
        return any(start or end for _, start, end in self._holdings.get(account, ()))

    def _resolve(self, account: str, day: date) -> str:
        above = self._above(account)
        if above != account:
            return above
        holders = {self._above(holder) for holder in self._holders_on(account, day.isoformat())}
        if not holders:
            return account
        if len(holders) == 1:
            return holders.pop()
        return self._joint_agent(account, frozenset(holders))

    def _holders_on(self, account: str, day: str) -> set[str]:
        """Holders whose tie covers the day; else those whose tie had not ended by then.

        The start of a tie is often only the day on which somebody saw it.
        """
        open_ties = [tie for tie in self._holdings.get(account, ()) if not _ended(tie[2], day)]
        covering = [tie for tie in open_ties if _started(tie[1], day)]
        return {holder for holder, _, _ in covering or open_ties}

    def _joint_agent(self, account: str, holders: frozenset[str]) -> str:
        if holders not in self._joint:
            self._joint[holders] = min(
                (
                    other
                    for other, ties in self._holdings.items()
                    if {self._above(tie[0]) for tie in ties} == holders
                ),
                default=account,
            )
        agent = self._joint[holders]
        self._holders[agent] = holders
        return agent

    def _above(self, name: str) -> str:
        seen = {name}
        while name in self._graph and (above := self._graph.nodes[name]["agent"]):
            if above in seen:
                return min(seen)
            seen.add(above)
            name = above
        return name
