"""Where an old value was used: in the reasoning, in letters, in what left the house."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from sqlalchemy import select

from bureau.model import (
    Advice,
    Assessment,
    Decision,
    Dossier,
    Finding,
    Hearing,
    IndicatorAnswer,
    Letter,
    OrdinaryAnswer,
    Weighing,
)
from bureau.model.letter import SENT
from bureau.operations._rows import Rows
from bureau.work import Work

_NUMBER = re.compile(r"\d[\d.,]*")
_CENTS = re.compile(r"[.,]\d{2}$")
BUREAU = "Landelijk Bureau Bibob"
LONGEST = 300
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
        Hearing: ("hearing", ("reasons",), lambda row: row.sent_on.isoformat()),
        Decision: ("decision", ("reasons",), lambda row: row.decided_on.isoformat()),
    }
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place where an old value stands; with a `recipient` it left the house."""

    kind: str
    id: Any
    label: str
    recipient: str = ""


@dataclass(frozen=True, slots=True)
class Sought:
    """An old value: a text, or an amount of which every spelling counts."""

    text: str
    amount: bool = False

    def within(self, *texts: str) -> bool:
        """Whether any of these texts holds it."""
        whole = " ".join(texts)
        if self.amount:
            wanted = _units(self.text)
            return any(_units(number) == wanted for number in _NUMBER.findall(whole))
        return self.text.casefold() in whole.casefold()


def _units(number: str) -> str:
    """The whole units of an amount, without separators: 100.000,00 and 100000.00 alike."""
    return re.sub(r"\D", "", _CENTS.sub("", number.rstrip(".,")))


def places(work: Work, rows: Rows, sought: Sought, skip: Any) -> Iterator[Place]:
    """Every place of a case where the old value was used, inside first; `skip` is its own row."""
    yield from (place for place in _inside(rows, sought) if place.id != skip)
    yield from _answered(rows, sought)
    yield from _letters(rows, sought)
    yield from _gone(work, rows)


def _inside(rows: Rows, sought: Sought) -> Iterator[Place]:
    for table, (kind, texts, label) in INSIDE.items():
        for row in rows.all(table):
            if sought.within(*(getattr(row, text) for text in texts)):
                yield Place(kind, row.id, label(row)[:LONGEST])


def _answered(rows: Rows, sought: Sought) -> Iterator[Place]:
    row: IndicatorAnswer
    for row in rows.all(IndicatorAnswer):
        said = (*map(str, row.inputs.values()), row.explanation_nl, row.reason)
        if row.status != "open" and sought.within(*said):
            yield Place("indicator", row.id, row.code)


def _letters(rows: Rows, sought: Sought) -> Iterator[Place]:
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
        yield Place("advice", advice.id, advice.asked_on.isoformat(), BUREAU)
