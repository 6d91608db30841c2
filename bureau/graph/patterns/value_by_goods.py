"""UB-35: value carried away as goods that many buyers paid for with fresh cash."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bureau.graph.amounts import money
from bureau.graph.facts import euros, furthest, span, text
from bureau.graph.invoices import Invoice, invoices
from bureau.graph.ledger import DAY, last_second, second
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.values import Record
from bureau.graph.windows import Candidate, Sighting, in_time, strongest, windows
from bureau.rules.vocabulary import RecordKind

_HOUR = 3_600
_Deposits = dict[str, list[tuple[tuple[int, int], int, str]]]  # by agent: when, cents, id


@dataclass(frozen=True, slots=True)
class _Sent:
    """A purchase paid in cash, and the shipment with which it left."""

    purchase: Invoice
    shipment: Record
    cash: tuple[str, ...]
    begin: int


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-35, value by goods.

    A purchase is paid with fresh cash if the invoice says that it was paid in cash, or if
    cash deposits on accounts of the buyer in the `c_hours` up to the day of the invoice come
    to s * its amount or more. It went to somebody if a shipment with the buyer as consignor,
    or with the same container or bill of lading, within `w_days` after it names that
    consignee or forwarder. Hit for a consignee or forwarder with at least `k` such buyers in
    a window of w_days. Regulated hubs and the buyers themselves are no such receiver.
    Of overlapping windows the one of most buyers, then of the greatest sum, is kept.
    """
    to: dict[str, list[_Sent]] = defaultdict(list)
    cash = _deposits(scene)
    for one in invoices(scene):
        if not budget.spend(1 + len(cash.get(one.buyer, ()))):
            break
        funded, ids = _funded(one, cash, settings)
        if funded:
            for name, move in _receivers(scene, one, settings, budget):
                to[name].append(_Sent(one, move, ids, second(move.on or one.on)))
    candidates: list[Candidate] = []
    for name, rows in sorted(to.items()):
        rows.sort(key=lambda row: (row.begin, row.purchase.id))
        candidates += (
            _candidate(name, rows[seen.at[0] : seen.at[1]])
            for seen in strongest(_sightings(rows, settings, budget))
        )
    return Found(len(to), in_time(candidates))


def _deposits(scene: Scene) -> _Deposits:
    found: _Deposits = defaultdict(list)
    for row in scene.records.get(RecordKind.DEPOSIT, ()):
        account, when, minor = row.party("account"), span(row), euros(row, scene)
        if account and when and row.on and minor:
            found[scene.agents.of(account, row.on)].append((when, minor, row.id))
    return found


def _funded(one: Invoice, cash: _Deposits, settings: Settings) -> tuple[bool, tuple[str, ...]]:
    """Whether fresh cash paid for a purchase, and the deposits that show it."""
    bought = span(one.record) or (second(one.on), last_second(one.on))
    reach = settings.seconds("c_hours", _HOUR)
    near = [
        (minor, name)
        for when, minor, name in cash.get(one.buyer, ())
        if when[0] <= bought[1] and furthest(when, bought) <= reach
    ]
    if sum(minor for minor, _ in near) >= settings["s"] * one.minor:
        return True, tuple(name for _, name in near)
    return bool(one.record.fields.get("paid_cash")), ()


def _receivers(
    scene: Scene, one: Invoice, settings: Settings, budget: Budget
) -> Iterator[tuple[str, Record]]:
    seen: set[str] = set()
    rows = scene.records.get(RecordKind.SHIPMENT, ())
    if not budget.spend(len(rows)):
        return
    for row in rows:
        if row.on is None or not 0 <= (row.on - one.on).days <= settings["w_days"]:
            continue
        if not _same_goods(scene, row, one):
            continue
        for role in ("consignee", "forwarder"):
            name = scene.agents.of(row.party(role) or "", row.on)
            if name and name not in seen and name != one.buyer and not scene.agents.is_hub(name):
                seen.add(name)
                yield name, row


def _same_goods(scene: Scene, row: Record, one: Invoice) -> bool:
    if any(
        text(row, key) and text(row, key) == text(one.record, key)
        for key in ("container", "bill_of_lading")
    ):
        return True
    consignor, codes = row.party("consignor"), {text(row, "goods_code"), ""}
    return (
        consignor is not None
        and scene.agents.of(consignor, one.on) == one.buyer
        and text(one.record, "goods_code") in codes
    )


def _sightings(rows: list[_Sent], settings: Settings, budget: Budget) -> Iterator[Sighting]:
    times = [row.begin for row in rows]
    for window in windows(times, settings.seconds("w_days", DAY)):
        if not budget.spend():
            return
        inside = rows[window.first : window.stop]
        buyers = len({row.purchase.buyer for row in inside})
        if buyers >= settings["k"]:
            total = sum(row.purchase.minor for row in inside)
            begin, end = times[window.first], times[window.stop - 1]
            yield Sighting(begin, end, (buyers, total), (window.first, window.stop))


def _candidate(name: str, rows: list[_Sent]) -> Candidate:
    buyers = tuple(sorted({row.purchase.buyer for row in rows}))
    proof = [item for row in rows for item in (*row.cash, row.purchase.id, row.shipment.id)]
    return Candidate(
        (name, *buyers),
        tuple(dict.fromkeys(proof)),
        {
            "currency": "EUR",
            "buyers": len(buyers),
            "invoices": len(rows),
            "total": money(sum(row.purchase.minor for row in rows), "EUR"),
        },
        min(second(row.purchase.on) for row in rows),
        rows[-1].begin + DAY - 1,
    )


PATTERN = Pattern(
    "UB-35",
    "1",
    {
        "k": Parameter("2", "10000", whole=True),
        "w_days": Parameter("1", "3660", whole=True),
        "c_hours": Parameter("1", "2400"),
        "s": Parameter("0.01", "1"),
    },
    detect,
    (
        "Not applicable: cash, purchase and shipment belong together; shuffled payments do not "
        "change them.",
        "Niet van toepassing: contant geld, aankoop en zending horen bij elkaar; geschudde "
        "betalingen veranderen die niet.",
    ),
)
