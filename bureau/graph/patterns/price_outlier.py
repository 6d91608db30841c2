"""UB-31: goods invoiced far above or below what others pay for the same goods."""

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction
from statistics import median

from bureau.graph.amounts import decimals, share
from bureau.graph.facts import cents, number, text
from bureau.graph.invoices import Invoice, invoices
from bureau.graph.ledger import last_second, second
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.values import Record
from bureau.graph.windows import Candidate, in_time
from bureau.rules.vocabulary import RecordKind

_Price = tuple[int, Fraction, frozenset[str]]  # second, euros for one unit, who traded so


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-31, price outlier on an invoice.

    u = unit price of an invoice in euros, m = median of the references: unit prices of the
    same goods code within `p_days` before or after, from reference prices, from customs
    values divided by quantity, and from invoices between others (neither party the same).
    Hit if at least `n` references are known and u / m >= lam or m / u >= lam, which is
    |ln(u / m)| >= ln(lam). All such invoices of one seller, buyer and goods code are one hit.
    Fewer references than `n`: not tried. Nothing without goods code, unit price or rate.
    """
    prices, tried = _references(scene), 0
    found: dict[tuple[str, str, str], list[tuple[Invoice, Fraction, int]]] = defaultdict(list)
    for one in invoices(scene):
        code, price = text(one.record, "goods_code"), _unit_price(one.record, scene)
        if not code or not price:
            continue
        if not budget.spend(len(prices[code])):
            break
        peers = _peers(one, prices[code], settings)
        if len(peers) >= settings["n"]:
            tried += 1
            ratio = price / median(peers)
            if ratio >= settings["lam"] or ratio * settings["lam"] <= 1:
                found[one.seller, one.buyer, code].append((one, ratio, len(peers)))
    return Found(tried, in_time(_candidate(rows, key) for key, rows in found.items()))


def _unit_price(row: Record, scene: Scene) -> Fraction | None:
    """Euros for one unit, above nought."""
    price = number(row, "unit_price")
    if price is None or price <= 0:
        return None
    return price if row.currency == "EUR" else _rated(price, scene.rates.get(row.currency))


def _rated(price: Fraction, rate: Fraction | None) -> Fraction | None:
    return None if rate is None else price * rate


def _references(scene: Scene) -> dict[str, list[_Price]]:
    found: dict[str, list[_Price]] = defaultdict(list)
    for kind in (RecordKind.REFERENCE_PRICE, RecordKind.INVOICE):
        for row in scene.records.get(kind, ()):
            _add(found, row, _unit_price(row, scene))
    for row in scene.records.get(RecordKind.CUSTOMS_ENTRY, ()):
        value, quantity = (
            cents(row.amount_minor, row.currency, scene.rates),
            number(row, "quantity"),
        )
        if value and quantity and quantity > 0:
            _add(found, row, Fraction(value, 10 ** decimals("EUR")) / quantity)
    return found


def _add(found: dict[str, list[_Price]], row: Record, price: Fraction | None) -> None:
    if price and price > 0 and row.on is not None and (code := text(row, "goods_code")):
        found[code].append((second(row.on), price, frozenset(name for _, name in row.parties)))


def _peers(one: Invoice, prices: Sequence[_Price], settings: Settings) -> list[Fraction]:
    """Prices of others near in time; a price by the same hands is no peer."""
    own = {name for _, name in one.record.parties}
    reach = int(settings["p_days"]) * 86_400
    at = second(one.on)
    return [price for when, price, who in prices if abs(when - at) <= reach and own.isdisjoint(who)]


def _candidate(rows: list[tuple[Invoice, Fraction, int]], key: tuple[str, str, str]) -> Candidate:
    furthest = max(rows, key=lambda row: max(row[1], 1 / row[1]))
    return Candidate(
        (key[0], key[1]),
        tuple(one.id for one, _, _ in rows),
        {
            "goods_code": key[2],
            "invoices": len(rows),
            "furthest_ratio": share(furthest[1]),
            "references": min(count for _, _, count in rows),
        },
        second(rows[0][0].on),
        last_second(rows[-1][0].on),
    )


PATTERN = Pattern(
    "UB-31",
    "1",
    {
        "lam": Parameter("1.01", "1000"),
        "n": Parameter("1", "100000", whole=True),
        "p_days": Parameter("1", "3660", whole=True),
    },
    detect,
    (
        "Not applicable: prices stand on invoices; shuffled payments do not change them.",
        "Niet van toepassing: prijzen staan op facturen; geschudde betalingen veranderen ze niet.",
    ),
)
