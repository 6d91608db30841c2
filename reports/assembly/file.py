"""A case as its dossiers read it: the rows, and a number for every source."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select

from bureau.model import Case, Entity, Hit, Person, Run, Source
from bureau.operations import _barred, _rows
from bureau.operations._rows import Rows
from bureau.rules.dates import PartialDate
from bureau.rules.vocabulary import Language
from bureau.work import Work
from reports.wording import Texts, texts

Say = Callable[[str, str], str]


@dataclass(slots=True)
class CaseFile:
    """Everything a dossier of a case may draw on; protected people are not in `entities`.

    `barred` are the ids that no drawing and no pattern may show, `withheld` the documents of which
    nothing goes along.
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
    numbers: dict[UUID, int] = field(default_factory=dict)

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


def read(work: Work, case: Case, language: Language) -> CaseFile:
    """The stored facts of `case` for a dossier in `language`."""
    session = work.session
    everybody = session.scalars(
        select(Entity).where(Entity.case_id == case.id).order_by(Entity.label, Entity.key)
    ).all()
    protected = tuple(e for e in everybody if isinstance(e, Person) and e.protected)
    hidden = {person.id for person in protected}
    sources = session.scalars(
        select(Source).where(Source.case_id == case.id).order_by(Source.number)
    ).all()
    barred = _barred.barred_ids(work, case)
    hits = session.scalars(select(Hit).where(Hit.case_id == case.id).order_by(Hit.code))
    runs = session.scalars(select(Run).where(Run.case_id == case.id).order_by(Run.at, Run.pattern))
    return CaseFile(
        work=work,
        case=case,
        rows=_rows.rows(session, case),
        language=language,
        entities={entity.id: entity for entity in everybody if entity.id not in hidden},
        protected=protected,
        barred=barred,
        sources={source.id: source for source in sources if _open(source)},
        withheld=frozenset(s.document_id for s in sources if s.document_id and not _open(s)),
        hits=tuple(hit for hit in hits if barred.isdisjoint(hit.subjects)),
        runs=tuple(runs),
    )


def _open(source: Source) -> bool:
    """A source whose document is restricted does not go along: its readers are named."""
    return source.document is None or not source.document.restricted


def partial(day: PartialDate | None) -> str:
    """A partial date as a dossier carries it."""
    return "" if day is None else str(day)
