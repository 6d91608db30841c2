"""Takes third parties out of a text: names, numbers and addresses are removed, not covered."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bureau.model import Account, Address, Company, Entity, Person
from bureau.operations import _numbers_told

REMOVED = "[…]"
SHORTEST = 3
_BLANK = r"[\s.\-]*"
_INITIALS = r"(?:[A-Z]\.\s?)*"
_GENITIVE = r"(?:['\N{RIGHT SINGLE QUOTATION MARK}]?s|['\N{RIGHT SINGLE QUOTATION MARK}])?"


@dataclass(slots=True)
class Blackout:
    """Removes what tells of others from texts and counts how often.

    `pattern` holds their names and numbers, after what stays (`kept`); what has the shape of a
    number of a person, an account or an address of mail goes unless it is among `own`.
    """

    pattern: re.Pattern[str] | None
    own: frozenset[str] = frozenset()
    count: int = field(default=0)

    def clean(self, text: str) -> str:
        """`text` without the names, numbers and addresses of others."""
        if not text:
            return text
        named = self.pattern.sub(self._out, text) if self.pattern else text
        return _numbers_told.PATTERN.sub(self._number, named)

    def name(self, entity: Entity) -> str:
        """How another party is named: a company by its name, a person not at all."""
        if isinstance(entity, Person):
            self.count += 1
            return REMOVED
        return self.clean(entity.label)

    def _out(self, found: re.Match[str]) -> str:
        if found["kept"]:
            return found[0]
        self.count += 1
        return REMOVED

    def _number(self, found: re.Match[str]) -> str:
        told = _numbers_told.told(found)
        if not told or any(told.startswith(each) for each in self.own):
            return found[0]
        self.count += 1
        return REMOVED


def of_others(
    subject: Entity,
    own: Iterable[Entity],
    everybody: Iterable[Entity],
    named: Iterable[str] = (),
) -> Blackout:
    """What removes everybody but `subject` and what is its own from texts.

    `named` are people whom the form names and nobody recorded.
    """
    entities, mine = list(everybody), [subject, *own]
    spared = {entity.id for entity in mine}
    stays = {name for entity in mine for name in _names(entity)} | _companies(entities)
    others = [entity for entity in entities if entity.id not in spared]
    kept = {each.casefold() for each in stays}
    unrecorded = (name for name in named if not _same(subject, name))
    told = (*(name for entity in others for name in _names(entity)), *unrecorded)
    gone = {name for name in told if name.casefold() not in kept}
    said = [
        *(_spelled(name) for name in _longest(gone)),
        *(_digits(number) for number in _longest(_numbers(others) - _numbers(mine))),
    ]
    return Blackout(_pattern(said, _longest(stays)) if said else None, _own(mine))


def _same(subject: Entity, name: str) -> bool:
    """Whether a name may be that of the subject, written in another way."""
    if not isinstance(subject, Person):
        return False
    first, family = name[:1].casefold(), subject.family_name.casefold()
    return family in name.casefold() and subject.given_names[:1].casefold() in ("", first)


def _pattern(gone: Iterable[str], stays: Iterable[str]) -> re.Pattern[str]:
    # \w and not \b: a name may end in a full stop.
    keep = "|".join(re.escape(name) for name in stays) or r"(?!)"
    out = "|".join(gone)
    return re.compile(rf"(?<!\w)(?:(?P<kept>{keep})|{out})(?!\w)", re.IGNORECASE)


def _longest(names: Iterable[str]) -> list[str]:
    """The longest first, so that no part is taken of what can go whole; too short ones stay."""
    return sorted({name for name in names if len(name) >= SHORTEST}, key=lambda n: (-len(n), n))


def _spelled(name: str) -> str:
    """A name as it may be written: with initials before it, with other blanks, as a genitive."""
    return _INITIALS + r"\s+".join(re.escape(part) for part in name.split()) + _GENITIVE


def _digits(number: str) -> str:
    """A number as it may be written: with blanks, points and dashes anywhere."""
    return _BLANK.join(re.escape(sign) for sign in _numbers_told.compact(number))


def _companies(everybody: Iterable[Entity]) -> set[str]:
    """The names of companies: those of a legal person stay, also as the holder of an account."""
    return {each.label for each in everybody if isinstance(each, Company)}


def _names(entity: Entity) -> Iterator[str]:
    match entity:
        case Person():
            yield entity.label
            yield entity.family_name
            yield " ".join(part for part in (entity.prefix, entity.family_name) if part)
            yield from entity.given_names.split()
        case Account():
            yield entity.holder_name
        case Address():
            yield entity.label
            yield " ".join(part for part in (entity.street, entity.number, entity.addition) if part)
            yield " ".join(part for part in (entity.street, entity.number) if part)
            yield entity.street
        case Company():
            yield entity.label


def _numbers(entities: Iterable[Entity]) -> set[str]:
    """The numbers by which these are known: of accounts, of registers, postcodes."""
    found: set[str] = set()
    for entity in entities:
        found |= {row.sealed or row.value for row in entity.identifiers}
        found |= {row.value for row in entity.identifiers}
        found |= {_at_home(row.value) for row in entity.identifiers if row.scheme == "phone"}
        if isinstance(entity, Account):
            found.add(entity.number)
        if isinstance(entity, Address) and entity.postcode:
            found.add(entity.postcode)
    return {_numbers_told.compact(each) for each in found if each}


def _at_home(number: str) -> str:
    """A Dutch telephone number as people here write it, with the nought; another as it is."""
    return f"0{number[3:]}" if number.startswith("+31") else number


def _own(mine: Iterable[Entity]) -> frozenset[str]:
    """What of the shape of a number belongs to these: it stays."""
    entities = list(mine)
    noted = (
        _numbers_told.told(found)
        for entity in entities
        for found in _numbers_told.PATTERN.finditer(entity.note or "")
    )
    return frozenset({*_numbers(entities), *noted} - {""})
