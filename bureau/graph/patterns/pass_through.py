"""UB-04: an account that keeps almost nothing; what comes in leaves within hours or days."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from fractions import Fraction
from itertools import accumulate

import numpy as np

from bureau.graph.amounts import in_minor, money, share
from bureau.graph.dwelling import end_of_day, first_in_first_out, weighted_median
from bureau.graph.ledger import DAY, Ints, Ledger, rows_by
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, Sighting, Window, in_time, strongest, windows

_HOUR = 3_600


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-04, pass-through account.

    Credits are matched to later debits first in, first out, over all that is known of the
    account. In a window W of `W_days` that slides over the credits: C = sum of credits,
    R = (credits matched to debits in W) / C, dwell = median lag of those matches weighted by
    amount; hit if C >= Cmin and R >= r and dwell <= d_hours and the median of the balance
    at the end of each day of W <= b * C / W_days.
    Transfers within one hand are not counted; an agent of several accounts is tried as a
    whole too, and shown where none of its accounts alone is a hit. Regulated hubs are no
    subject, but what the account pays them and gets from them does count.
    Of overlapping windows the one of greatest C, then of greatest R, is kept.
    """
    tried = 0
    candidates: list[Candidate] = []
    for ledger in scene.ledgers:
        hit: set[str] = set()
        for name, members, flows in _units(ledger, scene):
            if budget.exhausted:
                break
            tried += 1
            if hit.isdisjoint(members) or len(members) == 1:
                found = _Account(ledger, name, *flows).hits(settings, budget)
                hit.update(members if found else ())
                candidates += found
    return Found(tried, in_time(candidates))


def _units(
    ledger: Ledger, scene: Scene
) -> Iterator[tuple[str, tuple[str, ...], tuple[Ints, Ints]]]:
    """Every account that is paid, then every agent of several: name, accounts, in and out."""
    rows, size = np.arange(len(ledger)), len(ledger.names)
    paid, pays = rows_by(ledger.payee, rows, size), rows_by(ledger.payer, rows, size)
    held = _held(ledger, scene)
    for account in sorted({account for accounts in held.values() for account in accounts}):
        if len(paid.of(account)):
            name = ledger.names[account]
            yield name, (name,), (paid.of(account), pays.of(account))
    into = rows_by(ledger.payee_agent, rows, size)
    out_of = rows_by(ledger.payer_agent, rows, size)
    for agent, accounts in sorted(held.items()):
        if len(accounts) > 1:
            members = tuple(ledger.names[account] for account in sorted(accounts))
            yield ledger.names[agent], members, (into.of(agent), out_of.of(agent))


def _held(ledger: Ledger, scene: Scene) -> dict[int, set[int]]:
    """Accounts that moved by the agent behind them, without those of a regulated hub."""
    sides = (
        np.column_stack((ledger.payee_agent, ledger.payee)),
        np.column_stack((ledger.payer_agent, ledger.payer)),
    )
    held: dict[int, set[int]] = {}
    for agent, account in np.unique(np.concatenate(sides), axis=0).tolist():
        if not scene.agents.is_hub(ledger.names[agent], ledger.names[account]):
            held.setdefault(agent, set()).add(account)
    return held


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


PATTERN = Pattern(
    "UB-04",
    "1",
    {
        "W_days": Parameter("1", "3660"),
        "Cmin_eur": Parameter("0", "1000000000"),
        "r": Parameter("0", "1"),
        "d_hours": Parameter("0", "8784"),
        "b": Parameter("0", "1000"),
    },
    detect,
)
