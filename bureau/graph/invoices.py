"""Invoices of a case with the agents behind seller, buyer and payer, in euro cents."""

from dataclasses import dataclass
from datetime import date

from bureau.graph.facts import euros, text
from bureau.graph.scene import Scene
from bureau.graph.values import Record
from bureau.rules.vocabulary import RecordKind


@dataclass(frozen=True, slots=True)
class Invoice:
    """One invoice; `payer` is "" where nobody knows who paid, `payment` the payment's own id."""

    record: Record
    seller: str
    buyer: str
    payer: str
    payment: str
    paid: bool
    on: date
    minor: int

    @property
    def id(self) -> str:
        """The id of the record."""
        return self.record.id


def invoices(scene: Scene) -> list[Invoice]:
    """In time: those with a day, both parties, and an amount above nought that has a rate."""
    rows = scene.records.get(RecordKind.INVOICE, ())
    payers = _payers(scene, {text(row, "paid_by") for row in rows})
    return [found for row in rows if (found := _invoice(scene, row, payers)) is not None]


def _invoice(scene: Scene, row: Record, payers: dict[str, str]) -> Invoice | None:
    minor, seller, buyer = euros(row, scene), row.party("seller"), row.party("buyer")
    if row.on is None or seller is None or buyer is None or minor is None or minor <= 0:
        return None
    paid_by, payer = text(row, "paid_by"), row.party("payer")
    return Invoice(
        row,
        scene.agents.of(seller, row.on),
        scene.agents.of(buyer, row.on),
        scene.agents.of(payer, row.on) if payer else payers.get(paid_by, ""),
        paid_by if paid_by in payers else "",
        bool(paid_by or payer or row.fields.get("paid_cash")),
        row.on,
        minor,
    )


def _payers(scene: Scene, wanted: set[str]) -> dict[str, str]:
    """The agent who made each of these payments."""
    return {
        name: ledger.names[ledger.payer_agent[row]]
        for ledger in scene.ledgers
        for row, name in enumerate(ledger.ids)
        if name in wanted
    }
