"""Takes third parties out of a text: their names are removed, not covered."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bureau.model import Account, Address, Company, Entity, Person

REMOVED = "[…]"
SHORTEST = 3


@dataclass(slots=True)
class Blackout:
    """Removes every given name from texts and counts how often."""

    pattern: re.Pattern[str] | None
    count: int = field(default=0)

    def clean(self, text: str) -> str:
        """`text` without the names of others."""
        if self.pattern is None or not text:
            return text
        cleaned, times = self.pattern.subn(REMOVED, text)
        self.count += times
        return cleaned

    def name(self, entity: Entity) -> str:
        """How another party is named: a company by its name, a person not at all."""
        if isinstance(entity, Person):
            self.count += 1
            return REMOVED
        return self.clean(entity.label)


def of_others(subject: Entity, own: Iterable[Entity], everybody: Iterable[Entity]) -> Blackout:
    """What removes everybody but `subject` and what is its own from texts."""
    entities = list(everybody)
    spared = {subject.id, *(entity.id for entity in own)}
    kept = {each.casefold() for each in _names(subject)} | _companies(entities)
    others = (entity for entity in entities if entity.id not in spared)
    found = {name for entity in others for name in _names(entity) if name.casefold() not in kept}
    names = sorted((name for name in found if len(name) >= SHORTEST), key=len, reverse=True)
    if not names:
        return Blackout(None)
    # \w and not \b: a name may end in a full stop.
    said = "|".join(re.escape(name) for name in names)
    return Blackout(re.compile(rf"(?<!\w)(?:{said})(?!\w)", re.IGNORECASE))


def _companies(everybody: Iterable[Entity]) -> set[str]:
    """The names of companies: those of a legal person stay, also as the holder of an account."""
    return {each.label.casefold() for each in everybody if isinstance(each, Company)}


def _names(entity: Entity) -> Iterator[str]:
    match entity:
        case Person():
            yield entity.label
            yield entity.family_name
            yield " ".join(part for part in (entity.prefix, entity.family_name) if part)
            yield from entity.given_names.split()
        case Account():
            yield entity.number
            yield entity.holder_name
        case Address():
            yield entity.label
            yield " ".join(part for part in (entity.street, entity.number) if part)
