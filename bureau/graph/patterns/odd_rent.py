"""UB-41: a rent that the market, the way of paying or the use of the premises does not explain."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from statistics import median

import numpy as np

from bureau.graph.amounts import money, share
from bureau.graph.facts import cents, euros, known_span, number, overlap, text
from bureau.graph.ledger import last_second, second
from bureau.graph.places import area_of, staff_of
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.values import Lease
from bureau.graph.windows import Candidate, Metrics, in_time
from bureau.rules.vocabulary import RecordKind

_YEAR, _QUARTER = 365, 90  # days

_Reason = tuple[Metrics, tuple[str, ...]]  # what was measured, and on which records


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-41, rent that makes no sense.

    For a lease, hit if at least one holds: (1) yearly rent per square metre / median market
    rent of the area >= ratio, or <= 1 / ratio; (2) cash / (cash + payments from tenant to
    landlord) >= cash, where cash = deposits by the tenant on accounts of the landlord;
    (3) rent was paid, and electricity used in a period of 90 days or more that touches the
    lease is at most u kWh per square metre and year, and no employee of the tenant is known.
    What is needed and not in the case is not assumed: that part does not hold. Market rents
    belong to an area in the sense of a postcode; it serves to compare prices of floors and
    says nothing about people. A landlord or tenant that is a regulated hub is passed over.
    """
    tried = 0
    candidates: list[Candidate] = []
    for lease in scene.leases:
        if scene.agents.is_hub(lease.landlord, lease.tenant):
            continue
        if not budget.spend(1 + sum(len(rows) for rows in scene.records.values())):
            break
        tried += 1
        parts = (_market, _in_cash, _unused)
        reasons = [found for part in parts if (found := part(scene, lease, settings)) is not None]
        if reasons:
            candidates.append(_candidate(scene, lease, reasons))
    return Found(tried, in_time(candidates))


def _market(scene: Scene, lease: Lease, settings: Settings) -> _Reason | None:
    size = _square_metres(scene, lease)
    rent = cents(lease.rent_minor, lease.currency, scene.rates)
    area = area_of(scene, lease.property).casefold()
    if not (size and rent and area):
        return None
    known = [
        (minor, row.id)
        for row in scene.records.get(RecordKind.MARKET_RENT, ())
        if text(row, "area").casefold() == area and (minor := euros(row, scene))
    ]
    if not known:
        return None
    ratio = rent / size / median(Fraction(minor) for minor, _ in known)
    if ratio * settings["ratio"] > 1 and ratio < settings["ratio"]:
        return None
    said: Metrics = {"rent_to_market": share(ratio), "market_rents": len(known)}
    return said, tuple(name for _, name in known)


def _square_metres(scene: Scene, lease: Lease) -> Fraction | None:
    if lease.property in scene.graph and (
        size := scene.graph.nodes[lease.property]["square_metres"]
    ):
        return Fraction(size)
    sizes = (
        number(row, "square_metres")
        for row in scene.records.get(RecordKind.UTILITY_USE, ())
        if row.party("premises") == lease.property
    )
    return next((size for size in sizes if size and size > 0), None)


def _in_cash(scene: Scene, lease: Lease, settings: Settings) -> _Reason | None:
    minor, proof = 0, []
    for row in scene.records.get(RecordKind.DEPOSIT, ()):
        account, who, amount = row.party("account"), row.party("depositor"), euros(row, scene)
        if not (account and amount and row.on and who == lease.tenant):
            continue
        if _during(lease, row.on) and scene.agents.of(account, row.on) == lease.landlord:
            minor += amount
            proof.append(row.id)
    paid = sum(amount for amount, _ in _payments(scene, lease))
    if not minor or minor < settings["cash"] * (minor + paid):
        return None
    return {"cash_share": share(minor, minor + paid)}, tuple(proof)


def _during(lease: Lease, day: date) -> bool:
    return overlap((lease.on, lease.until), (day, day))


def _payments(scene: Scene, lease: Lease) -> Iterator[tuple[int, str]]:
    """What the tenant paid the landlord in the time of the lease, in euro cents."""
    begin = second(lease.on) if lease.on else 0
    end = last_second(lease.until) if lease.until else np.iinfo(np.int64).max
    for ledger in scene.ledgers:
        if {lease.tenant, lease.landlord} <= set(ledger.names) and ledger.currency == "EUR":
            payer, payee = ledger.names.index(lease.tenant), ledger.names.index(lease.landlord)
            between = (ledger.payer_agent == payer) & (ledger.payee_agent == payee)
            rows = np.flatnonzero(between & (ledger.end >= begin) & (ledger.begin <= end))
            yield from ((int(ledger.minor[row]), ledger.ids[row]) for row in rows.tolist())


def _unused(scene: Scene, lease: Lease, settings: Settings) -> _Reason | None:
    paid = [name for _, name in _payments(scene, lease)]
    size = _square_metres(scene, lease)
    if not paid or not size or staff_of(scene, lease.tenant):
        return None
    for row in scene.records.get(RecordKind.UTILITY_USE, ()):
        kwh, days = number(row, "kwh"), _days(row.on, row.until)
        near = overlap((lease.on, lease.until), (row.on, row.until))
        if row.party("premises") == lease.property and kwh is not None and days and near:
            use = kwh / size * _YEAR / days
            if use <= settings["u_kwh_m2"]:
                return {"kwh_per_m2": share(use)}, (row.id, *paid)
    return None


def _days(on: date | None, until: date | None) -> int:
    """The length of a period in days; nought where it is open or shorter than a quarter."""
    days = (until - on).days + 1 if on and until else 0
    return days if days >= _QUARTER else 0


def _candidate(scene: Scene, lease: Lease, reasons: list[_Reason]) -> Candidate:
    proof = (name for _, ids in reasons for name in ids)
    said: Metrics = {"currency": lease.currency, "rent": money(lease.rent_minor, lease.currency)}
    for found, _ in reasons:
        said |= found
    first, last = known_span(scene)
    begin = second(lease.on) if lease.on else first
    end = last_second(lease.until) if lease.until else max(last, begin)
    return Candidate(
        (lease.property, lease.landlord, lease.tenant),
        (lease.id, *dict.fromkeys(proof)),
        said,
        begin,
        max(begin, end),
    )


PATTERN = Pattern(
    "UB-41",
    "1",
    {
        "ratio": Parameter("1.01", "100"),
        "cash": Parameter("0.01", "1"),
        "u_kwh_m2": Parameter("0", "10000"),
    },
    detect,
    (
        "Not applicable: rent and use belong to one lease; shuffled payments are no rent.",
        "Niet van toepassing: huur en gebruik horen bij één huurovereenkomst; geschudde "
        "betalingen zijn geen huur.",
    ),
)
