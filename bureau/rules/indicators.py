"""Risk indicators: each stays silent, explains itself, or asks; none decides, none is added up."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from bureau.errors import N_, Invalid
from bureau.rules import (
    indicator_circle,
    indicator_figures,
    indicator_finance,
    indicator_operations,
    indicator_property,
    indicator_structure,
)
from bureau.rules.indicator_facts import IndicatorFacts, Input, Measured
from bureau.rules.indicator_finance import Test
from bureau.rules.schema import NO_TEXTS
from bureau.rules.tables import Mark, Row, Table, Texts, table

TESTS: Mapping[str, Test] = MappingProxyType(
    {
        **indicator_finance.TESTS,
        **indicator_structure.TESTS,
        **indicator_property.TESTS,
        **indicator_figures.TESTS,
        **indicator_operations.TESTS,
        **indicator_circle.TESTS,
    }
)


class IndicatorGroup(StrEnum):
    """What an indicator looks at."""

    FINANCE = "finance"
    STRUCTURE = "structure"
    MANAGEMENT = "management"
    PROPERTY = "property"
    OPERATIONS = "operations"
    DOCUMENTS = "documents"


class SignalStatus(StrEnum):
    """What came of an indicator: it fired, it stayed silent, or it must be asked."""

    FIRED = "fired"
    SILENT = "silent"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number of an indicator; a proposal of the house until it is calibrated."""

    name: str
    value: Decimal
    unit: str
    mark: Mark = Mark.DESIGN


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Row):
    """A named test with its words; `fired` is empty where no program can compute it."""

    group: IndicatorGroup
    name: Texts
    needs: Texts
    method: Texts
    question: Texts
    fired: Texts = NO_TEXTS
    thresholds: tuple[Threshold, ...] = ()
    victim_track: bool = False

    @property
    def computed(self) -> bool:
        """Whether the program computes it where the facts exist."""
        return self.code in TESTS


@dataclass(frozen=True, slots=True)
class Signal:
    """The outcome of one indicator, with the inputs and the threshold it was held against."""

    code: str
    status: SignalStatus
    inputs: tuple[tuple[str, Input], ...]
    explanation: Texts
    threshold: str
    victim_track: bool = False


def indicators() -> Table[Indicator]:
    """The indicators, FIN-01 to DOC-08."""
    return table("indicators", Indicator)


def measure(
    code: str, facts: IndicatorFacts, chosen: Mapping[str, Decimal] | None = None
) -> Signal:
    """One indicator over the facts; `chosen` replaces thresholds. Raises NotFound, Invalid."""
    row = indicators().row(code, facts.today)
    limits = _limits(row, chosen or {})
    test = TESTS.get(code)
    found = test(facts, limits) if test else None
    shown = ", ".join(f"{t.name} = {limits[t.name]} {t.unit}" for t in row.thresholds)
    status, text = _outcome(row, found)
    inputs = found.inputs if found else ()
    return Signal(code, status, inputs, text, shown, row.victim_track)


def measure_all(facts: IndicatorFacts) -> tuple[Signal, ...]:
    """Every indicator over the facts, in the order of the table; there is no total."""
    return tuple(measure(row.code, facts) for row in indicators().on(facts.today))


def _outcome(row: Indicator, found: Measured | None) -> tuple[SignalStatus, Texts]:
    if found is None:
        return SignalStatus.ASK, row.question
    if not found.fired:
        return SignalStatus.SILENT, row.method
    return SignalStatus.FIRED, row.fired.filled(**dict(found.inputs))


def _limits(row: Indicator, chosen: Mapping[str, Decimal]) -> Mapping[str, Decimal]:
    limits = {item.name: item.value for item in row.thresholds}
    for name, value in chosen.items():
        if name not in limits or value < 0:
            raise Invalid(
                "The threshold {name} of {code} cannot be set so.",
                where={"path": f"{row.code}.{name}"},
                hint="Known: {names}.",
                names=", ".join(limits) or N_("none"),
                name=name,
                code=row.code,
            )
        limits[name] = value
    return limits
