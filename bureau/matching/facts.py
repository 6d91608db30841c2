"""What dates, numbers and addresses say about two descriptions being of the same."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rapidfuzz.distance import OSA

from bureau.matching import letters, phrases
from bureau.matching.names import no_birth_date
from bureau.matching.values import Subject
from bureau.rules.dates import PartialDate
from bureau.rules.related import tells
from bureau.rules.tables import Texts
from bureau.rules.vocabulary import EntityKind

SAME_BORN, FITS, SWAPPED, NEAR_BORN, OTHER_BORN = 0.3, 0.05, 0.05, -0.1, -0.4
SAME_NUMBER, NEAR_NUMBER, OTHER_NUMBER, SAME_ADDRESS = 0.4, -0.1, -0.5, 0.1
ONE_EACH = frozenset({"bsn", "kvk", "rsin"})  # nobody has two of these
_CHECKED = frozenset({"bsn", "rsin"})  # a slip of the pen would not pass the check digit
_POSTCODE = re.compile(r"\b[1-9]\d{3} ?[a-z]{2}\b")
_NUMBER = re.compile(r"\b\d+")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that was compared: how much it adds or takes, and what kind of thing it is."""

    weight: float
    text: Texts
    proves: bool = False  # enough, beside a name, to call two descriptions of one
    denies: bool = False  # enough to call them of two


def dates(left: Subject, right: Subject) -> Iterator[Evidence]:
    """What the dates of birth and death say, as far as they are known."""
    if _known(left.born) and _known(right.born):
        yield _born(left.born, right.born)
    if _apart(left.died, right.died):
        told = phrases.DIED_OTHER.filled(one=_day(left.died), other=_day(right.died))
        yield Evidence(OTHER_BORN, told, denies=True)


def numbers(left: Subject, right: Subject, today: date) -> Iterator[Evidence]:
    """What the numbers of registers say; placeholders say nothing."""
    for scheme in sorted({s for s, _ in left.identifiers} & {s for s, _ in right.identifiers}):
        mine = _told(left, scheme, today)
        theirs = _told(right, scheme, today)
        name = phrases.scheme(scheme)
        if mine & theirs:
            told = phrases.NUMBER_SAME.filled(scheme=name)
            yield Evidence(SAME_NUMBER, told, proves=True)
        elif mine and theirs:
            yield from _other(mine, theirs, scheme, name)


def addresses(left: Subject, right: Subject) -> Iterator[Evidence]:
    """The first address that both have; people move, so that another one says nothing."""
    known = {_place(text): text for text in left.addresses}
    for text in right.addresses:
        if (place := _place(text)) and place in known:
            yield Evidence(SAME_ADDRESS, phrases.ADDRESS_SAME.filled(address=text))
            return


def _known(day: PartialDate) -> bool:
    return day.year is not None and not no_birth_date(str(day))


def _born(one: PartialDate, other: PartialDate) -> Evidence:
    words = {"one": _day(one), "other": _day(other)}
    if one == other and one.day:
        return Evidence(SAME_BORN, phrases.BORN_SAME.filled(day=_day(one)), proves=True)
    if not _apart(one, other):
        return Evidence(FITS, phrases.BORN_FITS.filled(**words))
    if one.year == other.year and (one.day, one.month) == (other.month, other.day):
        return Evidence(SWAPPED, phrases.BORN_SWAPPED.filled(**words))
    if one.day and other.day and OSA.distance(str(one), str(other)) == 1:
        return Evidence(NEAR_BORN, phrases.BORN_NEAR.filled(**words))
    return Evidence(OTHER_BORN, phrases.BORN_OTHER.filled(**words), denies=True)


def _apart(one: PartialDate, other: PartialDate) -> bool:
    first, last = one.earliest(), one.latest()
    begin, end = other.earliest(), other.latest()
    if not (first and last and begin and end):
        return False
    return last < begin or end < first


def _day(day: PartialDate) -> Texts:
    return Texts(day.display("nl"), day.display("en"))


def _told(subject: Subject, scheme: str, today: date) -> set[str]:
    return {
        number
        for known, number in subject.identifiers
        if known == scheme and number and _says(scheme, subject.kind, number, today)
    }


def _says(scheme: str, kind: EntityKind, number: str, today: date) -> bool:
    return tells(scheme, kind, number, today) or scheme not in {*ONE_EACH, "vestiging"}


def _other(mine: set[str], theirs: set[str], scheme: str, name: Texts) -> Iterator[Evidence]:
    if scheme == "vestiging":  # one company may have many
        return
    near = any(OSA.distance(one, other) == 1 for one in mine for other in theirs)
    if near and scheme not in _CHECKED:
        yield Evidence(NEAR_NUMBER, phrases.NUMBER_NEAR.filled(scheme=name))
    elif scheme in ONE_EACH:
        yield Evidence(OTHER_NUMBER, phrases.NUMBER_OTHER.filled(scheme=name), denies=True)


def _place(text: str) -> str:
    """Postcode and house number, or all words where there is no Dutch postcode."""
    plain = " ".join(letters.words(text))
    code = _POSTCODE.search(plain)
    if code is None:
        return plain
    house = _NUMBER.search(plain.replace(code[0], " "))
    return f"{code[0].replace(' ', '')} {house[0] if house else ''}"
