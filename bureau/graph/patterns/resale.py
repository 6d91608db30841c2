"""UB-38: a property that changes hands again quickly at a much higher price."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby, pairwise

from bureau.graph.amounts import money, share
from bureau.graph.ledger import second
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.values import Sale
from bureau.graph.windows import Candidate, in_time

_MONTH = 7  # characters of "2024-05"


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-38, fast resale with a price jump.

    Consecutive sales of one property, at most `w_days` apart, with price2 / price1 >= 1 + j
    after correction by the price index (if the case has a level for both months; the
    metrics say whether it had) and no building permit from the first to the second.
    Several such sales in a row are one hit. Sales without a price, in two currencies or
    with a protected party are never compared, and end a row.
    """
    tried = 0
    candidates: list[Candidate] = []
    sales = sorted(scene.sales, key=lambda sale: sale.property)
    for name, group in groupby(sales, key=lambda sale: sale.property):
        if name in scene.barred or not budget.spend():
            continue
        tried += 1
        candidates += _rows(name, in_order(list(group)), scene, settings)
    return Found(tried, in_time(candidates))


def in_order(sales: list[Sale]) -> list[Sale]:
    """Sales by day; on one day, first the sale whose seller did not buy on that day."""
    ordered: list[Sale] = []
    for _, group in groupby(sorted(sales, key=lambda s: (s.on, s.id)), key=lambda s: s.on):
        today = list(group)
        while today:
            buyers = {sale.buyer for sale in today}
            following = next((sale for sale in today if sale.seller not in buyers), today[0])
            today.remove(following)
            ordered.append(following)
    return ordered


def _rows(name: str, sales: list[Sale], scene: Scene, settings: Settings) -> Iterator[Candidate]:
    row: list[Sale] = []
    for first, second_ in pairwise(sales):
        if _jumps(first, second_, scene, settings):
            row = row or [first]
            row.append(second_)
        elif row:
            yield _candidate(name, row, scene)
            row = []
    if row:
        yield _candidate(name, row, scene)


def _jumps(first: Sale, then: Sale, scene: Scene, settings: Settings) -> bool:
    parties = {first.seller, first.buyer, then.seller, then.buyer}
    if not parties.isdisjoint(scene.barred) or first.currency != then.currency:
        return False
    if first.price_minor <= 0 or (then.on - first.on).days > settings["w_days"]:
        return False
    if any(p.property == first.property and first.on <= p.on <= then.on for p in scene.permits):
        return False
    return _ratio(first, then, scene) >= 1 + settings["j"]


def _ratio(first: Sale, then: Sale, scene: Scene) -> Fraction:
    return Fraction(then.price_minor, first.price_minor) / (_index(first, then, scene) or 1)


def _index(first: Sale, then: Sale, scene: Scene) -> Fraction | None:
    """How much prices rose between the two sales, where the case says so for both months."""
    before, after = (scene.price_index.get(s.on.isoformat()[:_MONTH]) for s in (first, then))
    return after / before if before and after else None


def _candidate(name: str, row: list[Sale], scene: Scene) -> Candidate:
    first, last = row[0], row[-1]
    parties = (first.seller, *(sale.buyer for sale in row))
    index = [_index(one, other, scene) for one, other in pairwise(row)]
    return Candidate(
        (name, *dict.fromkeys(parties)),
        tuple(sale.id for sale in row),
        {
            "currency": first.currency,
            "first_price": money(first.price_minor, first.currency),
            "last_price": money(last.price_minor, first.currency),
            "largest_ratio": share(max(_ratio(a, b, scene) for a, b in pairwise(row))),
            "sales": len(row),
            "days": (last.on - first.on).days,
            "index_corrected": "yes" if all(index) else "no",
        },
        second(first.on),
        second(last.on),
    )


PATTERN = Pattern(
    "UB-38",
    "1",
    {"w_days": Parameter("0", "3660"), "j": Parameter("0", "1000")},
    detect,
    (
        "Not applicable: prices and days of sales belong to a property; shuffled among "
        "properties they mean nothing.",
        "Niet van toepassing: prijzen en dagen van verkoop horen bij een pand; geschud over "
        "panden betekenen zij niets.",
    ),
)
