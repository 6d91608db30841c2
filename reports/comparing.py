"""Two versions of a dossier beside each other: what was added, taken out, changed, item by item."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

# By what an item is known again in the other version, tried in this order.
KEYS = (
    "evidence_id",
    "hit_id",
    "pattern_id",
    "term_id",
    "key",
    "code",
    "number",
    "ground",
    "label",
)
# What tells an item without a name from no other.
NUMBERED = ("sources", "sha256_before", "sha256_after")
# What a part is called, in this order.
NAMES = (
    "number",
    "title",
    "label",
    "item",
    "question",
    "topic",
    "what",
    "text",
    "step",
    "category",
)
# What stands on the first page differs by its nature and is told apart.
APART = ("schema", "kind", "issuance")
# What is another every day although nothing changed: how long a term still runs.
_RUNNING = re.compile(
    r"(?<=^Loopt: )nog \d+ dagen, |(?<=^Running: )\d+ days left, "
    r"|(?<=^Verlopen: )\d+ dagen over tijd; |(?<=^Overdue )by \d+ days; "
    r"| Als dat vandaag eindigt, is het einde [^.]*\.| If that ended today, [^.]*\."
)
# The stop after an initial ends no sentence.
_SENTENCE = re.compile(r"(?:[a-zà-ÿ0-9)]\.|[?!])$")


class Change(StrEnum):
    """What became of an item."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One item of a section, with the fields that differ as (name, before, after)."""

    section: str
    change: Change
    item: str
    fields: tuple[tuple[str, str, str], ...] = ()


def compared(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Difference, ...]:
    """Every difference between the values of two versions, in the order of the sections."""
    was, now = _with_names(old), _with_names(new)
    sections = [name for name in dict.fromkeys((*was, *now)) if name not in APART]
    return tuple(one for name in sections for one in _section(name, was.get(name), now.get(name)))


def _with_names(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """The same with names where parties, nodes and ties have keys, which are told anew each time.

    Where the nodes of a drawing stand is one thing.
    """
    named = dict(content)
    if parties := content.get("entities"):
        named["entities"] = [_without(each, "key") for each in parties]
    if terms := content.get("deadlines"):
        named["deadlines"] = [_standing(each) for each in terms]
    chart = content.get("chart")
    if not isinstance(chart, dict):
        return named
    nodes, ties = chart.get("nodes") or [], chart.get("ties") or []
    names = {node.get("key"): node.get("label") for node in nodes}
    ends = ("start", "end")
    spots = sorted(f"{node.get('label')} {node.get('x')} {node.get('y')}" for node in nodes)
    told = {
        "places": "; ".join(spots),
        "nodes": [_without(node, "key", "x", "y") for node in nodes],
        "ties": [
            tie | {end: names.get(tie.get(end), tie.get(end)) for end in ends} for tie in ties
        ],
    }
    return {**named, "chart": {**chart, **told}}


def _standing(term: dict[str, Any]) -> dict[str, Any]:
    """A deadline without the days that it still runs, which are others every day."""
    reasons = [
        each | {"text": _RUNNING.sub("", each.get("text", ""))} for each in term.get("reasons", ())
    ]
    return term | {"reasons": reasons}


def _without(part: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in part.items() if name not in names}


def _section(name: str, old: Any, new: Any) -> Iterator[Difference]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _inside(name, old, new)
    elif isinstance(old or [], list) and isinstance(new or [], list):
        yield from _lists(name, old or [], new or [])
    else:
        yield from _single(name, old, new)


def _inside(name: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Difference]:
    """A part with lists of its own: each is compared; the rest are fields of the part."""
    keys = tuple(dict.fromkeys((*old, *new)))
    listed = [k for k in keys if isinstance(old.get(k), list) or isinstance(new.get(k), list)]
    for key in listed:
        yield from _lists(name, old.get(key) or [], new.get(key) or [])
    fields = _fields(
        {k: v for k, v in old.items() if k not in listed},
        {k: v for k, v in new.items() if k not in listed},
    )
    if fields:
        yield Difference(name, Change.CHANGED, "", fields)


def _lists(name: str, old: list[Any], new: list[Any]) -> Iterator[Difference]:
    before, after = _by_name(old), _by_name(new)
    for key in dict.fromkeys((*before, *after)):
        was, now = before.get(key), after.get(key)
        if was == now:
            continue
        if was is None:
            yield Difference(name, Change.ADDED, _said(now))
        elif now is None:
            yield Difference(name, Change.REMOVED, _said(was))
        else:
            yield Difference(name, Change.CHANGED, _said(now), _fields(was, now))


def _by_name(items: list[Any]) -> dict[tuple[str, int], Any]:
    """The items by what names them; the second of a name has a number of its own."""
    found: dict[tuple[str, int], Any] = {}
    for item in items:
        name, times = _name(item), 0
        while (name, times) in found:
            times += 1
        found[name, times] = item
    return found


def _name(item: Any) -> str:
    if isinstance(item, dict):
        for key in KEYS:
            if item.get(key) not in (None, ""):
                return f"{key}:{item[key]}"
    return _said(item)


def _single(name: str, old: Any, new: Any) -> Iterator[Difference]:
    if old is None or new is None:
        change = Change.ADDED if old is None else Change.REMOVED
        yield Difference(name, change, _said(new if old is None else old))
    else:
        yield Difference(name, Change.CHANGED, "", (("", _said(old), _said(new)),))


def _fields(old: Any, new: Any) -> tuple[tuple[str, str, str], ...]:
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return (("", _said(old), _said(new)),)
    keys = dict.fromkeys((*old, *new))
    changed = [key for key in keys if old.get(key) != new.get(key)]
    return tuple((key, _said(old.get(key)), _said(new.get(key))) for key in changed)


def _said(value: Any) -> str:
    """A value in words: numbers and texts as they are, the parts of a list after each other."""
    if isinstance(value, dict):
        return _part(value)
    if isinstance(value, list):
        return _joined(_said(part) for part in value)
    return "" if value is None else str(value)


def _joined(parts: Iterable[str]) -> str:
    """Sentences after each other, and words with a mark between them."""
    told = ""
    for part in filter(None, parts):
        told += part if not told else f"{' ' if _SENTENCE.search(told) else '; '}{part}"
    return told


def _part(value: dict[str, Any]) -> str:
    """An amount, a tie, or what a part is called; all that it holds where nothing names it."""
    if value.keys() == {"minor", "currency"}:
        return f"{value['currency']} {Decimal(value['minor']).scaleb(-2):.2f}"
    if "relation" in value:
        return " ".join(str(value.get(name, "")) for name in ("start", "relation", "end"))
    short = [str(value[name]) for name in NAMES if value.get(name) not in (None, "")]
    return " ".join(short) or _joined(
        _said(part) for name, part in value.items() if part and name not in NUMBERED
    )
