"""Searching the cases one may see: nothing else is looked at, counted or suggested."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, or_, select

from bureau import keys
from bureau.model import Case, Entity, Identifier, Person
from bureau.model.entity import folded
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import CaseKind, EntityKind
from bureau.work import Work

SHORTEST = 2
LONGEST = 100
MOST = 100
_ESCAPE = "\\"


@dataclass(frozen=True, slots=True)
class CaseHit:
    """A case that fits the search."""

    id: UUID
    reference: str
    title: str
    kind: CaseKind


@dataclass(frozen=True, slots=True)
class PartyHit:
    """A party that fits the search, and the case in which it appears."""

    id: UUID
    kind: EntityKind
    label: str
    case_id: UUID
    reference: str


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What was found; `more` where the limit cut something off."""

    cases: tuple[CaseHit, ...]
    parties: tuple[PartyHit, ...]
    more: bool


def search_case_records(work: Work, text: str, limit: int = 20) -> SearchResult:
    """Cases by reference and title, parties by label and number; without capitals and accents."""
    work.require(Permission.WORK_READ)
    asked, most = folded(text[:LONGEST]), max(1, min(limit, MOST))
    cases = _cases(work, asked)
    parties = _parties(work, asked, most + 1)
    _record(work, asked, len(cases), len(parties))
    more = len(cases) > most or len(parties) > most
    return SearchResult(tuple(cases[:most]), tuple(parties[:most]), more)


def suggest(work: Work, text: str, limit: int = 8) -> tuple[PartyHit, ...]:
    """Parties whose label fits what is being typed; a protected person is never suggested."""
    work.require(Permission.WORK_READ)
    asked = folded(text[:LONGEST])
    found = _parties(work, asked, max(1, min(limit, MOST)), protected=False)
    _record(work, asked, 0, len(found))
    return tuple(found)


def _record(work: Work, asked: str, cases: int, parties: int) -> None:
    # What is searched for is itself personal: the trail keeps a mark that equals for equal texts.
    work.record(
        EventKind.SEARCHED,
        f"user:{work.actor.id}",
        length=len(asked),
        mark=keys.blind(asked, "search")[:16],
        cases=cases,
        parties=parties,
    )


def _cases(work: Work, asked: str) -> list[CaseHit]:
    if len(asked) < SHORTEST:
        return []
    rows = work.visible(Permission.CASE_READ, Case).with_only_columns(
        Case.id, Case.reference, Case.title, Case.kind
    )
    return [
        CaseHit(row.id, row.reference, row.title, row.kind)
        for row in work.session.execute(rows.order_by(Case.reference))
        if asked in folded(f"{row.reference} {row.title}")
    ]


def _parties(work: Work, asked: str, most: int, *, protected: bool = True) -> list[PartyHit]:
    if len(asked) < SHORTEST:
        return []
    visible = work.visible(Permission.NETWORK_READ, Case).with_only_columns(Case.id)
    rows = (
        select(Entity.id, Entity.kind, Entity.label, Entity.case_id, Case.reference)
        .join(Case, Case.id == Entity.case_id)
        .where(Entity.case_id.in_(visible), _fits(asked, visible))
        .order_by(Entity.label_folded, Case.reference, Entity.id)
        .limit(most)
    )
    if not protected:
        rows = rows.where(Entity.id.not_in(select(Person.id).where(Person.protected.is_(True))))
    return [PartyHit(*row) for row in work.session.execute(rows)]


def _fits(asked: str, visible: Select[Any]) -> Any:
    compact = asked.replace(" ", "").upper()
    numbered = select(Identifier.entity_id).where(
        Identifier.case_id.in_(visible), Identifier.value == compact
    )
    return or_(
        Entity.label_folded.like(_within(asked), escape=_ESCAPE),
        Entity.label_folded.like(_within(compact.lower()), escape=_ESCAPE),
        Entity.id.in_(numbered),
    )


def _within(text: str) -> str:
    for sign in (_ESCAPE, "%", "_"):
        text = text.replace(sign, _ESCAPE + sign)
    return f"%{text}%"
