"""A case as its dossiers read it: the rows, and a number for every source."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from bureau.graph.project import barred
from bureau.graph.values import Edge
from bureau.model import Case, Entity, Hit, Person, Run, Source
from bureau.operations import _network_rows, _rows
from bureau.operations._network_rows import Who
from bureau.operations._rows import Rows
from bureau.rules.dates import PartialDate
from bureau.rules.dossier_readers import reader
from bureau.rules.vocabulary import Language, Track
from bureau.work import Work
from reports.assembly.order import Selection
from reports.assembly.sieve import GOES, NAMED, Sieve, sieve
from reports.wording import Texts, texts

Say = Callable[[str, str], str]
K = TypeVar("K", Entity, Source)
Held = dict[UUID, tuple[K, str]]


@dataclass(frozen=True, slots=True)
class Network:
    """Who is in the network of a case, and what ties them, as they were read once."""

    who: Who
    ties: tuple[Edge, ...]


@dataclass(slots=True)
class CaseFile:
    """Everything a dossier of a case may draw on: `entities` and `sources` are those that go along.

    `held_sources` and `held_parties` are the others, each with its rule; `barred` are the ids that
    no drawing and no pattern may show, `shielded` the hits that touch one, `withheld` the documents
    of which nothing goes along; `facts` are those in the hits, once they were asked (`proofs`).
    """

    work: Work
    case: Case
    rows: Rows
    language: Language
    entities: dict[UUID, Entity]
    protected: tuple[Person, ...]
    barred: frozenset[str]
    sources: dict[UUID, Source]
    withheld: frozenset[UUID]
    hits: tuple[Hit, ...]
    runs: tuple[Run, ...]
    sieve: Sieve
    selection: Selection
    held_sources: dict[UUID, tuple[Source, str]]
    held_parties: dict[UUID, tuple[Entity, str]]
    shielded: tuple[Hit, ...]
    network: Network
    facts: dict[str, tuple[UUID | None, str | None]] = field(default_factory=dict)

    @property
    def t(self) -> Texts:
        """The fixed words of the dossier, in its language."""
        return texts(self.language)

    def say(self, nl: str, en: str) -> str:
        """The words in the language of the dossier."""
        return nl if self.language is Language.NL else en

    def number(self, source_id: UUID | None) -> tuple[int, ...]:
        """The number of a source in the register of this dossier; nothing for none."""
        if source_id is None or source_id not in self.sources:
            return ()
        return (self.sources[source_id].number,)

    def numbered(self, source_ids: Iterable[UUID | None]) -> tuple[int, ...]:
        """The numbers of several sources, in order and once each."""
        return tuple(sorted({n for one in source_ids for n in self.number(one)}))

    def label(self, entity_id: UUID | None) -> str:
        """The name of an entity; a protected one is only a person who is not named here."""
        entity = self.entities.get(entity_id) if entity_id else None
        return entity.label if entity else self.say("niet genoemd", "not named")


def read(
    work: Work,
    case: Case,
    language: Language,
    selection: Selection | None = None,
    track: Track = Track.ADMINISTRATIVE,
) -> CaseFile:
    """The stored facts of `case` for a dossier in `language`, for the reader that was chosen."""
    chosen, rows = selection or Selection(), _rows.rows(work.session, case)
    keep = sieve(work, case, rows, reader(track, chosen.reader, work.today), chosen.left_out)
    parties, held_parties = _parted(_entities(work, case), keep.party)
    sources, held_sources = _parted(_sources(work, case), keep.source)
    network, shut = _network(work, case, language)
    hits, shielded = _hits(work, case, shut)
    return CaseFile(
        *(work, case, rows, language),
        entities=parties,
        protected=_protected(held_parties),
        barred=shut,
        sources=sources,
        withheld=_named(held_sources),
        hits=hits,
        runs=_runs(work, case),
        sieve=keep,
        selection=chosen,
        held_sources=held_sources,
        held_parties=held_parties,
        shielded=shielded,
        network=network,
    )


def _network(work: Work, case: Case, language: Language) -> tuple[Network, frozenset[str]]:
    """The network of a case, and what of it may be shown nowhere."""
    who = _network_rows.parties(work, case)
    ties = tuple(_network_rows.ties(work, case, who.names, language.value))
    return Network(who, ties), barred(who.nodes, ties)


def _hits(work: Work, case: Case, shut: frozenset[str]) -> tuple[tuple[Hit, ...], tuple[Hit, ...]]:
    """The hits of the case, and apart those that touch somebody whom no pattern may show."""
    query = select(Hit).where(Hit.case_id == case.id).order_by(Hit.code)
    found = work.session.scalars(query.options(selectinload(Hit.innocents))).all()
    free = tuple(hit for hit in found if shut.isdisjoint(hit.subjects))
    return free, tuple(hit for hit in found if hit not in free)


def _runs(work: Work, case: Case) -> tuple[Run, ...]:
    query = select(Run).where(Run.case_id == case.id).order_by(Run.at, Run.pattern)
    return tuple(work.session.scalars(query))


def _named(held: Held[Source]) -> frozenset[UUID]:
    """The documents with named readers."""
    rows = (row for row, rule in held.values() if rule == NAMED)
    return frozenset(row.document_id for row in rows if row.document_id)


def _entities(work: Work, case: Case) -> Iterable[Entity]:
    query = select(Entity).where(Entity.case_id == case.id).order_by(Entity.label, Entity.key)
    return work.session.scalars(query.options(selectinload(Entity.roles)))


def _sources(work: Work, case: Case) -> Iterable[Source]:
    query = select(Source).where(Source.case_id == case.id).order_by(Source.number)
    return work.session.scalars(query)


def _protected(held: dict[UUID, tuple[Entity, str]]) -> tuple[Person, ...]:
    rows = (row for row, _ in held.values())
    return tuple(row for row in rows if isinstance(row, Person) and row.protected)


def _parted(rows: Iterable[K], rule_of: Callable[[K], str]) -> tuple[dict[UUID, K], Held[K]]:
    """The rows that go along, and the others with the rule that keeps each."""
    going: dict[UUID, K] = {}
    held: Held[K] = {}
    for row in rows:
        rule = rule_of(row)
        if rule == GOES:
            going[row.id] = row
        else:
            held[row.id] = (row, rule)
    return going, held


def partial(day: PartialDate | None) -> str:
    """A partial date as a dossier carries it."""
    return "" if day is None else str(day)
