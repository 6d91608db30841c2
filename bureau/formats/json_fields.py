"""Takes the fields of a JSON object one by one and refuses whatever was not agreed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from bureau.errors import N_, Invalid
from bureau.formats.guard import shorten

E = TypeVar("E", bound=StrEnum)
FIRST_YEAR, LAST_YEAR = 1966, 2090


def wrong(path: str, what: str, hint: str, **params: object) -> Invalid:
    """The refusal of the value at `path`; `what` and `hint` are templates for `params`."""
    return Invalid(
        "The field {path} {what}.", where={"path": path}, hint=hint, path=path, what=what, **params
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
            raise wrong(
                self.at(name), N_("must be a text"), N_("Write it between quotation marks.")
            )
        return value

    def flag(self, name: str, *, default: bool | None = None) -> bool:
        """A true or false; absent takes the default, or is refused without one."""
        value = self.values.get(name, default)
        if value is None and name not in self.values:
            raise missing(self.at(name))
        if not isinstance(value, bool):
            raise wrong(
                self.at(name), N_("must be true or false"), N_("Write true or false, unquoted.")
            )
        return value

    def count(self, name: str, lowest: int, highest: int) -> int | None:
        """A whole number within bounds, or None when absent."""
        if name not in self.values:
            return None
        value = self.values[name]
        if not isinstance(value, int) or isinstance(value, bool):
            raise wrong(
                self.at(name), N_("must be a whole number"), N_("Write digits only, unquoted.")
            )
        if not lowest <= value <= highest:
            hint = N_("Give a number from {lowest} to {highest}.")
            what = N_("is out of range")
            raise wrong(self.at(name), what, hint, lowest=lowest, highest=highest)
        return value

    def member(self, name: str, kind: type[E]) -> E:
        """One of the words of a closed set; absent is refused."""
        value = self.text(name)
        try:
            return kind(value)
        except ValueError:
            what, hint = N_("cannot be {value}"), N_("Use one of: {names}.")
            named = {"value": shorten(value, 30), "names": ", ".join(kind)}
            raise wrong(self.at(name), what, hint, **named) from None

    def items(self, name: str) -> list[Any]:
        """A list; absent is an empty one."""
        value = self.values.get(name, [])
        if not isinstance(value, list):
            raise wrong(
                self.at(name), N_("must be a list"), N_("Write it between square brackets.")
            )
        return value


def fields(value: Any, known: frozenset[str], path: str = "") -> Fields:
    """The object `value`; raises Invalid when it is none, or holds a field that is not known."""
    if not isinstance(value, dict):
        raise wrong(path or "$", N_("must be an object"), N_("Write it between braces."))
    here = Fields(value, path)
    for name in value:
        if name not in known:
            hint, names = N_("Known fields: {names}."), ", ".join(sorted(known))
            raise wrong(here.at(shorten(name)), N_("is unknown"), hint, names=names)
    return here


def as_day(value: Any, path: str) -> date:
    """A full ISO date within the years the calendar knows."""
    if not isinstance(value, str) or len(value) != len("2026-11-20"):
        raise _no_date(path)
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise _no_date(path) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR or day.isoformat() != value:
        raise _no_date(path)
    return day


def _no_date(path: str) -> Invalid:
    hint = N_("Write dates as 2026-11-20, in the years {first} to {last}.")
    return wrong(path, N_("is no date"), hint, first=FIRST_YEAR, last=LAST_YEAR)


def missing(path: str) -> Invalid:
    """The refusal of an object in which `path` is missing."""
    return wrong(path, N_("is missing"), N_("Add this field."))
