"""Searching the cases one may see: nothing else is looked at, counted or suggested."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, or_, select

from bureau.errors import Invalid
from bureau.model import Case, Entity, Identifier, Person
from bureau.model.entity import folded
from bureau.operations import _marks, _reasons
from bureau.operations._checks import one_of
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.need_to_know import LookPurpose, look_purposes
from bureau.rules.vocabulary import CaseKind, EntityKind
from bureau.work import Work

SHORTEST = 2
LONGEST = 100
MOST = 100
OWN = "OWN"
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


@dataclass(frozen=True, slots=True)
class Errand:
    """What somebody searches for, in which of the own cases, and why where no case is named."""

    purpose: str = OWN
    case_id: UUID | None = None
    reason: str = ""


def own_cases(work: Work) -> tuple[CaseHit, ...]:
    """The cases for which one may search, by reference."""
    work.require(Permission.WORK_READ)
    found = tuple(CaseHit(*row) for row in work.session.execute(_visible_cases(work)))
    work.record(EventKind.WORK_LISTED, "case:*", shown=len(found))
    return found


def search_case_records(work: Work, text: str, errand: Errand, limit: int = 20) -> SearchResult:
    """Cases by reference and title, parties by label and number; without capitals and accents.

    Parties are found only for a purpose that says why; each case in which something is found has
    a line of it in the trail. Raises Invalid for an errand that does not say enough.
    """
    work.require(Permission.WORK_READ)
    purpose = _insist(work, errand)
    asked, most = folded(text[:LONGEST]), max(1, min(limit, MOST))
    cases = _cases(work, asked)
    parties = _parties(work, asked, most + 1) if purpose.parties else []
    _record(work, asked, errand, [hit.id for hit in cases], parties)
    more = len(cases) > most or len(parties) > most
    return SearchResult(tuple(cases[:most]), tuple(parties[:most]), more)


def suggest(work: Work, text: str, errand: Errand, limit: int = 8) -> tuple[PartyHit, ...]:
    """Parties whose label fits what is being typed; a protected person is never suggested."""
    work.require(Permission.WORK_READ)
    purpose = _insist(work, errand)
    asked, most = folded(text[:LONGEST]), max(1, min(limit, MOST))
    found = _parties(work, asked, most, protected=False) if purpose.parties else []
    _record(work, asked, errand, [], found)
    return tuple(found)


def _insist(work: Work, errand: Errand) -> LookPurpose:
    """The purpose of an errand that says enough; the case must be one's own."""
    code = one_of(errand.purpose, "purpose", look_purposes().codes())
    purpose = look_purposes().row(code, work.today)
    if purpose.cased and errand.case_id is None:
        raise Invalid(
            "Say for which case you search.",
            where={"field": "case"},
            hint="Choose one of your own cases, or a purpose that names none.",
        )
    if errand.case_id is not None:
        work.case(errand.case_id, Permission.CASE_READ)
    if purpose.reasoned:
        _reasons.insist(work, errand.reason, "reason")
    return purpose


def _record(
    work: Work, asked: str, errand: Errand, cases: list[UUID], parties: list[PartyHit]
) -> None:
    # What is searched for is itself personal: the trail keeps a mark that equals for equal texts.
    # `stem` equals for numbers in a row, `first` lets a walk through the alphabet be seen.
    told = {"mark": _marks.mark(asked), "for_what": errand.purpose, "reason": errand.reason}
    told["for_case"] = str(errand.case_id or "")
    held = {hit.case_id: 0 for hit in parties} | dict.fromkeys(cases, 0)
    for hit in parties:
        held[hit.case_id] += 1
    for case_id, count in held.items():
        work.record(EventKind.SEARCH_FOUND, f"case:{case_id}", parties=count, **told)
    work.record(
        EventKind.SEARCHED,
        f"user:{work.actor.id}",
        length=len(asked),
        stem=_marks.mark(asked[:-1]),
        first=asked[:1],
        cases=len(cases),
        parties=len(parties),
        **told,
    )


def _visible_cases(work: Work) -> Select[UUID, str, str, CaseKind]:
    rows = work.visible(Permission.CASE_READ, Case).order_by(Case.reference)
    return rows.with_only_columns(Case.id, Case.reference, Case.title, Case.kind)


def _cases(work: Work, asked: str) -> list[CaseHit]:
    if len(asked) < SHORTEST:
        return []
    return [
        CaseHit(*row)
        for row in work.session.execute(_visible_cases(work))
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
