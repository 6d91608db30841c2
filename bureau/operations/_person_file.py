"""A case as it is searched for one person, with what must stay out of the answer."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from bureau.model import Case, Document, Entity, Person, Source
from bureau.operations import _blackout, _party_view, _rows
from bureau.operations._blackout import Blackout
from bureau.operations._facts import Origin
from bureau.operations._rows import Rows
from bureau.work import Work

Plain = dict[str, Any]


@dataclass(slots=True)
class PersonFile:
    """The case as it is searched for one person; `held` counts by rule what stays back."""

    work: Work
    case: Case
    subject: Entity
    rows: Rows
    out: Blackout
    secret: frozenset[Any]
    held: Counter[str] = field(default_factory=Counter)

    @property
    def applicant(self) -> bool:
        """Whether it is this person who applied."""
        screening = self.rows.screening
        return bool(screening and screening.applicant_id == self.subject.id)

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
    secret = select(Source.id).join(Document).where(Document.restricted, Source.case_id == case.id)
    return PersonFile(
        work,
        case,
        subject,
        _rows.rows(work.session, case),
        _blackout.of_others(subject, own, everybody),
        frozenset(work.session.scalars(secret)),
    )
