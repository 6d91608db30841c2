"""Reading records and ties: when something may have happened, how much, and in which currency."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from bureau.graph.amounts import converted
from bureau.graph.ledger import last_second, second
from bureau.graph.scene import Scene
from bureau.graph.values import Record
from bureau.rules.dates import parse

_LONGEST = 40  # characters; more is no quantity anybody would write


def span(record: Record) -> tuple[int, int] | None:
    """First and last second at which a record may have happened; None without a day."""
    if record.on is None:
        return None
    midnight = second(record.on)
    if record.seconds is None:
        return midnight, last_second(record.on)
    return midnight + record.seconds, midnight + record.seconds


def furthest(one: tuple[int, int], other: tuple[int, int]) -> int:
    """The most seconds that can lie between two spans: nearness is claimed only if certain."""
    return max(one[1], other[1]) - min(one[0], other[0])


def number(record: Record, name: str) -> Fraction | None:
    """A number in the fields of a record, exactly; None where there is none."""
    value = record.fields.get(name)
    if value is None or isinstance(value, bool) or len(str(value)) > _LONGEST:
        return None
    try:
        return Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        return None


def text(record: Record, name: str) -> str:
    """Words in the fields of a record; "" where there are none."""
    return str(record.fields.get(name) or "").strip()


def cents(minor: int | None, currency: str, rates: Mapping[str, Fraction]) -> int | None:
    """An amount in euro cents; None where no amount or no rate is known."""
    if minor is None or currency == "EUR":
        return minor
    return converted(minor, currency, rates[currency]) if currency in rates else None


def euros(record: Record, scene: Scene) -> int | None:
    """The amount of a record in euro cents; None where no amount or no rate is known."""
    return cents(record.amount_minor, record.currency, scene.rates)


def period(tie: Mapping[str, Any]) -> tuple[date | None, date | None]:
    """First and last day of a tie as widely as its source allows; None is open."""
    return parse(tie["on"] or "").earliest(), parse(tie["valid_to"] or "").latest()


def overlap(one: tuple[date | None, date | None], other: tuple[date | None, date | None]) -> bool:
    """Whether two periods may share a day; an open end reaches everywhere."""
    begins = max(one[0] or date.min, other[0] or date.min)
    return begins <= min(one[1] or date.max, other[1] or date.max)


def known_span(scene: Scene) -> tuple[int, int]:
    """From the first to the last dated thing of a case, in seconds; 1970 if nothing is dated."""
    days = [record.on for rows in scene.records.values() for record in rows if record.on]
    days += [sale.on for sale in scene.sales] + [loan.on for loan in scene.loans]
    for _, _, tie in scene.graph.edges(data=True):
        days += [day for day in (parse(tie["on"] or "").earliest(),) if day]
    moments = [second(day) for day in days]
    moments += [int(edge) for book in scene.ledgers if len(book) for edge in book.begin[[0, -1]]]
    return (min(moments), max(moments)) if moments else (0, 0)
