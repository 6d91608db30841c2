"""What stands aside of a line of the trail: words and values that can be erased, by commitment.

The line holds a commitment (HMAC under a salt of that line); the words stand in `event_value`. A
destruction empties both words and salt: the line goes on verifying and says nothing any more.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from bureau.keys import commitment
from bureau.model import Event, EventValue

WORDS = ("reason",)  # facts that are written by a person, not chosen from a list
SIDES = ("before", "after")


def put_aside(facts: Mapping[str, Any], salt: bytes, values: dict[str, Any]) -> dict[str, Any]:
    """`facts` with a commitment for each free text; the text itself goes into `values`."""
    told = dict(facts)
    for name in WORDS:
        if words := told.get(name):
            values[f"facts.{name}"] = {"said": str(words)}
            told[name] = _committed(salt, f"facts.{name}", "said", str(words))
    return told


def change(found: Mapping[str, Any], salt: bytes, values: dict[str, Any]) -> dict[str, Any]:
    """A change with commitments for its values; the values go aside, sealed ones nowhere."""
    if found["op"] != "set":
        return dict(found)
    place = f"{found['what']}.{found['field']}"
    if not found["hidden"]:
        values[place] = {side: found[side] for side in SIDES}
    sides = {side: _committed(salt, place, side, found[side]) for side in SIDES}
    return {"op": "set", "what": found["what"], "field": found["field"], **sides}


def first_false_value(pairs: Iterable[Any]) -> int | None:
    """The number of the first line of which a revealed value is not the one it committed to.

    `pairs` are lines, each with what stands beside it. What was erased reveals nothing and is not
    false: then words and salt are gone together.
    """
    return next((int(event.seq) for event, value in pairs if not _true(event, value)), None)


def _true(event: Event, value: EventValue) -> bool:
    if value.salt is None:
        return value.values == {}
    committed = _commitments(event)
    return all(
        committed.get((place, side)) == _committed(value.salt, place, side, said)
        for place, sides in value.values.items()
        for side, said in sides.items()
    )


def _commitments(event: Event) -> dict[tuple[str, str], str | None]:
    """What a line committed to, by place and side."""
    found = {(f"facts.{name}", "said"): event.facts.get(name) for name in WORDS}
    for row in event.changes:
        if row["op"] == "set":
            place = f"{row['what']}.{row['field']}"
            found |= {(place, side): row[side] for side in SIDES}
    return found


def _committed(salt: bytes, place: str, side: str, said: str | None) -> str | None:
    return None if said is None else commitment(salt, f"{place}={side}={said}")
