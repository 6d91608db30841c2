"""What a register said about a licence for payment services, and when."""

from bureau.graph.ledger import DAY
from bureau.graph.recorded import Event, covers, event_of, events, text
from bureau.graph.scene import Scene
from bureau.graph.values import Record
from bureau.rules.vocabulary import RecordKind

PAYMENTS = frozenset(("payment_service", "electronic_money"))
CASH_TRADES = PAYMENTS | {"exchange"}
PAYMENT = "payment_service"
SERVICE = "money_transfer"
_NEAR = 365 * DAY
_SIGNS = frozenset(("currency_lists", "counting_machine", "ledger_without_names"))


def licensed(
    scene: Scene, party: str, begin: int, end: int, kinds: frozenset[str] = PAYMENTS
) -> Record | None:
    """The look-up that found a licence of these kinds valid in this period, if there is one.

    A licence counts for as long as the look-up says; without an end it has none, and one of
    which the kind was not written down counts for every kind.
    """
    for record in scene.records.get(RecordKind.REGISTER_SNAPSHOT, ()):
        found = record.fields.get("found") is True and record.party("who") == party
        kind = text(record, "licence")
        if found and (not kind or kind in kinds) and covers(record, begin, end):
            return record
    return None


def looked_up(scene: Scene, party: str) -> Record | None:
    """The look-up that did not find the party as provider of payment services, if any."""
    for record in scene.records.get(RecordKind.REGISTER_SNAPSHOT, ()):
        missing = record.fields.get("found") is False and text(record, "licence") == PAYMENT
        if missing and record.party("who") == party:
            return record
    return None


def unlicensed(scene: Scene) -> dict[str, tuple[Event, ...]]:
    """Parties established to transfer money without a licence, each with what establishes it.

    Two things at most a year apart must both be on record: that the party offers to transfer
    money, and that it has no licence. The first is a service seen on offer; the second a look-up
    in which the register did not know it as payment service, or rate lists, a counting machine
    or a ledger without names seen with the company of which was written that no licence fits
    them. A look-up that found a licence valid on the day of the offer undoes both, and a
    regulated hub is never among them.
    """
    without: dict[str, list[Event]] = {}
    for record in scene.records.get(RecordKind.REGISTER_SNAPSHOT, ()):
        if record.fields.get("found") is False and text(record, "licence") == PAYMENT:
            _put(scene, without, record, "who")
    for record in scene.records.get(RecordKind.OBSERVATION, ()):
        if record.fields.get("licensed") is False and text(record, "code") in _SIGNS:
            _put(scene, without, record, "company")
    found: dict[str, tuple[Event, ...]] = {}
    for offer in events(scene, RecordKind.SERVICE_OFFERED):
        party = offer.record.party("who") or ""
        near = [one for one in without.get(party, ()) if _near(one, offer)]
        cleared = scene.agents.is_hub(party) or licensed(scene, party, offer.begin, offer.end)
        if text(offer.record, "service") == SERVICE and near and not cleared:
            found.setdefault(party, (offer, near[0]))
    return found


def _put(scene: Scene, into: dict[str, list[Event]], record: Record, role: str) -> None:
    party, event = record.party(role), event_of(scene, record)
    if party is not None and event is not None:
        into.setdefault(party, []).append(event)


def _near(one: Event, offer: Event) -> bool:
    return abs(one.begin - offer.begin) <= _NEAR
