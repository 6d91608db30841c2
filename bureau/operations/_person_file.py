"""A case as it is searched for one person, with what must stay out of the answer."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import or_, select

from bureau.model import Case, Document, Entity, Hearing, Lookup, Person, Source
from bureau.operations import _blackout, _party_view, _rows
from bureau.operations._blackout import Blackout
from bureau.operations._facts import Origin
from bureau.operations._rows import Rows
from bureau.rules import letters
from bureau.work import Work

Plain = dict[str, Any]


@dataclass(slots=True)
class PersonFile:
    """The case as it is searched for one person; `held` counts by rule what stays back.

    Nothing of the sources in `secret` is named, and no lookup in `registers` told.
    """

    work: Work
    case: Case
    subject: Entity
    rows: Rows
    out: Blackout
    secret: frozenset[Any]
    registers: frozenset[str]
    held: Counter[str] = field(default_factory=Counter)

    @property
    def applicant(self) -> bool:
        """Whether it is this person who applied."""
        screening = self.rows.screening
        return bool(screening and screening.applicant_id == self.subject.id)

    @property
    def judged_openly(self) -> bool:
        """Whether an intention showed the judgement; until then it is in the making."""
        return bool(self.rows.all(Hearing))

    def origin(self, origin: Origin) -> Plain:
        """Where a fact was learnt; a source that was not released is only counted."""
        named = origin.source.title
        if origin.source.id in self.secret:
            self.held["restricted_sources"] += 1
            named = ""
        return {
            "source": self.out.clean(named),
            "from": origin.valid_from,
            "to": origin.valid_to,
        }


def read(work: Work, case: Case, subject: Entity) -> PersonFile:
    """The file of `subject` in `case`, ready to be told."""
    everybody = list(work.session.scalars(select(Entity).where(Entity.case_id == case.id)))
    own = [
        entity
        for tie in _party_view.ties_of(work, case, subject)
        for entity in everybody
        if entity.id == tie.other_id and not isinstance(entity, Person)
    ]
    limits = letters.limits().on(work.today)
    registers = frozenset(code for limit in limits for code in limit.registers)
    kinds = [kind for limit in limits for kind in limit.kinds]
    return PersonFile(
        work,
        case,
        subject,
        _rows.rows(work.session, case),
        _blackout.of_others(subject, own, everybody),
        _secret(work, case, kinds, registers),
        registers,
    )


def _secret(
    work: Work, case: Case, kinds: Collection[str], registers: Collection[str]
) -> frozenset[Any]:
    """The sources that may not become known: named readers, a tip, a register of records."""
    consulted = select(Lookup.source_id).where(
        Lookup.case_id == case.id,
        Lookup.register.in_(registers),
        Lookup.source_id.is_not(None),
    )
    kept = or_(Document.restricted, Source.kind.in_(kinds), Source.id.in_(consulted))
    query = select(Source.id).outerjoin(Source.document).where(Source.case_id == case.id, kept)
    return frozenset(work.session.scalars(query))
