"""Saved mappings: which column of a municipality's own spreadsheet holds what, by version."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select

from bureau.errors import Invalid, NotFound
from bureau.formats.cases_csv import CONSTANT, FIELDS, NEEDED
from bureau.model import CaseMapping
from bureau.operations._case_cells import DAY_FIRST, ISO
from bureau.operations._checks import fitting, one_of, said
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.work import Work

__all__ = ["DAY_FIRST", "FIELDS", "ISO", "NEEDED"]

NAME, COLUMN, WORD = 60, 200, 100
MOST_WORDS = 500


@dataclass(frozen=True, slots=True)
class MappingView:
    """The newest version of a mapping."""

    id: UUID
    name: str
    number: int
    columns: Mapping[str, str]
    words: Mapping[str, str]
    dates: str
    made_by: str
    made_at: datetime


def list_mappings(work: Work) -> tuple[MappingView, ...]:
    """The mappings of one's own organisation, each in its newest version, by name."""
    work.require(Permission.CASES_IMPORT)
    found = {row.name: row for row in work.session.scalars(_own(work))}
    work.record(EventKind.MAPPING_LISTED, "case_mapping:*", shown=len(found))
    return tuple(_view(found[name]) for name in sorted(found))


def read_mapping(work: Work, name: str) -> MappingView:
    """The newest version of the mapping with this name; raises NotFound where there is none."""
    work.require(Permission.CASES_IMPORT)
    row = newest(work, name)
    work.record(EventKind.MAPPING_LISTED, row, number=row.number)
    return _view(row)


def save_mapping(
    work: Work, name: str, columns: Mapping[str, str], words: Mapping[str, str], dates: str = ISO
) -> CaseMapping:
    """Keep a mapping under a name; the versions before it stay, and files keep naming theirs.

    Raises Invalid for an unknown field, one that is needed and left out, or a column named twice.
    """
    work.require(Permission.CASES_IMPORT)
    called = said(name, "name", NAME)
    kept = _columns(columns)
    given = _words(words)
    one_of(dates, "dates", (ISO, DAY_FIRST))
    rows = [row for row in work.session.scalars(_own(work)) if row.name == called]
    if rows and (rows[-1].columns, rows[-1].words, rows[-1].dates) == (kept, given, dates):
        work.record(EventKind.MAPPING_LISTED, rows[-1], number=rows[-1].number)
        return rows[-1]
    row = CaseMapping(
        organisation_id=work.actor.organisation_id,
        name=called,
        number=len(rows) + 1,
        columns=kept,
        words=given,
        dates=dates,
        made_at=work.now,
        made_by_id=work.actor.id,
    )
    work.session.add(row)
    work.record(EventKind.MAPPING_SAVED, row, number=row.number)
    return row


def newest(work: Work, name: str) -> CaseMapping:
    """The newest version of the mapping with this name; raises NotFound where there is none."""
    work.require(Permission.CASES_IMPORT)
    rows = list(work.session.scalars(_own(work).where(CaseMapping.name == name.strip())))
    if not rows:
        raise NotFound(
            "Your organisation has no mapping with this name.",
            where={"field": "mapping"},
            hint="Save the mapping first: which column holds what.",
        )
    work.record(EventKind.MAPPING_LISTED, rows[-1], number=rows[-1].number)
    return rows[-1]


def _own(work: Work) -> Select[CaseMapping]:
    own = CaseMapping.organisation_id == work.actor.organisation_id
    return select(CaseMapping).where(own).order_by(CaseMapping.name, CaseMapping.number)


def _columns(given: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for field, column in given.items():
        name = one_of(field, "field", FIELDS)
        text = fitting(column, name, COLUMN)
        if text and text != CONSTANT:
            found[name] = text
    for field in NEEDED:
        if field not in found:
            said("", field)
    if found["own_number"].startswith(CONSTANT):
        raise Invalid(
            "Every case has a number of its own.",
            where={"field": "own_number"},
            hint="Name the column that holds it.",
        )
    return found


def _words(given: Mapping[str, str]) -> dict[str, str]:
    if len(given) > MOST_WORDS:
        raise Invalid(
            "A mapping holds at most {most} words.", where={"field": "words"}, most=MOST_WORDS
        )
    return {
        said(word, "words", WORD).casefold(): said(code, "words", WORD)
        for word, code in given.items()
    }


def _view(row: CaseMapping) -> MappingView:
    return MappingView(
        id=row.id,
        name=row.name,
        number=row.number,
        columns=dict(row.columns),
        words=dict(row.words),
        dates=row.dates,
        made_by=row.made_by.name,
        made_at=row.made_at,
    )
