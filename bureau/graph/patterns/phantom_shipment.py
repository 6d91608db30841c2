"""UB-32: goods that were paid for and of which no movement is known."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import groupby

from bureau.graph.amounts import money
from bureau.graph.facts import text
from bureau.graph.invoices import Invoice, invoices
from bureau.graph.ledger import last_second, second
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.values import Record
from bureau.graph.windows import Candidate, in_time
from bureau.rules.vocabulary import RecordKind


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-32, phantom shipment.

    A paid invoice for physical goods with no movement in [day - w_days, day + w_days]. A
    movement is a shipment or customs entry that names the same container or bill of lading,
    or the same goods code with seller or buyer as its consignor, consignee or declarant.
    Tried only where movements were taken into the case at all, and where the last of them
    is w_days later or more: goods may still come. A party that is a regulated hub is passed
    over. The invoices of one seller to one buyer are one hit.
    """
    moves = _movements(scene)
    if not moves:
        return Found(0, [])
    reach = timedelta(days=int(settings["w_days"]))
    last = max(move.on for move in moves if move.on)
    tried, missing = 0, []
    for one in invoices(scene):
        if not _physical(scene, one) or one.on + reach > last:
            continue
        if not budget.spend(len(moves)):
            break
        tried += 1
        near = [m for m in moves if m.on and one.on - reach <= m.on <= one.on + reach]
        if not any(_carries(scene, move, one) for move in near):
            missing.append(one)
    return Found(tried, in_time(_hits(missing)))


def _movements(scene: Scene) -> list[Record]:
    kinds = (RecordKind.SHIPMENT, RecordKind.CUSTOMS_ENTRY)
    return [row for kind in kinds for row in scene.records.get(kind, ()) if row.on]


def _physical(scene: Scene, one: Invoice) -> bool:
    return (
        one.paid
        and one.record.fields.get("physical") is True
        and not scene.agents.is_hub(one.seller, one.buyer)
    )


def _carries(scene: Scene, move: Record, one: Invoice) -> bool:
    """Whether a movement may be that of the goods on an invoice."""
    for name in ("container", "bill_of_lading"):
        if text(move, name) and text(move, name) == text(one.record, name):
            return True
    code = text(one.record, "goods_code")
    parties = {scene.agents.of(name, one.on) for _, name in move.parties}
    return text(move, "goods_code") == code and not parties.isdisjoint((one.seller, one.buyer))


def _hits(missing: list[Invoice]) -> Iterator[Candidate]:
    missing = sorted(missing, key=_pair)
    for pair, group in groupby(missing, key=_pair):
        rows = list(group)
        yield Candidate(
            pair,
            tuple(name for one in rows for name in (one.id, one.payment) if name),
            {
                "currency": "EUR",
                "invoices": len(rows),
                "total": money(sum(one.minor for one in rows), "EUR"),
            },
            second(rows[0].on),
            last_second(rows[-1].on),
        )


def _pair(one: Invoice) -> tuple[str, str]:
    return one.seller, one.buyer


PATTERN = Pattern(
    "UB-32",
    "1",
    {"w_days": Parameter("1", "3660", whole=True)},
    detect,
    (
        "Not applicable: an invoice and its goods belong together; shuffled payments move "
        "no goods.",
        "Niet van toepassing: een factuur en haar goederen horen bij elkaar; geschudde betalingen "
        "verplaatsen geen goederen.",
    ),
)
