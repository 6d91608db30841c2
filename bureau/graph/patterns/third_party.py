"""UB-08: invoices paid by somebody with no visible relation to buyer or seller."""

from collections.abc import Iterator
from itertools import groupby

from bureau.graph.amounts import in_minor, money, share
from bureau.graph.closeness import Closeness
from bureau.graph.invoices import Invoice, invoices
from bureau.graph.ledger import last_second, second
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, in_time
from bureau.rules.vocabulary import TieKind

_TIES = (TieKind.OWNS, TieKind.DIRECTS, TieKind.FAMILY, TieKind.EMPLOYS, TieKind.LEASES)
_FAR = 2


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-08, third-party settlement of invoices.

    Of a seller's invoices whose payer is known, T are those with payer != buyer, payer !=
    seller and more than two ties (owning, directing, family, employing, leasing; no path
    through a regulated hub) from payer to buyer and from payer to seller.
    Hit if |T| >= k, or sum(T) >= x, or, with at least `n` such invoices, |T| / all >= q.
    Amounts in euros; an invoice without a rate is left aside. A payer, buyer or seller that
    is a regulated hub (factor, card processor, insurer, bank) never counts.
    """
    tried = 0
    candidates: list[Candidate] = []
    near = Closeness(scene, _TIES, _FAR)
    known = [one for one in invoices(scene) if _counts(scene, one)]
    known.sort(key=lambda one: one.seller)
    for seller, group in groupby(known, key=lambda one: one.seller):
        rows = list(group)
        if not budget.spend(len(rows)):
            break
        tried += 1
        candidates += _hit(seller, rows, near, settings)
    return Found(tried, in_time(candidates))


def _counts(scene: Scene, one: Invoice) -> bool:
    return bool(one.payer) and not scene.agents.is_hub(one.payer, one.buyer, one.seller)


def _hit(
    seller: str, rows: list[Invoice], near: Closeness, settings: Settings
) -> Iterator[Candidate]:
    third = [
        one
        for one in rows
        if not near.near(one.payer, one.buyer) and not near.near(one.payer, seller)
    ]
    total = sum(one.minor for one in third)
    often = len(rows) >= settings["n"] and len(third) >= settings["q"] * len(rows)
    large = total >= in_minor(settings["x_eur"], "EUR")
    if third and (len(third) >= settings["k"] or large or often):
        payers = sorted({one.payer for one in third})
        yield Candidate(
            (seller, *payers),
            tuple(name for one in third for name in (one.id, one.payment) if name),
            {
                "currency": "EUR",
                "invoices": len(rows),
                "paid_by_third": len(third),
                "third_total": money(total, "EUR"),
                "third_share": share(len(third), len(rows)),
                "payers": len(payers),
            },
            second(third[0].on),
            last_second(third[-1].on),
        )


PATTERN = Pattern(
    "UB-08",
    "1",
    {
        "k": Parameter("1", "10000", whole=True),
        "x_eur": Parameter("0.01", "1000000000"),
        "q": Parameter("0.01", "1"),
        "n": Parameter("1", "10000", whole=True),
    },
    detect,
    (
        "Not applicable: which payment settles which invoice is a fact; shuffled payments "
        "settle nothing.",
        "Niet van toepassing: welke betaling bij welke factuur hoort is een feit; geschudde "
        "betalingen voldoen niets.",
    ),
)
