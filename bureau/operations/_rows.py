"""The stored rows of cases, fetched in a few queries, for the rules that look at a whole road."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, bindparam, exists, inspect, select
from sqlalchemy.orm import InstrumentedAttribute, Session, joinedload, selectinload
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.interfaces import ORMOption

from bureau.model import (
    Advice,
    Appeal,
    Assessment,
    Case,
    CopyMessage,
    Correction,
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
    Membership,
    Move,
    Objection,
    OrdinaryAnswer,
    PairJudgement,
    Partnership,
    PartyRole,
    PersonRequest,
    Questionnaire,
    Requirement,
    Screening,
    Supplement,
    Suspension,
    TakenOver,
    TrayItem,
    Weighing,
)
from bureau.trust import trail

# What is kept per case, and in which order it is read.
_ORDER: Mapping[type[Any], tuple[ColumnElement[Any] | InstrumentedAttribute[Any], ...]] = {
    Screening: (),
    Partnership: (),
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
    TrayItem: (TrayItem.put_at, TrayItem.id),
    Correction: (Correction.number,),
    PairJudgement: (PairJudgement.at, PairJudgement.number),
    CorrectionPlace: (CorrectionPlace.correction_id, CorrectionPlace.number),
    Hit: (Hit.number,),
    Document: (Document.added_at,),
    TakenOver: (),
    CopyMessage: (CopyMessage.at,),
}
_WITH: Mapping[type[Any], tuple[ORMOption, ...]] = {
    PartyRole: (joinedload(PartyRole.entity),),
    Finding: (selectinload(Finding.sources),),
    Hearing: (joinedload(Hearing.points),),
    Decision: (joinedload(Decision.conditions),),
}
COURSE = (
    *(Screening, Partnership, Move, Suspension, Questionnaire, Supplement),
    *(Assessment, Advice, Hearing, Decision, DelayLetter, Objection, Appeal, DefaultNotice),
)
TASKS = (
    *(*COURSE, OrdinaryAnswer, IndicatorAnswer, Weighing, Hit, PersonRequest, CorrectionPlace),
    CopyMessage,
)
WHOLE = tuple(table for table in _ORDER if table not in (Hit, Document, TakenOver, CopyMessage))


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
    """The rows of one case; a look that has changed nothing asks for each table once."""
    wanted = tuple(tables)
    known = known_of(session, case)
    missing = tuple(table for table in wanted if table not in known)
    there = _there(session, case, missing) if missing else ()
    for table in missing:
        known[table] = _stored(session, case, table) if table in there else []
    return Rows(case, {table: list(known[table]) for table in wanted})


def known_of(session: Session, case: Case) -> dict[Any, Any]:
    """What was read of a case in this look; forgotten as soon as something is changed."""
    if "notes" not in session.info or trail.touched(session):
        return {}
    transaction = session.get_transaction()
    began, known = session.info.get("rows", (None, {}))
    if began is not transaction:
        known = {}
        session.info["rows"] = (transaction, known)
    return known.setdefault(case.id, {})  # type: ignore[no-any-return]


def _there(session: Session, case: Case, tables: tuple[type[Any], ...]) -> list[type[Any]]:
    """Those of `tables` that hold anything of the case: most hold nothing, and one query tells."""
    found = session.execute(_telling(tables), {"case": case.id}).one()
    return [table for table, holds in zip(tables, found, strict=True) if holds]


@lru_cache
def _telling(tables: tuple[type[Any], ...]) -> Select[Any]:
    case = bindparam("case", type_=Case.id.type)
    holds: list[ColumnElement[Any]] = [
        exists().where(table.case_id == case).correlate(None) for table in tables
    ]
    return select(*holds)


def _stored(session: Session, case: Case, table: type[Any]) -> list[Any]:
    query = select(table).where(table.case_id == case.id).order_by(*_ORDER[table])
    return list(session.scalars(query.options(*_WITH.get(table, ()))).unique())


def rows_of_all(
    session: Session, query: Select[Case], tables: Iterable[type[Any]] = COURSE
) -> list[Rows]:
    """The rows of every case in `query`, with one query for each table that holds any."""
    wanted = tuple(tables)
    cases = session.scalars(query.order_by(Case.opened_at, Case.reference)).unique().all()
    _with_members(session, cases)
    known = [known_of(session, case) for case in cases]
    for case, each in zip(cases, known, strict=True):
        each[Case] = case  # held, so that a next look at the same cases finds what was read
    missing = tuple(table for table in wanted if not all(table in each for each in known))
    ids = query.with_only_columns(Case.id)
    there = _there_of_all(session, ids, missing) if missing else ()
    for table in missing:
        by = _grouped(session, table, ids) if table in there else {}
        for case, each in zip(cases, known, strict=True):
            each[table] = by.get(case.id, [])
    return [
        Rows(case, {table: list(each[table]) for table in wanted})
        for case, each in zip(cases, known, strict=True)
    ]


def _with_members(session: Session, cases: Sequence[Case]) -> None:
    """Read who takes part, in one query, of those cases of which it was not read yet."""
    bare = {case.id: case for case in cases if "members" in inspect(case).unloaded}
    by: dict[UUID, list[Membership]] = defaultdict(list)
    if bare:
        query = select(Membership).where(Membership.case_id.in_(bare))
        for row in session.scalars(query).unique():
            by[row.case_id].append(row)
    for key, case in bare.items():
        set_committed_value(case, "members", by[key])


def _there_of_all(
    session: Session, ids: Select[Any], tables: tuple[type[Any], ...]
) -> list[type[Any]]:
    asked = select(ids.cte("asked").c.id)
    found = session.execute(
        select(*(exists().where(table.case_id.in_(asked)).correlate(None) for table in tables))
    ).one()
    return [table for table, holds in zip(tables, found, strict=True) if holds]


def _grouped(session: Session, table: type[Any], ids: Select[Any]) -> dict[UUID, list[Any]]:
    grouped = defaultdict(list)
    query = select(table).where(table.case_id.in_(ids)).order_by(*_ORDER[table])
    for row in session.scalars(query.options(*_WITH.get(table, ()))).unique():
        grouped[row.case_id].append(row)
    return grouped
