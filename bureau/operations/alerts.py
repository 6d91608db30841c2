"""Questions about how people look: raised by rules, answered by two reviewers outside the team."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from bureau.errors import NotAllowed, NotFound
from bureau.model import AlertAnswer, Event, LookAlert
from bureau.operations import _alert_rows, _alert_view, _pressing, _watch_known, _watched
from bureau.operations._alert_view import AlertLine, AlertView, CitedLine
from bureau.operations._checks import one_of, said
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.insider_rules import alert_verdicts, numbers_on
from bureau.rules.need_to_know import most
from bureau.watch.watching import alerts as asked_about
from bureau.work import Work

__all__ = ["AlertLine", "AlertView", "CitedLine", "answer", "list_alerts", "read_alert", "watch"]

LONGEST = 4000
WATCH, ALL = "watch:-", "look_alert:*"


@dataclass(frozen=True, slots=True)
class Round:
    """One run of the rules: up to which line, how many looks, since which line they were new.

    How many questions came of it is for the reviewers alone.
    """

    since: int
    until: int
    looks: int


def watch(work: Work) -> Round:
    """Run the rules over the looks of the last weeks and keep what newer lines than before ask.

    A second run over the same lines keeps nothing new. Questions closed longer ago than the house
    keeps them are taken away, each with a line that certifies it.
    """
    work.require(Permission.WATCH_RUN)
    since, until = _alert_rows.last_run(work), work.session.scalar(select(func.max(Event.seq))) or 0
    looks, known = _watched.looks(work), _watch_known.known(work)
    asked = asked_about(looks, known, numbers_on(work.today), since)
    _alert_rows.keep(work, asked, {look.seq: look.actor for look in looks})
    _alert_rows.sweep(work)
    new = sum(look.seq > since for look in looks)
    work.record(EventKind.LOOKS_WATCHED, WATCH, since=since, until=until, looks=new)
    return Round(since, until, new)


def list_alerts(work: Work) -> tuple[AlertLine, ...]:
    """What this reviewer may see: what waits for them, what for another, then what is closed."""
    work.require(Permission.WATCH_REVIEW)
    _pressing.raise_at_once(work, _alert_rows.last_run(work))
    rows = work.session.scalars(select(LookAlert).where(_alert_rows.reviewed_by(work)))
    found = tuple(_alert_view.line(work, row) for row in rows)
    work.record(EventKind.ALERT_LISTED, ALL, shown=len(found))
    return tuple(sorted(found, key=_order))


def _order(line: AlertLine) -> tuple[bool, bool, float]:
    newest = -line.raised_at.timestamp()
    return (line.closed, line.answered, newest)


def read_alert(work: Work, alert_id: UUID) -> AlertView:
    """One alert with the lines it cites, and the answers that this reviewer may see."""
    work.require(Permission.WATCH_REVIEW)
    row = _found(work, alert_id)
    work.record(EventKind.ALERT_READ, row, rule=row.rule)
    return _alert_view.view(work, row)


def answer(work: Work, alert_id: UUID, version: int, verdict: str, reason: str) -> AlertAnswer:
    """Answer an alert, once; it is closed as soon as two different reviewers did."""
    work.require(Permission.WATCH_REVIEW)
    row = _found(work, alert_id)
    work.expect(row, version, {})
    codes = tuple(each.code for each in alert_verdicts().on(work.today))
    one_of(verdict, "verdict", codes)
    if row.closed_at or any(each.by_id == work.actor.id for each in row.answers):
        raise NotAllowed(
            "You answered this, or it is closed.",
            where={"guard": "two people"},
            hint="Each reviewer answers once; another one answers too.",
        )
    made = AlertAnswer(
        alert_id=row.id,
        by_id=work.actor.id,
        at=work.now,
        verdict=verdict,
        reason=said(reason, "reason", LONGEST),
    )
    row.answers.append(made)
    if len(row.answers) >= most("alert_answers", work.today):
        row.closed_at = work.now
    work.record(EventKind.ALERT_ANSWERED, made, verdict=verdict, closed=row.closed_at is not None)
    return made


def _found(work: Work, alert_id: UUID) -> LookAlert:
    query = select(LookAlert).where(LookAlert.id == alert_id, _alert_rows.reviewed_by(work))
    row = work.session.scalar(query)
    if row is None:
        raise NotFound("There is nothing here that you may see.")
    return row
