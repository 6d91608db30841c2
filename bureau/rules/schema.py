"""Turns one row of a table file into a checked value, so that a slip of the pen cannot hide."""

import types
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from bureau.errors import OutOfOrder
from bureau.rules.vocabulary import Language

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Texts:
    """The same words in each language of the interface."""

    nl: str
    en: str

    def in_(self, language: Language | str) -> str:
        """The words in `language`; raises ValueError for a language the house does not speak."""
        return self.nl if Language(language) is Language.NL else self.en

    def filled(self, **values: object) -> "Texts":
        """The same words with the named values put in; a value may itself be Texts."""
        nl, en = (
            {name: v.in_(tongue) if isinstance(v, Texts) else v for name, v in values.items()}
            for tongue in Language
        )
        return Texts(self.nl.format(**nl), self.en.format(**en))

    def __add__(self, other: "Texts") -> "Texts":
        """Both texts after each other, with a blank between where both say something."""
        return Texts(f"{self.nl} {other.nl}".strip(), f"{self.en} {other.en}".strip())


NO_TEXTS = Texts("", "")


def listed(texts: Iterable[Texts], between: str = ", ") -> Texts:
    """The texts after each other, in each language."""
    found = tuple(texts)
    return Texts(between.join(t.nl for t in found), between.join(t.en for t in found))


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a table file a value stands, for the message when it is wrong."""

    file: str
    row: int
    field: str = ""

    def at(self, field: str) -> "Place":
        return Place(self.file, self.row, f"{self.field}.{field}" if self.field else field)

    def wrong(self, what: str) -> OutOfOrder:
        """The error that names file, row and field."""
        return OutOfOrder(
            "Table {file}, row {row}, field {field}: {what}.",
            where={"file": self.file, "row": self.row, "field": self.field},
            hint="Correct the table file; nothing was loaded from it.",
            file=self.file,
            row=self.row,
            field=self.field or "-",
            what=what,
        )


def build(kind: type[T], raw: Any, place: Place) -> T:
    """A `kind` filled from `raw`; raises OutOfOrder on an unknown, missing or ill-typed field."""
    if not isinstance(raw, Mapping):
        raise place.wrong("a table was expected")
    hints = get_type_hints(kind)
    known = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]
    for name in raw:
        if name not in known:
            raise place.at(name).wrong("this field is unknown")
    given = {name: _value(hints[name], raw[name], place.at(name)) for name in known if name in raw}
    for name, field in known.items():
        if name not in given and _needed(field):
            raise place.at(name).wrong("this field is missing")
    return kind(**given)


def _needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _value(kind: Any, raw: Any, place: Place) -> Any:
    """`raw` as the annotated `kind`: a scalar, enum, nested value, tuple or optional of these."""
    origin = get_origin(kind)
    if origin is tuple:
        return _items(get_args(kind)[0], raw, place)
    if origin in (Union, types.UnionType):
        wanted = next(arg for arg in get_args(kind) if arg is not types.NoneType)
        return _value(wanted, raw, place)
    if is_dataclass(kind):
        return build(kind, raw, place)  # type: ignore[arg-type]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _member(kind, raw, place)
    return _scalar(kind, raw, place)


def _items(kind: Any, raw: Any, place: Place) -> tuple[Any, ...]:
    if not isinstance(raw, list):
        raise place.wrong("a list was expected")
    return tuple(_value(kind, item, place.at(str(n))) for n, item in enumerate(raw))


def _member(kind: type[StrEnum], raw: Any, place: Place) -> StrEnum:
    try:
        return kind(raw)
    except ValueError:
        raise place.wrong(f"{raw!r} is not one of {', '.join(kind)}") from None


def _scalar(kind: Any, raw: Any, place: Place) -> Any:
    if kind is Decimal and isinstance(raw, int | Decimal) and not isinstance(raw, bool):
        return Decimal(raw)
    if type(raw) is not kind or isinstance(raw, datetime):
        raise place.wrong(f"{kind.__name__} expected, {type(raw).__name__} found")
    if kind is str and raw != raw.strip():
        raise place.wrong("the text begins or ends with a blank")
    return raw


def period(valid_from: date, valid_to: date | None) -> tuple[date, date]:
    """The first and last day of a row; an open end lasts for ever."""
    return valid_from, valid_to or date.max
