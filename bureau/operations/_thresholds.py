"""Which thresholds hold on a day: those of the table, or what the municipality set since."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from bureau.model import ThresholdChange
from bureau.model.figure import CONFIRMED
from bureau.rules.indicators import Indicator


@dataclass(frozen=True, slots=True)
class Held:
    """The thresholds of one indicator on a day, and the version of each; 1 is the table's."""

    values: Mapping[str, Decimal]
    versions: Mapping[str, int]

    def text(self) -> str:
        """The version of each threshold, as it stands beside a hit."""
        return ", ".join(f"{name}: {number}" for name, number in self.versions.items())


def changes(session: Session, organisation_id: UUID) -> list[ThresholdChange]:
    """Every change that a municipality made, in the order of its numbers."""
    query = select(ThresholdChange).where(ThresholdChange.organisation_id == organisation_id)
    return list(
        session.scalars(
            query.order_by(ThresholdChange.indicator, ThresholdChange.name, ThresholdChange.number)
        )
    )


def held(row: Indicator, made: Iterable[ThresholdChange], on: date) -> Held:
    """The thresholds of `row` on a day; of confirmed changes the one that began last holds."""
    values = {item.name: item.value for item in row.thresholds}
    versions = dict.fromkeys(values, 1)
    begun = [
        each
        for each in made
        if each.indicator == row.code and each.state == CONFIRMED and each.holds_from <= on
    ]
    for change in sorted(begun, key=lambda each: (each.holds_from, each.number)):
        if change.name in values:
            values[change.name], versions[change.name] = Decimal(change.value), change.number
    return Held(values, versions)
