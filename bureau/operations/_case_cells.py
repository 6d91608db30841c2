"""From the cells of a row to what is to be made of it; every cell that does not fit is named."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from bureau.errors import Invalid
from bureau.formats.cases_csv import CaseCells
from bureau.formats.guard import shorten
from bureau.operations._case_plan import AFTER, Plan, settle
from bureau.operations._checks import fitting, said
from bureau.rules import identifiers
from bureau.rules.procedure import states
from bureau.rules.scope import scopes
from bureau.rules.vocabulary import EntityKind, Stage

OWN_NUMBER = 60
LENGTHS = {"applicant_name": 200, "given_names": 200, "prefix": 40, "officer": 80, "note": 2_000}
LENGTHS |= {"street": 200, "house_number": 20, "addition": 20, "postcode": 12, "city": 100}
LENGTHS |= {"title": 200, "authority": 100}
KINDS = {"person": EntityKind.PERSON, "persoon": EntityKind.PERSON}
KINDS |= {"natuurlijk persoon": EntityKind.PERSON, "natural person": EntityKind.PERSON}
KINDS |= dict.fromkeys(("company", "bedrijf", "rechtspersoon"), EntityKind.COMPANY)
STAGES = {"application": Stage.APPLICATION, "aanvraag": Stage.APPLICATION}
STAGES |= {"existing": Stage.EXISTING, "bestaand": Stage.EXISTING}
ISO, DAY_FIRST = "iso", "dmy"
_SHAPES = {
    ISO: re.compile(r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?:[T ]00:00(?::00)?)?", re.ASCII),
    DAY_FIRST: re.compile(r"(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>\d{4})", re.ASCII),
}
_FEW = re.compile(r"\d{1,2}", re.ASCII)


def plan(row: CaseCells, words: Mapping[str, str], dates: str) -> Plan:
    """What a row says; the faults name each cell that cannot be used."""
    told = "\x1f".join(f"{name}={row.cells[name]}" for name in sorted(row.cells))
    made = Plan(row.line, row.columns, sha256(told.encode()).hexdigest())
    for name, cell in row.cells.items():
        reader = _READERS.get(name, _text)
        own = words.get(cell.casefold(), cell)
        try:
            reader(made, name, own, dates)
        except Invalid as wrong:
            made.blame(name, wrong)
    settle(made)
    return made


def _text(made: Plan, name: str, cell: str, _: str) -> None:
    made.text[name] = fitting(cell, name, LENGTHS[name])


def _needed(made: Plan, name: str, cell: str, _: str) -> None:
    made.text[name] = said(cell, name, LENGTHS.get(name, OWN_NUMBER))


def _day(made: Plan, name: str, cell: str, dates: str) -> None:
    if not cell:
        if name == "received_on":
            said(cell, name)
        return
    # A day that begins with its year can be read in one way only.
    found = _SHAPES[dates].fullmatch(cell) or _SHAPES[ISO].fullmatch(cell)
    try:
        made.days[name] = date(*(int(found[part]) for part in "ymd"))  # type: ignore[index]
    except (TypeError, ValueError):
        raise Invalid(
            "{value} is no date.",
            hint="The mapping reads dates as {shape}.",
            shape="2026-11-20" if dates == ISO else "20-11-2026",
            value=shorten(cell),
        ) from None


def _weeks(made: Plan, _: str, cell: str, __: str) -> None:
    if cell and not _FEW.fullmatch(cell):
        raise Invalid("{value} is no number of weeks.", hint="Write 8.", value=shorten(cell))
    made.weeks = int(cell) if cell else None


def _number(check: Callable[[str], str]) -> Callable[[Plan, str, str, str], None]:
    def read(made: Plan, name: str, cell: str, _: str) -> None:
        if cell:
            made.text[name] = check(cell)

    return read


def _kind(made: Plan, name: str, cell: str, _: str) -> None:
    if cell:
        made.kind = KINDS[_one(cell, name, KINDS)]
        made.text[name] = cell


def _stage(made: Plan, name: str, cell: str, _: str) -> None:
    if cell:
        made.stage = STAGES[_one(cell, name, STAGES)]


def _scope(made: Plan, name: str, cell: str, _: str) -> None:
    made.text[name] = _coded(said(cell, name), name, tuple(scopes()))


def _state(made: Plan, name: str, cell: str, _: str) -> None:
    if cell:
        made.text[name] = _coded(cell, name, tuple(states()))


def _coded(cell: str, name: str, rows: tuple[Any, ...]) -> str:
    """The code of a row of the law by that code or by its name in one of the languages."""
    known: dict[str, str] = {
        word.casefold(): r.code for r in rows for word in (r.code, r.name.nl, r.name.en)
    }
    return known[_one(cell, name, known)]


def _one(cell: str, name: str, known: Mapping[str, Any]) -> str:
    word = cell.casefold()
    if word not in known:
        raise Invalid(
            "{value} is not known here for {field}.",
            where={"field": name},
            hint="Write a code, or give this word a code in the mapping: {value} = …",
            value=shorten(cell),
            field=name,
        )
    return word


_READERS: Mapping[str, Callable[[Plan, str, str, str], None]] = {
    **dict.fromkeys(("own_number", "applicant_name"), _needed),
    **dict.fromkeys(("received_on", "registered_on", *AFTER, *AFTER.values()), _day),
    "weeks": _weeks,
    "scope": _scope,
    "stage": _stage,
    "state": _state,
    "applicant_kind": _kind,
    "kvk": _number(identifiers.kvk_number),
    "rsin": _number(identifiers.rsin),
    "bsn": _number(identifiers.bsn),
}
