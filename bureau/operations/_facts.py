"""What every recorded fact shares: a source in the same case, a grade and the period it holds."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from bureau.errors import Invalid
from bureau.model import Case, Entity, Source
from bureau.model.source import Sourced
from bureau.operations._brought_in import source_of
from bureau.operations._checks import fitting
from bureau.policy import Permission
from bureau.rules import dates, grading
from bureau.rules.dates import PartialDate
from bureau.rules.vocabulary import Certainty, Credibility, EntityKind, Reliability
from bureau.work import Work

PLACE_LENGTH = 200
certainty = lru_cache(maxsize=256)(grading.certainty)


@dataclass(frozen=True, slots=True)
class Learnt:
    """Where a fact was learnt, how credible it is, and when it holds; dates may be partial."""

    source_id: UUID
    credibility: Credibility = Credibility.UNKNOWN
    place: str = ""
    valid_from: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A source as lists name it; without a title where its document has other readers."""

    id: UUID
    number: int
    title: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Source, grade and period of one fact, ready to be shown."""

    source: SourceRef
    reliability: Reliability
    credibility: Credibility
    certainty: Certainty
    place: str
    valid_from: str
    valid_to: str


def sourced(work: Work, case: Case, learnt: Learnt) -> dict[str, Any]:
    """The columns that every fact carries; raises NotFound for a source of another case."""
    valid_from, valid_to = dates.parse(learnt.valid_from), dates.parse(learnt.valid_to)
    if valid_to.year and valid_to.before(valid_from):
        raise Invalid(
            "The period ends before it begins.",
            where={"field": "valid_to"},
            hint="Leave the end empty where it is not known.",
        )
    return {
        "case_id": case.id,
        "learnt_from": source_of(work, case, learnt.source_id),
        "credibility": learnt.credibility,
        "place_in_source": fitting(learnt.place, "place in the source", PLACE_LENGTH),
        "valid_from": valid_from,
        "valid_to": valid_to,
    }


def origin(work: Work, fact: Sourced) -> Origin:
    """Where `fact` comes from and how firmly it may be drawn; no place in what one may not read."""
    source = fact.learnt_from
    return Origin(
        source=ref(work, source),
        reliability=source.reliability,
        credibility=fact.credibility,
        certainty=certainty(source.reliability, fact.credibility, work.today),
        place=fact.place_in_source if may_see(work, source) else "",
        valid_from=shown(fact.valid_from),
        valid_to=shown(fact.valid_to),
    )


def ref(work: Work, source: Source) -> SourceRef:
    """`source` as lists name it to this reader."""
    return SourceRef(source.id, source.number, source.title if may_see(work, source) else "")


def may_see(work: Work, source: Source) -> bool:
    """Whether the reader may know what `source` is: its document, if any, is open to the reader."""
    return source.document is None or work.may(Permission.DOCUMENT_READ, source.document)


def shown(day: PartialDate | None) -> str:
    """A partial date as ISO text; nothing where nothing is known."""
    return "" if day is None else str(day)


def party(work: Work, case: Case, entity_id: UUID, field: str, *kinds: EntityKind) -> Entity:
    """The party of this case with that id; raises Invalid when its kind does not fit `field`."""
    found = work.within(Entity, entity_id, case)
    if kinds and found.kind not in kinds:
        raise Invalid(
            "The {field} cannot be a {kind}.",
            where={"field": field},
            hint="Choose one of: {names}.",
            names=", ".join(kinds),
            field=field,
            kind=found.kind,
        )
    return found


def next_number(work: Work, case: Case, table: type[Any]) -> int:
    """The number of the next record of `table` in this case."""
    last = work.session.scalar(select(func.max(table.number)).where(table.case_id == case.id))
    return (last or 0) + 1
