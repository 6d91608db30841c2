"""UB-46: cash changes hands and crypto of the same value changes wallets, again and again."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from bureau.graph.amounts import money, share
from bureau.graph.facts import euros, furthest, span
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.values import Record
from bureau.graph.windows import Candidate, in_time
from bureau.rules.vocabulary import RecordKind, TieKind

_HOUR = 3_600
_Swap = tuple[Record, Record]
_Holders = dict[str, set[str]]


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-46, cash-for-crypto swap.

    A hand-over of cash c and a transfer on a chain t with |tau_c - tau_t| <= h_hours at the
    most it can be, and |eur(c) - eur(t)| / eur(c) <= tol + fee. Where users of a wallet are
    known, the one that receives must be the giver's or the one that sends the taker's.
    Each transfer serves one hand-over, the nearest in value. Hit if the same giver and taker
    do so at least `n` times. Regulated hubs (a licensed exchange) are passed over.
    """
    holders = _holders(scene)
    transfers = [row for row in scene.records.get(RecordKind.CHAIN_TRANSFER, ()) if row.on]
    pairs: dict[tuple[str, str], list[_Swap]] = defaultdict(list)
    used: set[str] = set()
    tried = 0
    for cash, pair in _hand_overs(scene):
        if not budget.spend(1 + len(transfers)):
            break
        tried += 1
        free = [row for row in transfers if row.id not in used and _theirs(row, cash, holders)]
        fitting = sorted(_fitting(scene, cash, free, settings))
        if fitting:
            _, name, found = fitting[0]
            used.add(name)
            pairs[pair].append((cash, found))
    hits = (
        _candidate(scene, pair, swaps)
        for pair, swaps in pairs.items()
        if len(swaps) >= settings["n"]
    )
    return Found(tried, in_time(hits))


def _hand_overs(scene: Scene) -> Iterator[tuple[Record, tuple[str, str]]]:
    """Cash of a known value that somebody gave to somebody, no hubs."""
    for cash in scene.records.get(RecordKind.HAND_OVER, ()):
        giver, taker = cash.party("giver"), cash.party("taker")
        if giver and taker and euros(cash, scene) and not scene.agents.is_hub(giver, taker):
            yield cash, (giver, taker)


def _holders(scene: Scene) -> _Holders:
    """Who is known to use each thing; wallets are asked for."""
    found: _Holders = defaultdict(set)
    for source, target, kind in scene.graph.edges(data="kind"):
        if kind is TieKind.USES:
            found[target].add(source)
    return found


def _theirs(row: Record, cash: Record, holders: _Holders) -> bool:
    """Whether nothing known about the wallets speaks against these two people."""
    into = holders.get(row.party("to_wallet") or "", set())
    out_of = holders.get(row.party("from_wallet") or "", set())
    if not into and not out_of:
        return True
    return cash.party("giver") in into or cash.party("taker") in out_of


def _fitting(
    scene: Scene, cash: Record, rows: list[Record], settings: Settings
) -> Iterator[tuple[Fraction, str, Record]]:
    when, value = span(cash), euros(cash, scene) or 0
    for row in rows:
        other, minor = span(row), euros(row, scene)
        if when is None or other is None or minor is None or value <= 0:
            continue
        gap = Fraction(abs(value - minor), value)
        near = furthest(when, other) <= settings["h_hours"] * _HOUR
        if near and gap <= settings["tol"] + settings["fee"]:
            yield gap, row.id, row


def _candidate(scene: Scene, pair: tuple[str, str], swaps: list[_Swap]) -> Candidate:
    spans = [span(row) or (0, 0) for swap in swaps for row in swap]
    cash, chain = (sum(euros(swap[side], scene) or 0 for swap in swaps) for side in (0, 1))
    wallets = {
        name for _, row in swaps for role in ("from_wallet", "to_wallet")
        if (name := row.party(role))
    }  # fmt: skip
    return Candidate(
        (*pair, *sorted(wallets)),
        tuple(row.id for swap in swaps for row in swap),
        {
            "currency": "EUR",
            "swaps": len(swaps),
            "cash_total": money(cash, "EUR"),
            "chain_total": money(chain, "EUR"),
            "difference": share(abs(cash - chain), cash),
        },
        min(begin for begin, _ in spans),
        max(end for _, end in spans),
    )


PATTERN = Pattern(
    "UB-46",
    "1",
    {
        "h_hours": Parameter("0.01", "8784"),
        "tol": Parameter("0", "0.99"),
        "fee": Parameter("0", "0.99"),
        "n": Parameter("1", "1000", whole=True),
    },
    detect,
    (
        "Not applicable: it rests on hand-overs and transfers on a chain; shuffled payments do "
        "not change them.",
        "Niet van toepassing: het berust op overhandigingen en overdrachten op een keten; "
        "geschudde betalingen veranderen die niet.",
    ),
)
