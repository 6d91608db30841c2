"""What the applicant must be told, and how far the file shows that it was told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bureau.rules.tables import Row, Table, Texts, table


class Telling(StrEnum):
    """How far a duty to tell is met."""

    LETTER = "letter"  # by a letter kept here
    ACT = "act"  # the file records that it was told, no letter is kept here
    OPEN = "open"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class TellDuty(Row):
    """A duty to tell: the fact it `arises` from and the kinds of `letters` that meet it.

    With `act` the record of that fact is itself a record of telling.
    """

    name: Texts
    arises: str
    letters: tuple[str, ...]
    pauses: tuple[str, ...] = ()
    act: bool = False


@dataclass(frozen=True, slots=True)
class Occasion:
    """A day on which a duty arose; `told` when the file says so, `lacks` what was left out."""

    since: date
    told: date | None = None
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Posted:
    """A letter that went out."""

    number: int
    kind: str
    on: date


@dataclass(frozen=True, slots=True)
class Told:
    """One duty on one occasion, and how it was met."""

    duty: TellDuty
    state: Telling
    since: date | None = None
    on: date | None = None
    letter: Posted | None = None
    lacks: tuple[str, ...] = ()


def tell_duties() -> Table[TellDuty]:
    """The duties to tell, in the order of the road."""
    return table("duties_to_tell", TellDuty)


def told(
    duty: TellDuty, occasions: Sequence[Occasion], letters: Iterable[Posted]
) -> tuple[Told, ...]:
    """Each occasion of `duty` with the first letter that meets it; one line where none arose.

    A letter belongs to the last occasion before it went out.
    """
    sent = sorted((row for row in letters if row.kind in duty.letters), key=lambda row: row.on)
    if not occasions:
        return (Told(duty, Telling.NOT_YET),)
    ordered = sorted(occasions, key=lambda each: each.since)
    ends = [each.since for each in ordered[1:]] + [date.max]
    return tuple(
        _met(duty, each, [row for row in sent if each.since <= row.on < max(end, _next(each))])
        for each, end in zip(ordered, ends, strict=True)
    )


def _next(each: Occasion) -> date:
    return each.since + timedelta(days=1)


def _met(duty: TellDuty, each: Occasion, sent: Sequence[Posted]) -> Told:
    if each.lacks:
        return Told(duty, Telling.OPEN, each.since, lacks=each.lacks)
    if sent:
        return Told(duty, Telling.LETTER, each.since, sent[0].on, sent[0])
    if duty.act and each.told:
        return Told(duty, Telling.ACT, each.since, each.told)
    return Told(duty, Telling.OPEN, each.since)
