"""Accounts that money only passes through: what every pattern about such accounts shares."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from fractions import Fraction
from itertools import accumulate
from math import floor

import numpy as np

from bureau.graph.amounts import in_minor, money, share
from bureau.graph.dwelling import end_of_day, first_in_first_out, weighted_median
from bureau.graph.ledger import DAY, Indexes, Ints, Ledger, Rows, rows_by
from bureau.graph.matching_fast import Bounds, may_pass_on
from bureau.graph.scene import Budget, Found, Scene
from bureau.graph.settings import Settings
from bureau.graph.windows import Candidate, Sighting, Window, in_time, strongest, windows

_HOUR = 3_600
STANDARD = Settings(
    {
        "W_days": Fraction(60),
        "Cmin_eur": Fraction(20_000),
        "r": Fraction(9, 10),
        "d_hours": Fraction(48),
        "b": Fraction(1, 10),
    }
)


def passing(scene: Scene, budget: Budget, settings: Settings = STANDARD) -> Found:
    """Accounts, and agents of several, that keep almost nothing; the terms are those of UB-04.

    The first subject of each candidate is the account, or the agent where only all of its
    accounts together let the money through. Agents of a regulated hub are no subject.
    """
    tried = 0
    candidates: list[Candidate] = []
    for ledger in scene.ledgers:
        units = _Units(ledger, scene, settings)
        hit: set[str] = set()
        looked = 0 if budget.exhausted else len(units)
        for place, (name, members, flows) in units.close():
            if budget.exhausted:
                break
            if hit.isdisjoint(members) or len(members) == 1:
                found = _Account(ledger, name, *flows).hits(settings, budget)
                hit.update(members if found else ())
                candidates += found
            looked = place + 1 if budget.exhausted else looked
        tried += looked
    return Found(tried, in_time(candidates))


def passing_names(scene: Scene, budget: Budget, settings: Settings = STANDARD) -> frozenset[str]:
    """The accounts, and agents of several accounts, that only pass money on."""
    return frozenset(one.subjects[0] for one in passing(scene, budget, settings).candidates)


Flows = tuple[Ints, Ints]  # rows in and rows out
Unit = tuple[str, tuple[str, ...], Flows]  # the name, its accounts, its rows


class _Units:
    """The subjects of one ledger: every account that is paid, and every agent of several."""

    def __init__(self, ledger: Ledger, scene: Scene, settings: Settings) -> None:
        self._ledger = ledger
        self._bounds = _bounds(ledger, settings)
        self._rows = np.arange(len(ledger))
        self._paid = self._grouped(ledger.payee)
        accounts = _held(ledger, scene)
        moved = np.unique(accounts[:, 1])
        self._accounts = moved[np.diff(self._paid.starts)[moved] > 0]
        agents, several = np.unique(accounts[:, 0], return_counts=True)
        self._agents = agents[several > 1]
        self._members = accounts[np.isin(accounts[:, 0], self._agents)]

    def __len__(self) -> int:
        return len(self._accounts) + len(self._agents)

    def close(self) -> Iterator[tuple[int, Unit]]:
        """Those worth a closer look with their place among all, accounts first."""
        ledger, names = self._ledger, self._ledger.names
        pays = self._grouped(ledger.payer)
        for place, who, flows in self._seen(self._accounts, self._paid, pays):
            yield place, (names[who], (names[who],), flows)
        if len(self._agents):
            into, out_of = self._grouped(ledger.payee_agent), self._grouped(ledger.payer_agent)
            for place, who, flows in self._seen(self._agents, into, out_of):
                held = self._members[self._members[:, 0] == who, 1]
                accounts = tuple(names[account] for account in held.tolist())
                yield len(self._accounts) + place, (names[who], accounts, flows)

    def _seen(self, subjects: Ints, paid: Rows, pays: Rows) -> Iterator[tuple[int, int, Flows]]:
        close = may_pass_on(self._ledger, paid, pays, subjects, self._bounds)
        for place in np.flatnonzero(close).tolist():
            who = int(subjects[place])
            yield place, who, (paid.of(who), pays.of(who))

    def _grouped(self, keys: Indexes) -> Rows:
        return rows_by(keys, self._rows, len(self._ledger.names))


def _bounds(ledger: Ledger, settings: Settings) -> Bounds:
    """The terms of the quick look: a little too wide where they are no whole numbers."""
    return (
        floor(in_minor(settings["Cmin_eur"], ledger.currency)),
        float(settings["r"]) * (1 - 1e-9),
        floor(settings["d_hours"] * _HOUR),
        settings.seconds("W_days", DAY),
    )


def _held(ledger: Ledger, scene: Scene) -> Ints:
    """Agent and account of all that moved, without what a regulated hub is or holds."""
    size = len(ledger.names)
    code = np.concatenate(
        (
            ledger.payee_agent.astype(np.int64) * size + ledger.payee,
            ledger.payer_agent.astype(np.int64) * size + ledger.payer,
        )
    )
    pairs = np.column_stack(np.divmod(np.unique(code), max(1, size)))
    hubs = scene.agents.which_are_hubs(ledger.names)
    return pairs[~hubs[pairs].any(axis=1)] if len(pairs) else pairs


class _Account:
    """What came in and went out of one account, matched once and then looked at by window."""

    def __init__(self, ledger: Ledger, name: str, incoming: Ints, outgoing: Ints) -> None:
        self.ledger, self.name = ledger, name
        self.incoming, self.outgoing = incoming.tolist(), outgoing.tolist()
        self.sums = list(accumulate(ledger.minor[incoming].tolist(), initial=0))

    def hits(self, settings: Settings, budget: Budget) -> list[Candidate]:
        """The strongest windows that meet the definition, written out."""
        least = in_minor(settings["Cmin_eur"], self.ledger.currency)
        if self.sums[-1] < least or not self.outgoing:
            return []
        if not budget.spend(len(self.incoming) + len(self.outgoing)):
            return []
        matches = _Matches(self, settings)
        seen = strongest(self._sightings(matches, settings, budget))
        return [self._candidate(matches, one) for one in seen]

    def _sightings(
        self, matches: "_Matches", settings: Settings, budget: Budget
    ) -> Iterator[Sighting]:
        least = in_minor(settings["Cmin_eur"], self.ledger.currency)
        times = [int(self.ledger.begin[row]) for row in self.incoming]
        for window in windows(times, settings.seconds("W_days", DAY)):
            if not budget.spend():
                return
            credit = self.sums[window.stop] - self.sums[window.first]
            first, stop = matches.stretch(window)
            if credit >= least and matches.left_soon(first, stop, credit):
                twice = matches.twice_median_balance(times[window.first], credit)
                if twice is not None:
                    matched = matches.matched[stop] - matches.matched[first]
                    begin = times[window.first]
                    end = max(times[window.stop - 1], matches.pieces[stop - 1].paid_at)
                    at = (window.first, window.stop, first, stop, twice)
                    yield Sighting(begin, end, (credit, matched), at)

    def _candidate(self, matches: "_Matches", seen: Sighting) -> Candidate:
        first, stop, *stretch, twice_median = seen.at
        ledger, inside = self.ledger, matches.pieces[slice(*stretch)]
        credit = self.sums[stop] - self.sums[first]
        matched = sum(piece.minor for piece in inside)
        debits = {piece.debit for piece in inside}
        return Candidate(
            (self.name,),
            tuple(ledger.ids[row] for row in sorted({*self.incoming[first:stop], *debits})),
            {
                "currency": ledger.currency,
                "credits": money(credit, ledger.currency),
                "matched": money(matched, ledger.currency),
                "passed_on": share(matched, credit),
                "dwell_hours": share(weighted_median(inside), _HOUR),
                "median_balance": money(twice_median // 2, ledger.currency),
                "payments_in": stop - first,
                "payments_out": len(debits),
            },
            seen.begin,
            seen.end,
        )


class _Matches:
    """Matched credits of one account with running sums, so that a window is judged at once."""

    def __init__(self, account: _Account, settings: Settings) -> None:
        self.settings = settings
        flows = account.ledger, account.incoming, account.outgoing
        self.pieces = first_in_first_out(*flows)
        self.balances = end_of_day(*flows)
        longest = settings["d_hours"] * _HOUR
        self.matched = list(accumulate((piece.minor for piece in self.pieces), initial=0))
        self.soon = list(
            accumulate((p.minor if p.lag <= longest else 0 for p in self.pieces), initial=0)
        )

    def stretch(self, window: Window) -> tuple[int, int]:
        """The matches of the window's credits with debits that fall in the window too.

        First in, first out keeps both credits and debits in order, so they are one stretch.
        """
        first, stop = (
            bisect_left(self.pieces, place, key=lambda piece: piece.place)
            for place in (window.first, window.stop)
        )
        until = bisect_right(self.pieces, window.end, first, stop, key=lambda piece: piece.paid_at)
        return first, until

    def left_soon(self, first: int, stop: int, credit: int) -> bool:
        """Whether enough of the credit left, and half of that or more within the bound.

        That half is what makes the median, weighted by amount, keep to the bound.
        """
        matched = self.matched[stop] - self.matched[first]
        soon = self.soon[stop] - self.soon[first]
        return stop > first and matched >= self.settings["r"] * credit and 2 * soon >= matched

    def twice_median_balance(self, begin: int, credit: int) -> int | None:
        """Twice the median end-of-day balance from `begin` on, or None where it is too much."""
        days = self.settings["W_days"]
        twice = self.balances.twice_median(begin // DAY, max(1, int(days)))
        return twice if Fraction(twice, 2) <= self.settings["b"] * credit / days else None
