"""Saved mappings of rows: what each row of a file makes in a case, by name and version."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from bureau.errors import Invalid, NotFound
from bureau.formats.cases_csv import CONSTANT
from bureau.model import RowMapping
from bureau.operations._case_cells import DAY_FIRST, ISO
from bureau.operations._checks import fitting, one_of, said
from bureau.operations._row_fields import TIE, RowFields, made_kinds, row_fields
from bureau.operations.mappings import COLUMN, MOST_WORDS, NAME, WORD
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.work import Work

__all__ = ["DAY_FIRST", "ISO", "TIE", "RowFields", "made_kinds", "row_fields"]


@dataclass(frozen=True, slots=True)
class RowMappingView:
    """The newest version of a mapping of rows."""

    id: UUID
    name: str
    number: int
    makes: str
    columns: Mapping[str, str]
    words: Mapping[str, str]
    dates: str
    made_by: str
    made_at: datetime


def list_row_mappings(work: Work) -> tuple[RowMappingView, ...]:
    """The mappings of one's own organisation, each in its newest version, by name."""
    work.require(Permission.MAPPING_KEEP)
    found = {row.name: row for row in work.session.scalars(_own(work))}
    work.record(EventKind.MAPPING_LISTED, "row_mapping:*", shown=len(found))
    return tuple(_view(found[name]) for name in sorted(found))


def read_row_mapping(work: Work, name: str) -> RowMappingView:
    """The newest version of the mapping with this name; raises NotFound where there is none."""
    work.require(Permission.MAPPING_KEEP)
    return _view(newest(work, name))


def save_row_mapping(
    work: Work,
    name: str,
    makes: str,
    columns: Mapping[str, str],
    words: Mapping[str, str],
    dates: str = ISO,
) -> RowMapping:
    """Keep a mapping under a name; the versions before it stay.

    Raises Invalid for an unknown kind or field, or one that is needed and left out.
    """
    work.require(Permission.MAPPING_KEEP)
    called = said(name, "name", NAME)
    kept = _columns(row_fields(makes), columns)
    given = _words(words)
    one_of(dates, "dates", (ISO, DAY_FIRST))
    rows = [row for row in work.session.scalars(_own(work)) if row.name == called]
    new = {"makes": makes, "columns": kept, "words": given, "dates": dates}
    if rows and all(getattr(rows[-1], field) == value for field, value in new.items()):
        work.record(EventKind.MAPPING_LISTED, rows[-1], number=rows[-1].number)
        return rows[-1]
    row = _made(work, name=called, number=len(rows) + 1, **new)
    work.session.add(row)
    work.record(EventKind.MAPPING_SAVED, row, number=row.number)
    return row


def _made(work: Work, **said_: Any) -> RowMapping:
    return RowMapping(
        organisation_id=work.actor.organisation_id,
        **said_,
        made_at=work.now,
        made_by_id=work.actor.id,
    )


def newest(work: Work, name: str) -> RowMapping:
    """The newest version of the mapping with this name; raises NotFound where there is none."""
    work.require(Permission.MAPPING_KEEP)
    rows = list(work.session.scalars(_own(work).where(RowMapping.name == name.strip())))
    if not rows:
        raise NotFound(
            "Your organisation has no mapping with this name.",
            where={"field": "mapping"},
            hint="Save the mapping first: what each row makes, and which column holds what.",
        )
    work.record(EventKind.MAPPING_LISTED, rows[-1], number=rows[-1].number)
    return rows[-1]


def _own(work: Work) -> Select[RowMapping]:
    own = RowMapping.organisation_id == work.actor.organisation_id
    return select(RowMapping).where(own).order_by(RowMapping.name, RowMapping.number)


def _columns(known: RowFields, given: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for field, column in given.items():
        name = one_of(field, "field", known.names)
        text = fitting(column, name, COLUMN)
        if text and text != CONSTANT:
            found[name] = text
    for field in known.needed:
        if field not in found:
            said("", field)
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


def _view(row: RowMapping) -> RowMappingView:
    return RowMappingView(
        id=row.id,
        name=row.name,
        number=row.number,
        makes=row.makes,
        columns=dict(row.columns),
        words=dict(row.words),
        dates=row.dates,
        made_by=row.made_by.name,
        made_at=row.made_at,
    )
