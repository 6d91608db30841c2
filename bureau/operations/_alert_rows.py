"""Alerts as they are kept: raised once, added to while nobody answered, seen by whom they may."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, String, and_, cast, select

from bureau import keys
from bureau.model import Event, LookAlert
from bureau.rules.dates import civil_date
from bureau.rules.events import EventKind
from bureau.rules.house_terms import house_terms
from bureau.watch.values import Alert
from bureau.watch.watching import MEMORY_DAYS
from bureau.work import Work

PLACE, KEPT = "look_alert", "alert_kept"


def reviewed_by(work: Work) -> ColumnElement[bool]:
    """The alerts that this reviewer may see: none in which they are concerned.

    There is one trail in a house of several towns, so its reviewers are those of all.
    """
    me = str(work.actor.id)
    return and_(
        LookAlert.about_id != work.actor.id,
        cast(LookAlert.concerned, String).not_like(f"%{me}%"),
    )


def last_run(work: Work) -> int:
    """The last line that the last run of the rules saw; the trail itself says it."""
    runs = select(Event.facts).where(Event.kind == EventKind.LOOKS_WATCHED)
    last = work.session.scalar(runs.order_by(Event.seq.desc()).limit(1))
    return int(last["until"]) if last else 0


def sweep(work: Work) -> int:
    """Take away the questions that were closed longer ago than the house keeps them; how many.

    A line for each is the certificate: by which rule, how many answers and lines, closed when.
    """
    days = max(house_terms().row(KEPT, work.today).days, MEMORY_DAYS)
    before = work.now - timedelta(days=days)
    gone = list(work.session.scalars(select(LookAlert).where(LookAlert.closed_at < before)))
    for row in gone:
        told = {"rule": row.rule, "answers": len(row.answers), "lines": len(row.lines)}
        closed = civil_date(row.closed_at) if row.closed_at else work.today
        for answer in row.answers:
            work.session.delete(answer)
        work.session.flush()
        work.session.delete(row)
        work.record(EventKind.ALERT_SWEPT, row, **told, closed_on=closed.isoformat(), term=KEPT)
    return len(gone)


def keep(work: Work, found: Iterable[Alert], whose: Mapping[int, str]) -> list[LookAlert]:
    """Store what is asked anew; `whose` says who did each line."""
    asked = {keys.blind(each.key, PLACE): each for each in found}
    parts: dict[str, list[LookAlert]] = {}
    query = select(LookAlert).where(LookAlert.mark.in_(asked)).order_by(LookAlert.part)
    for row in work.session.scalars(query) if asked else ():
        parts.setdefault(row.mark, []).append(row)
    made = [_one(work, mark, each, whose, parts.get(mark, [])) for mark, each in asked.items()]
    return [row for row in made if row is not None]


def _one(
    work: Work,
    mark: str,
    alert: Alert,
    whose: Mapping[int, str],
    parts: list[LookAlert],
) -> LookAlert | None:
    cited = {line for row in parts for line in row.lines}
    new = [line for line in alert.lines if line not in cited]
    if not new:
        return None
    last = parts[-1] if parts else None
    kind = EventKind.ALERT_WIDENED
    if last is None or last.answers or last.closed_at:
        kind, last = EventKind.ALERT_RAISED, _new(work, mark, alert, len(parts) + 1)
    last.lines = sorted({*last.lines, *new})
    last.concerned = sorted({*last.concerned, *(whose[line] for line in new if line in whose)})
    last.figures = dict(alert.figures)
    work.record(kind, last, rule=last.rule, lines=len(last.lines))
    return last


def _new(work: Work, mark: str, alert: Alert, part: int) -> LookAlert:
    row = LookAlert(
        mark=mark,
        part=part,
        rule=alert.rule,
        about_id=UUID(alert.actor),
        concerned=[alert.actor],
        lines=[],
        figures={},
        raised_at=work.now,
    )
    work.session.add(row)
    return row
