"""UB-02: three or more agents that all end up near nothing although much moved among them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from bureau.graph.amounts import in_minor, money, share
from bureau.graph.ledger import DAY, Ints, Ledger
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, in_time

_FEWEST = 3


@dataclass(frozen=True, slots=True, eq=False)
class _Group:
    """Agents that all reach each other in one window, with the payments among them."""

    members: frozenset[int]
    rows: Ints
    gross: int
    left: int


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-02, multilateral netting group.

    In a window of `W_days`, S = agents that all reach each other along payments (a strongly
    connected component), 3 <= |S| <= Smax; inside S, N = sum of |in - out| and
    G = sum of (in + out) over its agents; hit if G >= Gmin and N / G <= rho.
    Windows begin at the first payment and at every half window after it: a group that holds
    for half a window falls whole into one. Of groups that share an agent and a day the one of
    greatest G, then of least N, is kept. Regulated hubs are left out.
    """
    tried = 0
    candidates: list[Candidate] = []
    for ledger in scene.ledgers:
        groups: list[_Group] = []
        for rows in _windows(ledger, settings):
            if budget.exhausted:
                break
            for group in _groups(ledger, rows, int(settings["Smax"])):
                if not budget.spend():
                    break
                tried += 1
                if _balanced(group, ledger, settings):
                    groups.append(group)
        candidates += (_candidate(ledger, group) for group in _apart(ledger, groups))
    return Found(tried, in_time(candidates))


def _windows(ledger: Ledger, settings: Settings) -> Iterator[Ints]:
    rows = ledger.between_agents()
    begin, span = ledger.begin[rows], settings.seconds("W_days", DAY)
    if len(rows):
        step = max(1, span // 2)
        for start in range(int(begin[0]), int(begin[-1]) + 1, step):
            first, stop = np.searchsorted(begin, (start, start + span))
            if stop > first:
                yield rows[first:stop]
            if stop == len(rows):
                break


def _groups(ledger: Ledger, rows: Ints, most: int) -> Iterator[_Group]:
    """The groups of fitting size among the payments of one window."""
    size = len(ledger.names)
    payer, payee, minor = ledger.payer_agent[rows], ledger.payee_agent[rows], ledger.minor[rows]
    paid = coo_array((np.ones(len(rows), dtype=np.bool_), (payer, payee)), shape=(size, size))
    _, group_of = connected_components(paid, directed=True, connection="strong")
    counts = np.bincount(group_of)
    inside = np.flatnonzero(group_of[payer] == group_of[payee])
    fit = (counts >= _FEWEST) & (counts <= most)
    inside = inside[fit[group_of[payer[inside]]]]
    order = inside[np.argsort(group_of[payer[inside]], kind="stable")]
    cuts = np.flatnonzero(np.diff(group_of[payer[order]])) + 1
    for part in np.split(order, cuts):
        if len(part):
            agents, place = np.unique(
                np.concatenate((payer[part], payee[part])), return_inverse=True
            )
            net = np.zeros(len(agents), dtype=np.int64)
            np.add.at(net, place, np.concatenate((-minor[part], minor[part])))
            gross = 2 * int(minor[part].sum())
            yield _Group(frozenset(agents.tolist()), rows[part], gross, int(np.abs(net).sum()))


def _balanced(group: _Group, ledger: Ledger, settings: Settings) -> bool:
    enough = group.gross >= in_minor(settings["Gmin_eur"], ledger.currency)
    return enough and group.left <= settings["rho"] * group.gross


def _apart(ledger: Ledger, groups: list[_Group]) -> list[_Group]:
    """Of groups that overlap in agents and in time, the strongest."""
    kept: list[_Group] = []
    for one in sorted(groups, key=lambda group: (-group.gross, group.left, int(group.rows[0]))):
        first, last = ledger.begin[one.rows[0]], ledger.begin[one.rows[-1]]
        if all(
            one.members.isdisjoint(other.members)
            or last < ledger.begin[other.rows[0]]
            or first > ledger.begin[other.rows[-1]]
            for other in kept
        ):
            kept.append(one)
    return kept


def _candidate(ledger: Ledger, group: _Group) -> Candidate:
    return Candidate(
        tuple(ledger.names[agent] for agent in sorted(group.members)),
        tuple(ledger.ids[row] for row in group.rows.tolist()),
        {
            "currency": ledger.currency,
            "agents": len(group.members),
            "payments": len(group.rows),
            "gross": money(group.gross, ledger.currency),
            "net": money(group.left, ledger.currency),
            "net_share": share(group.left, group.gross),
        },
        int(ledger.begin[group.rows[0]]),
        int(ledger.begin[group.rows[-1]]),
    )


PATTERN = Pattern(
    "UB-02",
    "1",
    {
        "W_days": Parameter("1", "3660"),
        "Smax": Parameter("3", "100", whole=True),
        "Gmin_eur": Parameter("0", "1000000000"),
        "rho": Parameter("0", "1"),
    },
    detect,
)
