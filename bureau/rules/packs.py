"""Looks a jurisdiction over before it is used: every table, every row, what refers to what."""

import inspect
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.resources.abc import Traversable
from typing import Any

import bureau.rules
from bureau.errors import OutOfOrder
from bureau.rules import shelf, tables
from bureau.rules.patterns import FAMILIES, Pattern
from bureau.rules.tables import HOME, Row, Table, load, table

_READ = re.compile(r'\btable\(\s*"(\w+)",\s*(\w+)\)')
# Rows that the program asks for by their code: a jurisdiction may change them, not leave them out.
ASKED_FOR = (
    *("atw", "deadlines", "guards", "house_terms", "meeting_requirements", "meeting_states"),
    *("alert_verdicts", "export_quota", "insider_rules", "look_purposes", "need_to_know"),
    *("option_texts", "organs", "outcomes", "phrases", "states", "suspensions", "support_states"),
    *("support_terms", "transitions"),
)
OWN_HOUSE = "MUN_MAYOR"


@dataclass(frozen=True, slots=True)
class Slip:
    """Something wrong in a jurisdiction: in which file, at which row, and what."""

    file: str
    row: str
    what: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a jurisdiction holds itself, what it takes over, and every slip in it."""

    own: tuple[str, ...]
    borrowed: tuple[str, ...]
    slips: tuple[Slip, ...]
    over: tuple["Overlay", ...] = ()


@dataclass(frozen=True, slots=True)
class Overlay:
    """A table whose rows stand over those of HOME: which codes it changes, and which are new."""

    table: str
    changed: tuple[str, ...]
    new: tuple[str, ...]


def kinds() -> dict[str, type[Row]]:
    """Each table with the kind of row it holds, as the modules that read them say."""
    found: dict[str, type[Row]] = {f"patterns_{family}": Pattern for family in FAMILIES}
    for each in pkgutil.iter_modules(bureau.rules.__path__):
        module = import_module(f"bureau.rules.{each.name}")
        found |= {name: getattr(module, kind) for name, kind in _READ.findall(_text(module))}
    return found


def check(jurisdiction: str) -> Report:
    """Everything that is wrong in a jurisdiction; raises Invalid for one that does not exist.

    It says nothing about the law: only a person can tell whether a row is right.
    """
    folder = shelf.folder_of(jurisdiction)
    known = kinds()
    own = shelf.names_in(folder)
    try:
        gone = shelf.lacking(folder)
    except OutOfOrder as error:
        return Report(tuple(sorted(own)), (), (_slip(error),))
    slips = [Slip(f"{name}.toml", "", "this table is missing") for name in gone]
    slips += [Slip(f"{name}.toml", "", "no such table") for name in sorted(own - set(known))]
    read: dict[str, Table[Any]] = {}
    for name in sorted(own & set(known)):
        try:
            read[name] = load(folder / f"{name}.toml", known[name])
        except OutOfOrder as error:
            slips.append(_slip(error))
    for name in set(known) - own:
        read[name] = table(name, known[name], HOME)
    slips += [*_left_out(read, own, known), *_loose(read)]
    over = tuple(_overlays(folder, sorted(own & set(read)), known))
    borrowed = tuple(sorted(set(known) - own - set(gone)))
    return Report(tuple(sorted(own)), borrowed, tuple(slips), over)


def _overlays(
    folder: Traversable, names: list[str], known: dict[str, type[Row]]
) -> Iterator[Overlay]:
    """What each table over that of HOME changes: a mistyped code shows as a new one."""
    for name in names:
        codes = tables.codes_over(folder / f"{name}.toml")
        if codes is not None:
            there = set(table(name, known[name], HOME).codes())
            changed = tuple(code for code in codes if code in there)
            yield Overlay(name, changed, tuple(code for code in codes if code not in there))


def _left_out(
    read: dict[str, Table[Any]], own: set[str], known: dict[str, type[Row]]
) -> Iterator[Slip]:
    """The rows that the program asks for and the jurisdiction no longer has."""
    for name in sorted(own & set(ASKED_FOR) & set(read)):
        wanted = table(name, known[name], HOME).codes()
        for code in wanted:
            if code not in read[name].codes():
                yield Slip(f"{name}.toml", code, "the program asks for this row")
    if "partners" in read and OWN_HOUSE not in read["partners"].codes():
        yield Slip("partners.toml", OWN_HOUSE, "a house of its own is of this kind")


def _loose(read: dict[str, Table[Any]]) -> Iterator[Slip]:
    """The codes that a row names and no table holds."""
    for name, field, target in REFERENCES:
        if name not in read or target not in read:
            continue
        there = set(read[target].codes())
        for row in read[name]:
            value = getattr(row, field)
            for code in (value,) if isinstance(value, str) else value:
                if code not in there:
                    yield Slip(f"{name}.toml", row.code, f"{field}: no {code} in {target}.toml")


# table, field, and the table whose codes that field names
REFERENCES = (
    ("clusters", "members", "indicators"),
    ("meeting_states", "next", "meeting_states"),
    ("meeting_states", "required", "meeting_requirements"),
    ("partner_roles", "code", "partners"),
    ("scope", "term", "deadlines"),
    ("transitions", "guards", "guards"),
    ("transitions", "target", "states"),
)


def _slip(error: OutOfOrder) -> Slip:
    where = error.where
    row = f"{where.get('row', '')} {where.get('field', '')}".strip()
    said = error.params.get("what") or error.params.get("reason")
    return Slip(str(where.get("file", "")), row, str(said))


def _text(module: Any) -> str:
    return inspect.getsource(module)
