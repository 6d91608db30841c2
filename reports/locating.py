"""In which numbered items of a dossier an old value stands, read from the values inside it."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from bureau.operations._sought import OneOf, Sought
from bureau.rules.vocabulary import Language
from reports.comparing import APART
from reports.wording import texts

PARTS = {"status_note": "status"}
# By what an item is pointed at, tried in this order: a number that stands on the page comes first.
NAMES = ("evidence_id", "number", "hit_id", "pattern_id", "label", "code", "key", "ground")
MOST = 12  # more places than this are told as a number
MONEY = frozenset(("minor", "currency"))


def places(
    content: Mapping[str, Any], sought: Sought | OneOf, language: Language
) -> tuple[str, ...]:
    """The items that hold what is `sought`, each by its section and number, in their order."""
    found = dict.fromkeys(
        _called(section, item, language)
        for section, value in content.items()
        if section not in APART
        for item in _items(value)
        if sought.within(*_texts(item))
    )
    return tuple(found)


def _items(value: Any) -> Iterator[Any]:
    """The items of a section; a section without a list is one item."""
    if isinstance(value, list):
        yield from value
    elif isinstance(value, dict):
        lists = [part for part in value.values() if isinstance(part, list)]
        yield {key: part for key, part in value.items() if not isinstance(part, list)}
        for part in lists:
            yield from part
    else:
        yield value


def _texts(value: Any) -> Iterator[str]:
    """Every text and amount within."""
    if isinstance(value, dict):
        if value.keys() >= MONEY and isinstance(value["minor"], int):
            yield f"{value['minor'] // 100}.{value['minor'] % 100:02}"
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, str):
        yield value


def _called(section: str, item: Any, language: Language) -> str:
    t = texts(language)
    key = f"section.{PARTS.get(section, section)}.title"
    title = t(key) if key in t.keys else section.replace("_", " ")
    for name in NAMES if isinstance(item, dict) else ():
        found = item.get(name)
        if found not in (None, "") and not isinstance(found, dict | list) and not _drawn(found):
            return f"{title}, {found}"
    return title


def _drawn(name: Any) -> bool:
    """Whether it is the name of a point in the drawing, which stands on no page."""
    return isinstance(name, str) and len(name) == len(str(UUID(int=0)))
