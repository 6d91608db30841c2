"""UB-33: one shipment that was invoiced or financed more than once."""

from collections import defaultdict
from collections.abc import Iterable

from bureau.graph.amounts import money
from bureau.graph.facts import text
from bureau.graph.invoices import Invoice, invoices
from bureau.graph.ledger import last_second, second
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, in_time

_KEYS = ("container", "bill_of_lading", "lines_hash")


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-33, multiple invoicing or financing.

    At least `n` paid invoices that name the same container, bill of lading or hash of lines,
    by at least two different payers or financiers. Of invoices with one seller and one
    number (a corrected invoice) only the last counts; an invoice whose seller bought the
    same goods on another of them (a resale of the container) does not count beside that one.
    Instalments by one payer with one financier are no hit. The same invoices under several
    keys are one hit.
    """
    shipments: dict[tuple[str, str], list[Invoice]] = defaultdict(list)
    for one in invoices(scene):
        for name in _KEYS:
            if one.paid and (said := text(one.record, name)):
                shipments[name, said].append(one)
    tried = 0
    found: dict[tuple[str, ...], Candidate] = {}
    for rows in shipments.values():
        if not budget.spend(len(rows)):
            break
        tried += 1
        kept = _without_resales(_last_of_each(rows))
        if len(kept) >= settings["n"] and _differ(kept):
            candidate = _candidate(kept)
            found.setdefault(candidate.evidence, candidate)
    return Found(tried, in_time(found.values()))


def _last_of_each(rows: Iterable[Invoice]) -> list[Invoice]:
    """Of invoices with one seller and one number only the last."""
    last: dict[tuple[str, str], Invoice] = {}
    for one in rows:
        last[one.seller, text(one.record, "number") or one.id] = one
    return list(last.values())


def _without_resales(rows: list[Invoice]) -> list[Invoice]:
    buyers = {one.buyer for one in rows}
    return [one for one in rows if one.seller not in buyers]


def _differ(rows: list[Invoice]) -> bool:
    """Whether two payers or two financiers are known among these."""
    payers = {one.payer for one in rows if one.payer}
    financiers = {text(one.record, "financier").casefold() for one in rows} - {""}
    return len(payers) > 1 or len(financiers) > 1


def _candidate(rows: list[Invoice]) -> Candidate:
    parties = [name for one in rows for name in (one.seller, one.payer or one.buyer)]
    payments = (one.payment for one in rows if one.payment)
    return Candidate(
        tuple(dict.fromkeys(parties)),
        (*(one.id for one in rows), *dict.fromkeys(payments)),
        {
            "currency": "EUR",
            "invoices": len(rows),
            "payers": len({one.payer for one in rows} - {""}),
            "financiers": len({text(one.record, "financier").casefold() for one in rows} - {""}),
            "total": money(sum(one.minor for one in rows), "EUR"),
        },
        second(rows[0].on),
        last_second(rows[-1].on),
    )


PATTERN = Pattern(
    "UB-33",
    "1",
    {"n": Parameter("2", "1000", whole=True)},
    detect,
    (
        "Not applicable: documents name their shipment; shuffled payments do not change that.",
        "Niet van toepassing: stukken noemen hun zending; geschudde betalingen veranderen "
        "dat niet.",
    ),
)
