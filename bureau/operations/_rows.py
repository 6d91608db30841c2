"""The stored rows of cases, fetched in a few queries, for the rules that look at a whole road."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import InstrumentedAttribute, Session, selectinload

from bureau.model import (
    Advice,
    Appeal,
    Assessment,
    Case,
    CorrectionPlace,
    Decision,
    DefaultNotice,
    DelayLetter,
    Document,
    Finding,
    Hearing,
    Hit,
    IndicatorAnswer,
    Letter,
    Lookup,
    Move,
    Objection,
    OrdinaryAnswer,
    PartyRole,
    PersonRequest,
    Questionnaire,
    Requirement,
    Screening,
    Supplement,
    Suspension,
    Weighing,
)

# What is kept per case, and in which order it is read.
_ORDER: Mapping[type[Any], tuple[ColumnElement[Any] | InstrumentedAttribute[Any], ...]] = {
    Screening: (),
    OrdinaryAnswer: (OrdinaryAnswer.code,),
    Move: (Move.number,),
    Suspension: (Suspension.from_on, Suspension.rule),
    Questionnaire: (Questionnaire.round,),
    Requirement: (Requirement.code,),
    Supplement: (Supplement.sent_on,),
    Lookup: (Lookup.consulted_on, Lookup.at),
    IndicatorAnswer: (IndicatorAnswer.code,),
    Finding: (Finding.number,),
    Assessment: (Assessment.ground,),
    Advice: (Advice.asked_on,),
    Weighing: (),
    Hearing: (Hearing.sent_on,),
    Decision: (Decision.round,),
    Letter: (Letter.number,),
    DelayLetter: (DelayLetter.sent_on,),
    Objection: (Objection.received_on, Objection.at),
    Appeal: (Appeal.lodged_on, Appeal.instance.desc()),
    DefaultNotice: (DefaultNotice.received_on,),
    PartyRole: (PartyRole.role,),
    PersonRequest: (PersonRequest.received_on, PersonRequest.at),
    CorrectionPlace: (CorrectionPlace.correction_id, CorrectionPlace.number),
    Hit: (Hit.number,),
    Document: (Document.added_at,),
}
COURSE = (
    *(Screening, Move, Suspension, Questionnaire, Supplement),
    *(Assessment, Advice, Hearing, Decision, DelayLetter, Objection, Appeal, DefaultNotice),
)
TASKS = (*COURSE, OrdinaryAnswer, IndicatorAnswer, Weighing, Hit, PersonRequest, CorrectionPlace)
WHOLE = tuple(table for table in _ORDER if table not in (Hit, Document))


@dataclass(frozen=True, slots=True)
class Rows:
    """What is stored about one case, by table; asking for a table not fetched is a slip."""

    case: Case
    fetched: Mapping[type[Any], list[Any]]

    def all(self, table: type[Any]) -> list[Any]:
        """The rows of `table`, oldest first."""
        return self.fetched[table]

    def last(self, table: type[Any]) -> Any:
        """The newest row of `table`, or None."""
        found = self.fetched[table]
        return found[-1] if found else None

    @property
    def screening(self) -> Screening | None:
        """What is screened; a partnership case has none."""
        found: Screening | None = self.last(Screening)
        return found


def rows(session: Session, case: Case, tables: Iterable[type[Any]] = WHOLE) -> Rows:
    """The rows of one case."""
    return Rows(
        case,
        {
            table: list(
                session.scalars(
                    select(table).where(table.case_id == case.id).order_by(*_ORDER[table])
                )
            )
            for table in tables
        },
    )


def rows_of_all(
    session: Session, query: Select[Case], tables: Iterable[type[Any]] = COURSE
) -> list[Rows]:
    """The rows of every case in `query`, with one query for each table."""
    full = query.options(selectinload(Case.members)).order_by(Case.opened_at, Case.reference)
    cases = session.scalars(full).unique().all()
    ids = query.with_only_columns(Case.id)
    found = {table: _grouped(session, table, ids) for table in tables}
    return [Rows(case, {table: by[case.id] for table, by in found.items()}) for case in cases]


def _grouped(session: Session, table: type[Any], ids: Select[Any]) -> dict[UUID, list[Any]]:
    grouped = defaultdict(list)
    for row in session.scalars(
        select(table).where(table.case_id.in_(ids)).order_by(*_ORDER[table])
    ):
        grouped[row.case_id].append(row)
    return grouped
