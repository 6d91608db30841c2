"""What is asked of a network as plain lists of words, for an address and for a kept view."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from bureau.errors import Invalid
from bureau.graph.circles import ALIKE, CIRCLES
from bureau.graph.exploring import Asked
from bureau.rules.vocabulary import EntityKind

MOST = 120  # names in one list: what an address can carry
GROUP = "group-"
FIELDS = ("start", "open", "hide", "without", "together", "from", "to", "between")
TOGETHER = ("", ALIKE, CIRCLES)
_EARLIEST = date(1800, 1, 1)


def asked(told: Mapping[str, Sequence[str]]) -> Asked:
    """What was asked for, read from lists of words; raises Invalid for what cannot be."""
    first, last = _day(told, "from"), _day(told, "to")
    if first and last and first > last:
        raise Invalid(
            "The period ends before it begins.",
            where={"field": "to"},
            hint="Give a last day that is not before the first.",
        )
    ends = [_name(each, "between") for each in told.get("between", ()) if each]
    if len(ends) not in {0, 2} or len(set(ends)) != len(ends):
        raise Invalid(
            "A way runs between two different parties.",
            where={"field": "between"},
            hint="Choose both.",
        )
    return Asked(
        starts=_names(told, "start"),
        opened=_names(told, "open"),
        hidden=_names(told, "hide"),
        kinds=frozenset(_kind(each) for each in told.get("without", ())),
        together=_one("".join(told.get("together", ())[:1]), "together", TOGETHER),
        first=first,
        last=last,
        ends=(ends[0], ends[1]) if ends else None,
    )


def plain(wanted: Asked) -> dict[str, list[str]]:
    """The same as lists of words; what was not asked for is not in it."""
    found: dict[str, list[str]] = {
        "start": list(wanted.starts),
        "open": list(wanted.opened),
        "hide": list(wanted.hidden),
        "without": sorted(wanted.kinds),
        "together": [wanted.together] if wanted.together else [],
        "from": [wanted.first.isoformat()] if wanted.first else [],
        "to": [wanted.last.isoformat()] if wanted.last else [],
        "between": list(wanted.ends or ()),
    }
    return {name: words for name, words in found.items() if words}


def _kind(text: str) -> EntityKind:
    return EntityKind(_one(text, "without", tuple(EntityKind)))


def _names(told: Mapping[str, Sequence[str]], field: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(_name(each, field) for each in told.get(field, ()) if each))
    if len(names) > MOST:
        raise Invalid(
            "More than {most} parties cannot be named at once.",
            where={"field": field},
            hint="Leave out a kind of party, or take parties together in groups.",
            most=MOST,
        )
    return names


def _name(text: str, field: str) -> str:
    if text.startswith(GROUP) and text.removeprefix(GROUP).isalnum() and len(text) < 40:  # noqa: PLR2004
        return text
    try:
        return str(UUID(text))
    except ValueError:
        raise Invalid(
            "{value} is no party of this case.",
            where={"field": field},
            hint="Choose the party from the list.",
            value=text[:40],
        ) from None


def _day(told: Mapping[str, Sequence[str]], field: str) -> date | None:
    text = "".join(told.get(field, ())[:1]).strip()
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    if day < _EARLIEST:
        raise Invalid(
            "{value} is no day for this picture.",
            where={"field": field},
            hint="Write it as 2026-11-20.",
            value=text[:40],
        )
    return day


def _one(text: str, field: str, allowed: Sequence[Any]) -> str:
    if text not in allowed:
        raise Invalid(
            "{value} is not possible here.",
            where={"field": field},
            hint="Choose from the list.",
            value=text[:40],
        )
    return text
