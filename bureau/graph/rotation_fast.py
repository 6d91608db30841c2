"""Accounts that stop and accounts that start, and how many counterparties they share."""

import numpy as np

from bureau.graph.compiled import compiled, first_call
from bureau.graph.ledger import Flags, Indexes, Ints

Group = tuple[Ints, Indexes]  # starts and members
_SLACK = 1e-9
Timed = tuple[Indexes, Ints, Group]  # accounts, their last or first use, their counterparties


@compiled
def _in_time(
    of_party: Group, mine: Indexes, near: tuple[Ints, int, int], seen: Flags, touched: Indexes
) -> tuple[int, int]:
    """The begun accounts in time that deal with any of these parties; how many, and the steps."""
    first, last, gap = near
    size = steps = 0
    for party in mine:
        for other in of_party[1][of_party[0][party] : of_party[0][party + 1]]:
            steps += 1
            if abs(first[other] - last) <= gap and not seen[other]:
                seen[other], touched[size] = True, other
                size += 1
    return size, steps


@compiled
def _rarest(of_party: Group, mine: Indexes, alike: float) -> Indexes:
    """So many of the rarest parties that two circles as alike as this share at least one."""
    often = of_party[0][mine + 1] - of_party[0][mine]
    count = len(mine) - int(np.ceil(alike * len(mine) - _SLACK)) + 1
    return mine[np.argsort(often)[: max(1, count)]]


@compiled
def shared(
    stopped: Timed, begun: Timed, of_party: Group, terms: tuple[int, float], most: int
) -> tuple[Ints, int]:
    """Pairs of a stopped and a begun account in time that may share enough counterparties.

    `of_party` gives for each counterparty the places of the begun accounts that deal with it;
    `terms` are the gap in seconds and the least share of all counterparties of the two that
    they share. Back come the two places and how many they share, and the steps taken.
    """
    (accounts, last, parties), (starters, first, theirs) = stopped, begun
    seen, touched = np.zeros(len(starters), dtype=np.bool_), np.empty_like(starters)
    stamp = np.full(len(of_party[0]), -1, dtype=np.int64)
    pairs, size, steps = np.empty((64, 3), dtype=np.int64), 0, 0
    for place in range(len(accounts)):
        if steps > most:
            break
        mine = parties[1][parties[0][place] : parties[0][place + 1]]
        near = (first, last[place], terms[0])
        found, taken = _in_time(of_party, _rarest(of_party, mine, terms[1]), near, seen, touched)
        stamp[mine], steps = place, steps + taken
        if size + found > len(pairs):
            pairs = np.concatenate((pairs, np.empty((size + found, 3), dtype=np.int64)))
        for other in touched[:found]:
            circle = theirs[1][theirs[0][other] : theirs[0][other + 1]]
            seen[other], steps = False, steps + len(circle)
            if starters[other] != accounts[place]:
                pairs[size, 0], pairs[size, 1] = place, other
                pairs[size, 2] = (stamp[circle] == place).sum()
                size += 1
    return pairs[:size], steps


@first_call
def _example() -> object:
    one = np.zeros(1, dtype=np.int32)
    group = (np.array([0, 1]), one)
    timed = (one, np.zeros(1, dtype=np.int64), group)
    return shared(timed, timed, group, (1, 0.5), 10)
