"""UB-24: accounts opened close together that share something rare and move alike."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import sqrt

import networkx as nx
import numpy as np

from bureau.graph.amounts import money
from bureau.graph.attributes import Use, uses
from bureau.graph.ledger import DAY, Ints, Ledger, rows_by, second
from bureau.graph.passing import STANDARD, passing
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, Sighting, in_time, strongest, windows
from bureau.rules.vocabulary import TieKind

_FULL_DATE = 10  # characters of "2024-05-01"


@dataclass(frozen=True, slots=True)
class _Account:
    """An account that keeps nothing: since when it is there, and what moved on each day."""

    name: str
    holder: str
    opened: int
    rows: tuple[int, ...]
    daily: dict[int, int]
    minor: int


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-24, mule cluster.

    Of accounts with a known holder those that pass through: UB-04 with its own numbers, save
    that credits of `Cmin_eur` are enough. Two such accounts of different holders are linked if
    their holders share a phone, a device, a unit or a director that at most `dfmax` parties
    have, at the same time, and the cosine of what moved on each day, in and out together, is
    >= `cos`. In a window of `w_days` that slides over the days of opening (the start of the
    tie of the holder; where it is not known to the day, the first payment) hit if a connected
    group has at least `k` accounts. Subjects are the holders. Many mules are used by others:
    the victim check goes first. Regulated hubs hold no such account. Of overlapping windows
    the one of most accounts, then of the greatest sum.
    """
    candidates: list[Candidate] = []
    shared = _shared(scene, settings)
    if not shared:
        return Found(0, [])
    terms = Settings({**STANDARD, "Cmin_eur": settings["Cmin_eur"]})
    through = passing(scene, budget, terms)
    for ledger in scene.ledgers:
        names = {
            one.subjects[0]
            for one in through.candidates
            if one.metrics["currency"] == ledger.currency
        }
        accounts = _accounts(scene, ledger, names)
        links = _links(accounts, shared, settings, budget)
        seen = strongest(_sightings(accounts, links, settings, budget))
        candidates += (_candidate(ledger, accounts, shared, one) for one in seen)
    return Found(through.tried, in_time(candidates))


Shared = dict[frozenset[str], tuple[Use, Use]]  # by the two who share


def _shared(scene: Scene, settings: Settings) -> Shared:
    """Pairs of parties that share something rare, with the first such thing."""
    found: Shared = {}
    for having in uses(scene).values():
        if len({use.holder for use in having}) <= settings["dfmax"]:
            for one, other in combinations(having, 2):
                if one.holder != other.holder and one.overlaps(other):
                    found.setdefault(frozenset((one.holder, other.holder)), (one, other))
    return found


def _accounts(scene: Scene, ledger: Ledger, names: set[str]) -> list[_Account]:
    """Those of these accounts that have a known holder, in order of opening."""
    rows, size = np.arange(len(ledger)), len(ledger.names)
    paid, pays = rows_by(ledger.payee, rows, size), rows_by(ledger.payer, rows, size)
    since = _opened(scene)
    found = []
    for account in np.unique(ledger.payee).tolist():
        name = ledger.names[account]
        if name in names and name in since:
            both = np.sort(np.concatenate((paid.of(account), pays.of(account))))
            agent = ledger.names[ledger.payee_agent[paid.of(account)[0]]]
            opened = since[name]
            first = int(ledger.begin[both[0]]) if opened is None else opened
            found.append(_account(ledger, name, agent, first, both))
    return sorted(found, key=lambda one: (one.opened, one.name))


def _opened(scene: Scene) -> dict[str, int | None]:
    """When each account with a known holder was opened; None where not known to the day."""
    found: dict[str, int | None] = {}
    for _, account, tie in scene.graph.edges(data=True):
        if tie["kind"] is TieKind.HOLDS_ACCOUNT:
            known = _second_of(tie["on"])
            before = found.get(account)
            found[account] = known if before is None else min(before, known or before)
    return found


def _second_of(text: str) -> int | None:
    return second(date.fromisoformat(text)) if len(text) == _FULL_DATE else None


def _account(ledger: Ledger, name: str, agent: str, opened: int, rows: Ints) -> _Account:
    daily: Counter[int] = Counter()
    for row in rows.tolist():
        daily[int(ledger.begin[row]) // DAY] += int(ledger.minor[row])
    return _Account(name, agent, opened, tuple(rows.tolist()), dict(daily), sum(daily.values()))


def cosine(one: dict[int, int], other: dict[int, int]) -> float:
    """How far two series of daily sums move alike, from 0 to 1."""
    together = sum(minor * other.get(day, 0) for day, minor in one.items())
    sizes = sum(v * v for v in one.values()) * sum(v * v for v in other.values())
    return together / sqrt(sizes) if sizes else 0.0


def _links(
    accounts: list[_Account], shared: Shared, settings: Settings, budget: Budget
) -> nx.Graph:
    graph = nx.Graph()
    graph.add_nodes_from(range(len(accounts)))
    for one, other in combinations(range(len(accounts)), 2):
        if frozenset((accounts[one].holder, accounts[other].holder)) not in shared:
            continue
        if not budget.spend(len(accounts[one].daily)):
            break
        alike = cosine(accounts[one].daily, accounts[other].daily)
        if alike >= settings["cos"]:
            graph.add_edge(one, other, alike=alike)
    return graph


def _sightings(
    accounts: list[_Account], links: nx.Graph, settings: Settings, budget: Budget
) -> Iterator[Sighting]:
    times = [account.opened for account in accounts]
    for window in windows(times, settings.seconds("w_days", DAY)):
        count = window.stop - window.first
        if count < settings["k"]:
            continue
        if not budget.spend(count):
            return
        inside = links.subgraph(range(window.first, window.stop))
        for group in nx.connected_components(inside):
            if len(group) >= settings["k"]:
                members = sorted(group)
                total = sum(accounts[place].minor for place in members)
                begin, end = accounts[members[0]].opened, accounts[members[-1]].opened
                yield Sighting(begin, end, (len(members), total), tuple(members))


def _candidate(
    ledger: Ledger, accounts: list[_Account], shared: Shared, seen: Sighting
) -> Candidate:
    members = [accounts[place] for place in seen.at]
    holders = sorted({account.holder for account in members})
    known = (shared.get(frozenset(pair)) for pair in combinations(holders, 2))
    used = [use for pair in known if pair is not None for use in pair]
    rows = sorted({row for account in members for row in account.rows})
    return Candidate(
        tuple(holders),
        (*dict.fromkeys(use.tie for use in used), *(ledger.ids[row] for row in rows)),
        {
            "currency": ledger.currency,
            "role": "may_be_exploited",
            "accounts": len(members),
            "shared_things": len({use.shared for use in used}),
            "days_between_openings": (seen.end - seen.begin) // DAY,
            "moved": money(sum(account.minor for account in members), ledger.currency),
        },
        seen.begin,
        max(int(ledger.begin[rows[-1]]), seen.end),
    )


PATTERN = Pattern(
    "UB-24",
    "1",
    {
        "k": Parameter("2", "1000", whole=True),
        "w_days": Parameter("1", "3660"),
        "cos": Parameter("0", "1"),
        "dfmax": Parameter("2", "1000", whole=True),
        "Cmin_eur": Parameter("0", "1000000000"),
    },
    detect,
)
