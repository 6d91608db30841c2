"""Payments of delimited text read in blocks, a column at a time; what is odd is left to others.

A block is taken only where each of its cells is as plain as can be; any other goes, row by row,
to the careful reader, so that values and refusals are the same on both roads.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, repeat
from types import MappingProxyType
from typing import Any

import numpy as np

from bureau.errors import Invalid
from bureau.formats.accounts import account_text
from bureau.formats.amounts import check_currency
from bureau.formats.csv_layouts import Layout
from bureau.formats.days import clock_time, iso_day
from bureau.formats.formulas import unguarded
from bureau.formats.guard import Limits
from bureau.formats.once import Once
from bureau.rules.money import decimals

ROWS = 5_000
CENTS = 2
_CENTS = re.compile(r"(?:[0-9]{1,15}\.[0-9]{2}\n)*")
_NOTHING: Mapping[str, str] = MappingProxyType({})
_LINE_END = 10

Cells = list[list[str]]


class Uneven(Exception):
    """A row of the file stands on more than one line."""


def account_of(cell: str) -> str:
    """The account number that a cell of a file means; empty where it means none."""
    return account_text(unguarded(cell.strip()))


@dataclass(frozen=True, slots=True)
class Blocks:
    """What is the same for every block of one file: where each field stands, what was seen."""

    width: int
    layout: Layout
    places: Mapping[str, int]
    kept: Mapping[str, int]
    prefixes: Mapping[str, int]
    days: Once[str] = field(default_factory=lambda: Once(iso_day))
    times: Once[str] = field(default_factory=lambda: Once(clock_time))
    accounts: Once[str] = field(default_factory=lambda: Once(account_of))

    def columns(self, cells: Cells, line: int, number: int) -> Sequence[Any] | None:
        """The columns of the payments that begin on `line`; None where anything is odd.

        `number` is what an identity counts from in a layout without ids.
        """
        if set(map(len, cells)) != {self.width}:
            return None
        by = list(zip(*cells, strict=True))
        try:
            currencies, amounts = self._money(by)
            told = (
                list(range(line, line + len(cells))),
                self._identities(by, number, len(cells)),
                list(map(self.days.__getitem__, self._texts(by, "date"))),
                list(map(self.times.__getitem__, self._texts(by, "time"))),
                amounts,
                currencies,
                self._sides(by, "from_account"),
                self._sides(by, "to_account"),
                *(self._texts(by, name) for name in ("from_name", "to_name", "reference", "kind")),
                [False] * len(cells),
                self._extras(by, len(cells)),
            )
        except Invalid:
            return None
        plain = amounts and all(told[1]) and all(told[6]) and all(told[7])
        return told if plain else None

    def _texts(self, by: Sequence[Sequence[str]], name: str) -> Sequence[str]:
        place = self.places.get(name)
        if place is None:
            return [""] * len(by[0])
        found = list(map(str.strip, by[place]))
        return list(map(unguarded, found)) if "'" in "".join(found) else found

    def _money(self, by: Sequence[Sequence[str]]) -> tuple[list[str], list[int]]:
        """Currencies and minor units; no units where they are not all plain cents."""
        units = self.layout.currency
        currencies = [units] * len(by[0]) if units else list(self._texts(by, "currency"))
        codes = {code: check_currency(code) for code in set(currencies)}
        written = "\n".join([*self._texts(by, "amount"), ""])
        if not _CENTS.fullmatch(written) or any(decimals(code) != CENTS for code in codes):
            return [], []
        return list(map(codes.__getitem__, currencies)), [
            *map(int, written.replace(".", "").split())
        ]

    def _identities(self, by: Sequence[Sequence[str]], number: int, count: int) -> Sequence[str]:
        if "id" in self.layout.columns:
            return self._texts(by, "id")
        return [f"row-{each}" for each in range(number, number + count)]

    def _sides(self, by: Sequence[Sequence[str]], name: str) -> Sequence[str]:
        found = list(map(self.accounts.__getitem__, by[self.places[name]]))
        prefix = self.prefixes.get(name)
        if prefix is None or not all(found):
            return found
        banks = map(str.strip, by[prefix])
        return [f"{bank}:{account}" for bank, account in zip(banks, found, strict=True)]

    def _extras(self, by: Sequence[Sequence[str]], count: int) -> Sequence[Mapping[str, str]]:
        if not self.kept:
            return list(repeat(_NOTHING, count))
        cells = zip(*(by[place] for place in self.kept.values()), strict=True)
        return [dict(zip(self.kept, each, strict=True)) for each in cells]


def even(content: bytes, limits: Limits) -> bool:
    """Whether no line of the file is long enough, and no count high enough, to need a look."""
    ends = np.flatnonzero(np.frombuffer(content, np.uint8) == _LINE_END)
    edges = np.concatenate(([-1], ends, [len(content)]))
    return len(edges) <= limits.rows and int(np.diff(edges).max()) <= limits.cell


def blocks(text: str, delimiter: str) -> Iterator[tuple[int, Cells]]:
    """The rows under the header, so many at a time, each with the line of the first.

    Raises csv.Error where the text cannot be cut, Uneven where a row has more than one line.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    next(filter(any, reader))
    while True:
        before = reader.line_num
        cells = list(islice(reader, ROWS))
        if not cells:
            return
        if reader.line_num - before != len(cells):
            raise Uneven
        yield before + 1, cells
