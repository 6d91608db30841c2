"""UB-25: when one account stops, another with the same counterparties starts."""

from dataclasses import dataclass

import numpy as np

from bureau.graph.amounts import money, share
from bureau.graph.ledger import DAY, Flags, Indexes, Ints, Ledger
from bureau.graph.rotation_fast import shared
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, in_time


@dataclass(frozen=True, slots=True, eq=False)
class _Uses:
    """Every use of an account: the account, the agent on the other side, the payment, when."""

    account: Indexes
    party: Indexes
    row: Ints
    moment: Ints

    def among(self, flags: Flags) -> "_Uses":
        """Those for which the flag is set."""
        return _Uses(self.account[flags], self.party[flags], self.row[flags], self.moment[flags])


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-25, account rotation.

    For an account A last used at t and an account B first used in [t - g, t + g]:
    cp(A) = those whom A dealt with in the last W_days of its use, cp(B) = those whom B dealt
    with in its first W_days; hit if |cp(A)| and |cp(B)| >= k and
    |cp(A) and cp(B)| / |cp(A) or cp(B)| >= j. B is used later than A, at first and at last.
    A counts as stopped and B as started only where the payments known go on for g days after
    t, and began g days before the first use of B. Regulated hubs are nobody's counterparty.
    """
    tried = 0
    candidates: list[Candidate] = []
    for ledger in scene.ledgers:
        if budget.exhausted:
            break
        stopped, begun, lives = _turns(ledger, settings)
        ends, starts = (_Book.of(uses, ledger, settings) for uses in (stopped, begun))
        tried += len(ends.accounts)
        terms = (settings.seconds("g_days", DAY), float(settings["j"]))
        for one, other, both in _pairs(ends, starts, lives, terms, budget).tolist():
            either = ends.sizes[one] + starts.sizes[other] - both
            if both >= settings["j"] * int(either):
                candidates.append(_candidate(ledger, (ends, one), (starts, other), both))
    return Found(tried, in_time(candidates))


def _pairs(
    ends: "_Book",
    starts: "_Book",
    lives: tuple[Ints, Ints],
    terms: tuple[int, float],
    budget: Budget,
) -> Ints:
    """Which account takes over from which: their places, and how many counterparties they share."""
    first, last = lives
    pairs, steps = shared(
        (ends.accounts, last[ends.accounts], ends.parties),
        (starts.accounts, first[starts.accounts], starts.parties),
        starts.of_party(len(first)),
        terms,
        budget.left,
    )
    budget.took(int(min(steps, budget.left)))
    old, new = ends.accounts[pairs[:, 0]], starts.accounts[pairs[:, 1]]
    return pairs[(first[new] > first[old]) & (last[new] > last[old])]


def _turns(ledger: Ledger, settings: Settings) -> tuple[_Uses, _Uses, tuple[Ints, Ints]]:
    """The last uses of accounts that stopped, the first of those that started, and all lives.

    A life is the first and the last use of an account.
    """
    rows = np.flatnonzero(~ledger.hub)
    uses = _uses(ledger, rows)
    size, gap, span = len(ledger.names), *(settings.seconds(n, DAY) for n in ("g_days", "W_days"))
    first, last = np.full(size, 2**62), np.full(size, -(2**62))
    np.minimum.at(first, uses.account, uses.moment)
    np.maximum.at(last, uses.account, uses.moment)
    since, until = (
        (int(ledger.begin[rows[0]]), int(ledger.begin[rows[-1]])) if len(rows) else (0, 0)
    )
    stops, begins = last + gap <= until, first - gap >= since
    ending = stops[uses.account] & (uses.moment >= last[uses.account] - span)
    beginning = begins[uses.account] & (uses.moment <= first[uses.account] + span)
    return uses.among(ending), uses.among(beginning), (first, last)


def _uses(ledger: Ledger, rows: Ints) -> _Uses:
    """Each payment twice: as a use of the account that pays, and of the one that is paid."""
    return _Uses(
        np.concatenate((ledger.payer[rows], ledger.payee[rows])),
        np.concatenate((ledger.payee_agent[rows], ledger.payer_agent[rows])),
        np.concatenate((rows, rows)),
        np.concatenate((ledger.begin[rows], ledger.begin[rows])),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Book:
    """Accounts with enough counterparties, and who these are."""

    uses: _Uses
    accounts: Indexes
    parties: tuple[Ints, Indexes]

    @classmethod
    def of(cls, uses: _Uses, ledger: Ledger, settings: Settings) -> "_Book":
        size = max(1, len(ledger.names))
        pairs = np.unique(uses.account.astype(np.int64) * size + uses.party)
        account, party = (part.astype(np.int32) for part in np.divmod(pairs, size))
        enough = np.bincount(account, minlength=size) >= int(settings["k"])
        kept = enough[account]
        account, party = account[kept], party[kept]
        accounts, starts = np.unique(account, return_index=True)
        return cls(
            uses.among(enough[uses.account]), accounts, (np.append(starts, len(party)), party)
        )

    @property
    def sizes(self) -> Ints:
        """How many counterparties each account has."""
        return np.diff(self.parties[0])

    def of_party(self, size: int) -> tuple[Ints, Indexes]:
        """The places of the accounts that deal with each party."""
        place = np.repeat(np.arange(len(self.accounts), dtype=np.int32), self.sizes)
        order = np.argsort(self.parties[1], kind="stable")
        starts = np.zeros(size + 1, dtype=np.int64)
        np.cumsum(np.bincount(self.parties[1], minlength=size), out=starts[1:])
        return starts, place[order]

    def known(self, place: int) -> tuple[frozenset[int], Ints]:
        """The counterparties of one account, and the payments."""
        starts, party = self.parties
        mine = self.uses.account == self.accounts[place]
        return frozenset(party[starts[place] : starts[place + 1]].tolist()), self.uses.row[mine]


Place = tuple[_Book, int]


def _candidate(ledger: Ledger, one: Place, other: Place, both: int) -> Candidate:
    (old, its), (new, theirs) = (book.known(place) for book, place in (one, other))
    common = np.array(sorted(old & new), dtype=np.int32)
    every = np.unique(np.concatenate((its, theirs)))
    touches = np.isin(ledger.payer_agent[every], common) | np.isin(
        ledger.payee_agent[every], common
    )
    rows = every[touches]
    names = [ledger.names[book.accounts[place]] for book, place in (one, other)]
    return Candidate(
        (names[0], names[1]),
        tuple(ledger.ids[row] for row in rows.tolist()),
        {
            "currency": ledger.currency,
            "shared": both,
            "before": len(old),
            "after": len(new),
            "alike": share(both, len(old | new)),
            "moved": money(int(ledger.minor[rows].sum()), ledger.currency),
        },
        int(ledger.begin[rows[0]]),
        int(ledger.begin[rows[-1]]),
    )


PATTERN = Pattern(
    "UB-25",
    "1",
    {
        "g_days": Parameter("1", "366"),
        "j": Parameter("0.01", "1"),
        "W_days": Parameter("1", "3660"),
        "k": Parameter("2", "1000", whole=True),
    },
    detect,
)
