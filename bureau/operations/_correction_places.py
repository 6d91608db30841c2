"""Where an old value was used: in the reasoning, in letters, in what left the house."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from sqlalchemy import select

from bureau.model import (
    Advice,
    Assessment,
    CaseFigure,
    Condition,
    Decision,
    Dossier,
    FinancingEntry,
    Finding,
    Hearing,
    IndicatorAnswer,
    Letter,
    Lookup,
    Note,
    OrdinaryAnswer,
    Record,
    ViewPoint,
    Weighing,
)
from bureau.model.letter import SENT
from bureau.operations._rows import Rows
from bureau.operations._sought import OneOf, Sought
from bureau.rules.dates import civil_date, in_words
from bureau.rules.records import record_kind
from bureau.rules.vocabulary import RecordKind
from bureau.work import Work

BUREAU = "Landelijk Bureau Bibob"
LONGEST = 300


def _recorded(row: Record) -> str:
    """What a record is, and of which day."""
    return " ".join(filter(None, (_called(row.kind), in_words(row.on).nl if row.on else "")))


def _called(kind: RecordKind) -> str:
    """A kind of record as the authority calls it."""
    return record_kind(kind).name.nl


# By table: the kind of place, the texts to search and how the place is named.
INSIDE: Mapping[type[Any], tuple[str, tuple[str, ...], Callable[[Any], str]]] = MappingProxyType(
    {
        Finding: ("finding", ("text", "contrary"), lambda row: f"{row.number}. {row.text}"),
        OrdinaryAnswer: ("ordinary", ("remark",), lambda row: row.code),
        Assessment: ("assessment", ("reasoning",), lambda row: row.ground),
        Weighing: (
            "weighing",
            ("interests", "lapse_of_time", "lesser_means", "conclusion"),
            lambda row: row.conclusion,
        ),
        Hearing: ("hearing", ("reasons",), lambda row: in_words(row.sent_on).nl),
        Decision: ("decision", ("reasons",), lambda row: in_words(row.decided_on).nl),
        Lookup: ("lookup", ("question", "result"), lambda row: f"{row.register} {row.question}"),
    }
)
# The same for what is not among the rows of a road; what was withdrawn is not used any more.
BESIDE: Mapping[type[Any], tuple[str, tuple[str, ...], Callable[[Any], str]]] = MappingProxyType(
    {
        Note: ("note", ("text",), lambda row: f"{in_words(civil_date(row.at)).nl} {row.text}"),
        Condition: ("condition", ("text", "result"), lambda row: f"{row.number}. {row.text}"),
        ViewPoint: ("view", ("text", "answer"), lambda row: f"{row.number}. {row.text}"),
        CaseFigure: ("figure", ("value",), lambda row: f"{row.kind} {row.value or ''}"),
        Record: ("record", ("said",), _recorded),
        FinancingEntry: ("financing", ("label", "remark"), lambda row: row.label),
    }
)


# The rows in which a place is looked for.
SEARCHED: tuple[type[Any], ...] = (*INSIDE, IndicatorAnswer, Letter, Advice)


@dataclass(frozen=True, slots=True)
class Place:
    """A place where an old value stands; with a `recipient` it left the house."""

    kind: str
    id: Any
    label: str
    recipient: str = ""


def places(work: Work, rows: Rows, sought: Sought | OneOf, skip: Any) -> Iterator[Place]:
    """Every place of a case where the old value was used, inside first; `skip` is its own row."""
    yield from (place for place in _inside(rows, sought) if place.id != skip)
    yield from _beside(work, rows, sought)
    yield from _answered(rows, sought)
    yield from _letters(rows, sought)
    yield from _gone(work, rows)


def _inside(rows: Rows, sought: Sought | OneOf) -> Iterator[Place]:
    for table, (kind, texts, label) in INSIDE.items():
        for row in rows.all(table):
            if sought.within(*(getattr(row, text) for text in texts)):
                yield Place(kind, row.id, label(row)[:LONGEST])


def _beside(work: Work, rows: Rows, sought: Sought | OneOf) -> Iterator[Place]:
    for table, (kind, texts, label) in BESIDE.items():
        for row in work.session.scalars(select(table).where(table.case_id == rows.case.id)):
            used = not getattr(row, "withdrawn", "")
            if used and sought.within(*(getattr(row, text) or "" for text in texts)):
                yield Place(kind, row.id, label(row)[:LONGEST])


def _answered(rows: Rows, sought: Sought | OneOf) -> Iterator[Place]:
    row: IndicatorAnswer
    for row in rows.all(IndicatorAnswer):
        said = (*map(str, row.inputs.values()), row.explanation_nl, row.reason)
        if row.status != "open" and sought.within(*said):
            yield Place("indicator", row.id, row.code)


def _letters(rows: Rows, sought: Sought | OneOf) -> Iterator[Place]:
    row: Letter
    for row in rows.all(Letter):
        if row.state == SENT and sought.within(
            row.body, json.dumps(row.content or {}, ensure_ascii=False)
        ):
            to = row.address.split("\n", 1)[0] or row.subject
            yield Place("letter", row.id, f"{row.number}. {row.subject}"[:LONGEST], to)


def _gone(work: Work, rows: Rows) -> Iterator[Place]:
    """Dossiers that were issued and requests for advice: their pages are not searched."""
    query = select(Dossier).where(Dossier.case_id == rows.case.id, Dossier.issued_at.is_not(None))
    for row in work.session.scalars(query.order_by(Dossier.issued_at)):
        yield Place("dossier", row.id, f"{row.track.value} {row.number}", row.recipient)
    advice: Advice
    for advice in rows.all(Advice):
        yield Place("advice", advice.id, in_words(advice.asked_on).nl, BUREAU)
