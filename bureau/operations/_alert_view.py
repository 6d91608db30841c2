"""An alert as a reviewer reads it: the question, what may explain it, and the lines it cites."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from bureau.model import AlertAnswer, Case, Event, EventValue, LookAlert, OwnCircle, User
from bureau.rules.calendar import working_days_after
from bureau.rules.dates import civil_date
from bureau.rules.event_groups import REFUSALS
from bureau.rules.insider_rules import AlertVerdict, InsiderRule, alert_verdicts, insider_rules
from bureau.rules.need_to_know import most
from bureau.rules.vocabulary import Role
from bureau.work import Work

SHOWN = 200
CASE = "case:"
OF_DECLARED = ("R01", "R06")


@dataclass(frozen=True, slots=True)
class AlertLine:
    """An alert in a list: the rule, whom it asks about, how many lines, and who answered."""

    id: UUID
    rule: InsiderRule
    name: str
    organisation: str
    raised_at: datetime
    due: date
    cited: int
    answers: int
    answered: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class CitedLine:
    """A line of the trail that an alert cites, with the reason that was given, if any."""

    seq: int
    at: datetime
    kind: str
    about: str
    reference: str
    purpose: str
    reason: str
    name: str
    via: str
    refused: bool


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """What a reviewer answered."""

    by: str
    at: datetime
    verdict: AlertVerdict
    reason: str


@dataclass(frozen=True, slots=True)
class AlertView:
    """An alert opened; `answers` are withheld until whoever reads gave their own."""

    line: AlertLine
    version: int
    roles: tuple[Role, ...]
    figures: tuple[tuple[str, int], ...]
    lines: tuple[CitedLine, ...]
    answers: tuple[GivenAnswer, ...]
    withheld: int
    declared: Mapping[str, Any]
    verdicts: tuple[AlertVerdict, ...]


def line(work: Work, row: LookAlert) -> AlertLine:
    """An alert as a list shows it."""
    return AlertLine(
        id=row.id,
        rule=insider_rules().row(row.rule, civil_date(row.raised_at)),
        name=row.about.name,
        organisation=row.about.organisation.name,
        raised_at=row.raised_at,
        due=due(row),
        cited=len(row.lines),
        answers=len(row.answers),
        answered=any(each.by_id == work.actor.id for each in row.answers),
        closed=row.closed_at is not None,
    )


def due(row: LookAlert) -> date:
    """The last day on which it is to be answered."""
    day = civil_date(row.raised_at)
    return working_days_after(day, most("alert_days", day))


def view(work: Work, row: LookAlert) -> AlertView:
    """An alert with its lines; who has not answered yet does not read what another answered."""
    told = line(work, row)
    open_to = told.closed or told.answered
    person = work.session.scalar(
        select(User).where(User.id == row.about_id).options(selectinload(User.roles))
    )
    return AlertView(
        line=told,
        version=row.version,
        roles=tuple(sorted(person.held(work.today))) if person else (),
        figures=tuple(sorted(row.figures.items())),
        lines=tuple(_cited(work, row.lines[-SHOWN:])),
        answers=tuple(map(_given, row.answers)) if open_to else (),
        withheld=0 if open_to else told.answers,
        declared=_declared(work, row),
        verdicts=alert_verdicts().on(work.today),
    )


def _declared(work: Work, row: LookAlert) -> Mapping[str, Any]:
    """What the person declared, for the two rules that ask about it."""
    if row.rule not in OF_DECLARED:
        return {}
    query = select(OwnCircle).where(OwnCircle.user_id == row.about_id)
    found = work.session.scalar(query)
    return found.told if found else {}


def _given(row: AlertAnswer) -> GivenAnswer:
    verdict = alert_verdicts().row(row.verdict, civil_date(row.at))
    return GivenAnswer(row.by.name, row.at, verdict, row.reason)


def _cited(work: Work, numbers: Iterable[int]) -> Iterator[CitedLine]:
    query = (
        select(Event, EventValue.values, User.name)
        .outerjoin(EventValue, EventValue.seq == Event.seq)
        .outerjoin(User, User.id == Event.actor_id)
        .where(Event.seq.in_(numbers))
        .order_by(Event.seq)
    )
    rows = work.session.execute(query).all()
    references = _references(work, {event.scope for event, _, _ in rows})
    for event, values, name in rows:
        yield CitedLine(
            seq=event.seq,
            at=event.at,
            kind=event.kind,
            about=event.subject.partition(":")[0],
            reference=references.get(event.scope, ""),
            purpose=event.purpose,
            reason=str((values or {}).get("facts.reason", {}).get("said", "")),
            name=name or "",
            via=str(event.facts.get("via", "")),
            refused=event.kind in REFUSALS,
        )


def _references(work: Work, scopes: Iterable[str]) -> dict[str, str]:
    ids = [UUID(text.removeprefix(CASE)) for text in scopes if text.startswith(CASE)]
    rows = work.session.execute(select(Case.id, Case.reference).where(Case.id.in_(ids)))
    return {f"{CASE}{row.id}": row.reference for row in rows}
