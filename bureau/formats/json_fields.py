"""Takes the fields of a JSON object one by one and refuses whatever was not agreed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from bureau.errors import Invalid
from bureau.formats.guard import shorten

E = TypeVar("E", bound=StrEnum)
FIRST_YEAR, LAST_YEAR = 1966, 2090


def wrong(path: str, what: str, hint: str) -> Invalid:
    """The refusal of the value at `path`."""
    return Invalid(
        "The field {path} {what}.", where={"path": path}, hint=hint, path=path, what=what
    )


@dataclass(frozen=True, slots=True)
class Fields:
    """A JSON object and the place where it stands; every reading names that place."""

    values: Mapping[str, Any]
    path: str = ""

    def at(self, name: str) -> str:
        """The path of a field of this object."""
        return f"{self.path}.{name}" if self.path else name

    def day(self, name: str) -> date | None:
        """A full ISO date, or None when absent."""
        return None if name not in self.values else as_day(self.values[name], self.at(name))

    def needed_day(self, name: str) -> date:
        """A full ISO date; absent is refused."""
        found = self.day(name)
        if found is None:
            raise missing(self.at(name))
        return found

    def text(self, name: str) -> str:
        """A text that is not empty; absent is refused."""
        if name not in self.values:
            raise missing(self.at(name))
        value = self.values[name]
        if not isinstance(value, str) or not value:
            raise wrong(self.at(name), "must be a text", "Write it between quotation marks.")
        return value

    def flag(self, name: str, *, default: bool | None = None) -> bool:
        """A true or false; absent takes the default, or is refused without one."""
        value = self.values.get(name, default)
        if value is None and name not in self.values:
            raise missing(self.at(name))
        if not isinstance(value, bool):
            raise wrong(self.at(name), "must be true or false", "Write true or false, unquoted.")
        return value

    def count(self, name: str, lowest: int, highest: int) -> int | None:
        """A whole number within bounds, or None when absent."""
        if name not in self.values:
            return None
        value = self.values[name]
        if not isinstance(value, int) or isinstance(value, bool):
            raise wrong(self.at(name), "must be a whole number", "Write digits only, unquoted.")
        if not lowest <= value <= highest:
            hint = f"Give a number from {lowest} to {highest}."
            raise wrong(self.at(name), "is out of range", hint)
        return value

    def member(self, name: str, kind: type[E]) -> E:
        """One of the words of a closed set; absent is refused."""
        value = self.text(name)
        try:
            return kind(value)
        except ValueError:
            hint = "Use one of: " + ", ".join(kind)
            raise wrong(self.at(name), f"cannot be {shorten(value, 30)}", hint) from None

    def items(self, name: str) -> list[Any]:
        """A list; absent is an empty one."""
        value = self.values.get(name, [])
        if not isinstance(value, list):
            raise wrong(self.at(name), "must be a list", "Write it between square brackets.")
        return value


def fields(value: Any, known: frozenset[str], path: str = "") -> Fields:
    """The object `value`; raises Invalid when it is none, or holds a field that is not known."""
    if not isinstance(value, dict):
        raise wrong(path or "$", "must be an object", "Write it between braces.")
    here = Fields(value, path)
    for name in value:
        if name not in known:
            hint = "Known fields: " + ", ".join(sorted(known))
            raise wrong(here.at(shorten(name)), "is unknown", hint)
    return here


def as_day(value: Any, path: str) -> date:
    """A full ISO date within the years the calendar knows."""
    hint = f"Write dates as 2026-11-20, in the years {FIRST_YEAR} to {LAST_YEAR}."
    if not isinstance(value, str) or len(value) != len("2026-11-20"):
        raise wrong(path, "is no date", hint)
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise wrong(path, "is no date", hint) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR or day.isoformat() != value:
        raise wrong(path, "is no date", hint)
    return day


def missing(path: str) -> Invalid:
    """The refusal of an object in which `path` is missing."""
    return wrong(path, "is missing", "Add this field.")
