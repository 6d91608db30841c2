"""UB-39: a purchase whose price is not covered by regulated loans and documented own funds."""

from datetime import date

from bureau.graph.amounts import money, share
from bureau.graph.facts import cents, euros
from bureau.graph.ledger import last_second, second
from bureau.graph.recorded import text
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.values import Sale
from bureau.graph.windows import Candidate, in_time
from bureau.rules.vocabulary import RecordKind

_Sums = dict[str, tuple[int, tuple[str, ...]]]  # by lender or by asset: cents, and the proof
_Row = tuple[str, int | None, str]  # by whom or what it is, its cents and its id


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-39, financing gap.

    gap = price * (1 + costs) - regulated loans - documented own funds, for a sale with a
    price; hit if gap / price >= g. Regulated loans: of each regulated hub the larger of its
    mortgages on the property and its loans to the buyer, dated within `w_days` of the sale
    or not dated. Own funds: what records of assets of the buyer say in the `own_days` up to
    the sale, all of the last day of each kind. Private loans do not cover; their sum is told.
    Not tried: a sale to a hub, or of whose funding nothing is in the case. Left out: one with
    a loan or own money without amount or rate. Amounts in euros.
    """
    tried = unrated = 0
    candidates: list[Candidate] = []
    for sale in scene.sales:
        price = _price(scene, sale)
        if price is None:
            continue
        if not budget.spend(1 + len(scene.loans) + len(scene.mortgages)):
            break
        funding = _funding(scene, sale, settings)
        if funding is None:
            unrated += 1
            continue
        if not any(funding):
            continue
        tried += 1
        gap = price * (1 + settings["costs"]) - _covered(funding)
        if gap >= settings["g"] * price:
            candidates.append(_candidate(sale, price, round(gap), funding))
    return Found(tried, in_time(candidates), unrated)


def _covered(funding: tuple[_Sums, _Sums, _Sums]) -> int:
    """What regulated loans and own funds cover."""
    regulated, _, own = funding
    return sum(minor for part in (regulated, own) for minor, _ in part.values())


def _price(scene: Scene, sale: Sale) -> int | None:
    """The price in euro cents; None where the sale is none to look at, or its price not known."""
    barred = not scene.barred.isdisjoint((sale.property, sale.seller, sale.buyer))
    if barred or scene.agents.is_hub(sale.buyer):
        return None
    return cents(sale.price_minor, sale.currency, scene.rates) or None


def _funding(scene: Scene, sale: Sale, settings: Settings) -> tuple[_Sums, _Sums, _Sums] | None:
    """Regulated loans by lender, private loans by lender, own funds by what they are.

    None where the euros of one of them are not known.
    """
    near = int(settings["w_days"])
    secured = [
        (row.holder, cents(row.amount_minor, row.currency, scene.rates), row.id)
        for row in scene.mortgages
        if row.property == sale.property and _around(row.on, sale.on, near)
    ]
    agreed = [
        (loan.lender, cents(loan.principal_minor, loan.currency, scene.rates), loan.id)
        for loan in scene.loans
        if loan.borrower == sale.buyer and _around(loan.on, sale.on, near)
    ]
    parts = [_summed(rows) for rows in (secured, agreed, _own(scene, sale, settings))]
    mortgages, loans, own = parts
    if mortgages is None or loans is None or own is None:
        return None
    # A mortgage secures a loan: of one lender they are one sum, never added up.
    lent = {
        name: max(mortgages.get(name, (0, ())), loans.get(name, (0, ())))
        for name in sorted(mortgages.keys() | loans.keys())
    }
    regulated = {name: sums for name, sums in lent.items() if scene.agents.is_hub(name)}
    return regulated, {name: lent[name] for name in lent if name not in regulated}, own


def _around(day: date | None, of: date, days: int) -> bool:
    return day is None or abs((day - of).days) <= days


def _summed(rows: list[_Row]) -> _Sums | None:
    """What is above nought, added up by name; None where the euros of a row are not known."""
    sums: _Sums = {}
    for name, minor, proof in rows:
        if minor is None:
            return None
        if minor:
            known, ids = sums.get(name, (0, ()))
            sums[name] = known + minor, (*ids, proof)
    return sums


def _own(scene: Scene, sale: Sale, settings: Settings) -> list[_Row]:
    """The own funds of the buyer: of each kind all that was recorded on the last day of it."""
    days = int(settings["own_days"])
    last: dict[str, tuple[date, list[_Row]]] = {}
    for row in scene.records.get(RecordKind.ASSETS, ()):
        if row.party("person") != sale.buyer or row.on is None:
            continue
        if not 0 <= (sale.on - row.on).days <= days:
            continue
        what = text(row, "what")
        on, rows = last.get(what, (row.on, []))
        if row.on > on:
            rows = []
        last[what] = row.on, [*rows, (what, euros(row, scene), row.id)]
    return [row for _, rows in last.values() for row in rows]


def _candidate(sale: Sale, price: int, gap: int, funding: tuple[_Sums, ...]) -> Candidate:
    regulated, private, own = (sum(m for m, _ in part.values()) for part in funding)
    proof = tuple(name for part in funding for _, ids in part.values() for name in ids)
    return Candidate(
        (sale.property, sale.buyer, *sorted(funding[1])),
        (sale.id, *proof),
        {
            "currency": "EUR",
            "price": money(price, "EUR"),
            "regulated_loans": money(regulated, "EUR"),
            "own_funds": money(own, "EUR"),
            "private_loans": money(private, "EUR"),
            "gap": money(gap, "EUR"),
            "gap_share": share(gap, price),
        },
        second(sale.on),
        last_second(sale.on),
    )


PATTERN = Pattern(
    "UB-39",
    "1",
    {
        "g": Parameter("0.01", "2"),
        "costs": Parameter("0", "0.5"),
        "w_days": Parameter("1", "3660", whole=True),
        "own_days": Parameter("1", "3660", whole=True),
    },
    detect,
    (
        "Not applicable: price and funding belong to one purchase; shuffled payments do not "
        "change them.",
        "Niet van toepassing: prijs en financiering horen bij één koop; geschudde betalingen "
        "veranderen die niet.",
    ),
)
