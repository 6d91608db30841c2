"""Thresholds of the indicators: read by all who screen, proposed by one, confirmed by another."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import ThresholdChange
from bureau.model.figure import CONFIRMED, PROPOSED, REFUSED
from bureau.operations._checks import fitting, not_before, one_of, said
from bureau.operations._thresholds import changes, held
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.indicators import Indicator, Threshold, indicators
from bureau.rules.schema import Texts
from bureau.work import Work

FIRST = 1
_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,4})?", re.ASCII)
_WHOLE = frozenset({"share", "ratio", "EUR", "times"})


@dataclass(frozen=True, slots=True)
class ThresholdView:
    """One threshold: what the table says, what holds today and since which version, and why."""

    indicator: str
    about: Texts
    method: Texts
    name: str
    unit: str
    proposed: Decimal
    value: Decimal
    number: int
    history: tuple[ThresholdChange, ...]


def list_thresholds(work: Work) -> tuple[ThresholdView, ...]:
    """Every threshold with what holds today and its history, in the order of the indicators."""
    work.require(Permission.THRESHOLD_READ)
    made = changes(work.session, work.actor.organisation_id)
    found = tuple(
        _view(row, item, made, work.today)
        for row in indicators().on(work.today)
        for item in row.thresholds
    )
    work.record(EventKind.THRESHOLD_LISTED, f"organisation:{work.actor.organisation_id}")
    return found


def set_threshold(
    work: Work, indicator: str, name: str, value: str, holds_from: date | None, reason: str
) -> ThresholdChange:
    """Propose a threshold from a day on, today at the earliest; earlier ones stay in the history.

    It holds once a second person confirmed it. Raises Invalid without a reason, for a value that
    is no number or is the one that holds, and for a threshold that the indicator does not have:
    there is none on descent or place of living.
    """
    work.require(Permission.THRESHOLD_SET)
    row, item = _named(work, indicator, name)
    made = changes(work.session, work.actor.organisation_id)
    first = not_before(holds_from or work.today, "holds_from", work.today)
    change = ThresholdChange(
        organisation_id=work.actor.organisation_id,
        indicator=row.code,
        name=name,
        number=FIRST + 1 + sum((one.indicator, one.name) == (row.code, name) for one in made),
        value=str(_other(_decimal(item, value), held(row, made, first).values[name])),
        holds_from=first,
        reason=said(reason, "reason"),
        by_id=work.actor.id,
        at=work.now,
    )
    work.session.add(change)
    told = {"threshold": f"{row.code}.{name}", "value": change.value, "reason": change.reason}
    work.record(EventKind.THRESHOLD_SET, change, **told, holds_from=first.isoformat())
    return change


def settle_threshold(
    work: Work, change_id: UUID, version: int, answer: str, *, confirmed: bool
) -> ThresholdChange:
    """Confirm or refuse a threshold that somebody else proposed; a refusal needs a reason.

    It holds from its day, but not from before it was confirmed. Raises NotAllowed for one's own
    proposal and for one that was answered.
    """
    work.require(Permission.THRESHOLD_CONFIRM)
    row = _own(work, change_id)
    work.expect(row, version, {})
    if row.state != PROPOSED or row.by_id == work.actor.id:
        raise NotAllowed(
            "Somebody else answers a threshold that you proposed, and only once.",
            where={"guard": "two people"},
            hint="Ask a coordinator or a second reader to look at it.",
        )
    row.answer = fitting(answer, "reason") if confirmed else said(answer, "reason")
    row.state = CONFIRMED if confirmed else REFUSED
    row.settled_by_id, row.settled_at = work.actor.id, work.now
    row.holds_from = max(row.holds_from, work.today)
    kind = EventKind.THRESHOLD_CONFIRMED if confirmed else EventKind.THRESHOLD_REFUSED
    told = {"threshold": f"{row.indicator}.{row.name}", "reason": row.answer}
    work.record(kind, row, **told, holds_from=row.holds_from.isoformat())
    return row


def read_change(work: Work, change_id: UUID) -> tuple[ThresholdChange, ThresholdView]:
    """One change of a threshold of the own house, and the threshold as it holds today."""
    work.require(Permission.THRESHOLD_READ)
    change = _own(work, change_id)
    row, item = _named(work, change.indicator, change.name)
    made = changes(work.session, work.actor.organisation_id)
    work.record(EventKind.THRESHOLD_LISTED, change)
    return change, _view(row, item, made, work.today)


def _own(work: Work, change_id: UUID) -> ThresholdChange:
    row = work.session.get(ThresholdChange, change_id)
    if row is None or row.organisation_id != work.actor.organisation_id:
        raise NotFound("There is nothing here that you may see.")
    return row


def _named(work: Work, indicator: str, name: str) -> tuple[Indicator, Threshold]:
    """The indicator and its threshold of that name; raises Invalid for what is not there."""
    code = one_of(indicator, "indicator", indicators().codes())
    row = indicators().row(code, work.today)
    one_of(name, "threshold", tuple(item.name for item in row.thresholds))
    return row, next(item for item in row.thresholds if item.name == name)


def _view(
    row: Indicator, item: Threshold, made: Iterable[ThresholdChange], on: date
) -> ThresholdView:
    mine = tuple(each for each in made if (each.indicator, each.name) == (row.code, item.name))
    now = held(row, mine, on)
    return ThresholdView(
        indicator=row.code,
        about=row.name,
        method=row.method,
        name=item.name,
        unit=item.unit,
        proposed=item.value,
        value=now.values[item.name],
        number=now.versions[item.name],
        history=mine,
    )


def _decimal(item: Threshold, value: str) -> Decimal:
    """The number in `value`; days, months and counts are whole, shares may have decimals."""
    text = value.strip().replace(",", ".")
    number = Decimal(text) if _NUMBER.fullmatch(text) else None
    if number is None or (item.unit not in _WHOLE and number != int(number)):
        raise Invalid(
            "{value} is no value for this threshold.",
            where={"field": "value"},
            hint="Write a number that is not negative; days, months and counts are whole.",
            value=value[:40] or "-",
        )
    return number


def _other(number: Decimal, now: Decimal) -> Decimal:
    if number == now:
        raise Invalid(
            "The threshold is {value} already on that day.",
            where={"field": "value"},
            hint="Write another value, or leave it as it is.",
            value=str(now),
        )
    return number
