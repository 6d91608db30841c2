"""A report on plain sheets: titles, facts and tables, as values that need no database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bureau.rules.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption; `numbers` are the columns that are set to the right.

    The columns of an `even` one are equally wide; the last row of one with a `total` adds up.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()
    even: bool = False
    total: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part under its own title: sentences, facts as pairs, records as lists of pairs, tables."""

    title: str
    text: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    records: tuple[tuple[tuple[str, str], ...], ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One report: who made it, what it is about, its parts, and its data as plain values.

    One that is a letter greets its reader, and closes with who sends it.
    """

    name: str
    language: Language
    sender: str
    title: str
    mark: str
    reference: str
    dated: date
    about: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    intro: tuple[str, ...] = ()
    greeting: str = ""
    closing: tuple[str, ...] = ()
    content: Mapping[str, Any] = field(default_factory=dict)
