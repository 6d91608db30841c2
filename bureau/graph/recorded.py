"""Records of a case as patterns read them: when they may have happened, and how many euros."""

from dataclasses import dataclass
from fractions import Fraction

from bureau.graph.facts import euros, span
from bureau.graph.ledger import DAY, last_second, second
from bureau.graph.scene import Scene
from bureau.graph.values import Record
from bureau.rules.vocabulary import RecordKind

NOT_PAYMENTS = (
    "Not applicable: the search rests on records that belong to one person or place; shuffled "
    "they mean nothing.",
    "Niet van toepassing: de zoektocht berust op gegevens die bij één persoon of plaats horen; "
    "geschud betekenen zij niets.",
)


@dataclass(frozen=True, slots=True)
class Event:
    """A dated record: `begin` and `end` are the first and last second at which it may have been.

    `minor` is its amount in euro cents; 0 where none is known, or no rate for its currency.
    """

    record: Record
    begin: int
    end: int
    minor: int

    @property
    def id(self) -> str:
        """The id under which the record is evidence."""
        return self.record.id


def events(scene: Scene, *kinds: RecordKind) -> list[Event]:
    """The dated records of these kinds, earliest first; one without a day is not among them."""
    found = (event_of(scene, record) for kind in kinds for record in scene.records.get(kind, ()))
    return sorted(
        (event for event in found if event is not None),
        key=lambda event: (event.begin, event.end, event.id),
    )


def event_of(scene: Scene, record: Record) -> Event | None:
    """One record with its moment, or None where it has no day."""
    found = span(record)
    return None if found is None else Event(record, *found, euros(record, scene) or 0)


def text(record: Record, name: str) -> str:
    """A field as text without capitals and double spaces; "" where it is missing."""
    return " ".join(str(record.fields.get(name) or "").casefold().split())


def follows(first: Event, then: Event, within: int) -> bool:
    """Whether `then` may have come after `first`, and not certainly later than so many seconds."""
    return then.end >= first.begin and then.begin - first.end <= within


def covers(record: Record, begin: int, end: int) -> bool:
    """Whether the period of a record may touch these seconds; an open side has no bound."""
    starts = record.on is None or second(record.on) <= end
    return starts and (record.until is None or last_second(record.until) >= begin)


def touches(record: Record, begin: int, end: int) -> bool:
    """The same, where a record without a last day is about its first day alone."""
    last = record.until or record.on
    return covers(record, begin, end) and (last is None or last_second(last) >= begin)


def last_moment(event: Event) -> int:
    """The last second of an event, or of its period where it has one."""
    until = event.record.until
    return event.end if until is None else last_second(until)


def controller(scene: Scene, record: Record, role: str) -> str | None:
    """Who was behind the party in this role on the day of the record."""
    party = record.party(role)
    if party is None or record.on is None:
        return party
    return scene.agents.of(party, record.on)


def days(seconds: int) -> int:
    """Whole days in so many seconds."""
    return seconds // DAY


def notes(record: Record) -> list[tuple[Fraction, int]]:
    """Face value in euros and number of each denomination of a record, smallest first."""
    counted = record.fields.get("denominations") or {}
    return sorted((Fraction(str(face)), int(count)) for face, count in counted.items())
