"""Barrier models: the steps a form of crime needs, and what makes each step harder."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bureau.errors import NotFound
from bureau.rules.partners import partners
from bureau.rules.tables import NO_TEXTS, Row, Table, Texts, remembered, table


class Awareness(StrEnum):
    """Whether who helps a step along knows of it."""

    AWARE = "aware"
    UNAWARE = "unaware"


@dataclass(frozen=True, slots=True)
class LegalWarning:
    """What the law says about the measures of a model, with its article."""

    text: Texts
    basis: str


@dataclass(frozen=True, slots=True)
class StepSignal:
    """What can be noticed at a step; `phase` is the first in which its data may be used.

    Phase 0 is what is seen in the own task. The patterns are those of the catalogue.
    """

    text: Texts
    patterns: tuple[str, ...]
    phase: int


@dataclass(frozen=True, slots=True)
class Facilitator:
    """Who helps a step along: kinds of trade and role, never a person."""

    kind: Awareness
    who: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelRow(Row):
    """A form of crime with steps; `read` says how the steps came to be."""

    name: Texts
    read: Texts
    warnings: tuple[LegalWarning, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow(Row):
    """What has to be done at one moment of the crime."""

    model: str
    name: Texts
    opportunities: tuple[Texts, ...]
    signals: tuple[StepSignal, ...]
    facilitators: tuple[Facilitator, ...]

    @property
    def number(self) -> int:
        """Its place in the model, from 1."""
        return int(self.code.rpartition("-")[2])


@dataclass(frozen=True, slots=True, kw_only=True)
class BarrierRow(Row):
    """What makes a step harder; `leads` are kinds of body, each of which acts in its own power."""

    step: str
    text: Texts
    leads: tuple[str, ...]
    instrument: Texts
    warning: Texts = NO_TEXTS

    @property
    def model(self) -> str:
        """The code of the model that it belongs to."""
        return self.step.rpartition("-")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadRow(Row):
    """A body that can lead a barrier without being a kind of partner."""

    name: Texts


@dataclass(frozen=True, slots=True)
class Step:
    """A step with the barriers against it."""

    row: StepRow
    barriers: tuple[BarrierRow, ...]


@dataclass(frozen=True, slots=True)
class BarrierModel:
    """A whole model as it was on a day, in the order of its steps."""

    row: ModelRow
    steps: tuple[Step, ...]

    def barriers(self) -> tuple[BarrierRow, ...]:
        """Every barrier, step after step."""
        return tuple(barrier for step in self.steps for barrier in step.barriers)


def models() -> Table[ModelRow]:
    """The six models of the country, by code."""
    return table("barrier_models", ModelRow)


def steps() -> Table[StepRow]:
    """The steps of all models."""
    return table("barrier_steps", StepRow)


def barriers() -> Table[BarrierRow]:
    """The barriers of all models."""
    return table("barriers", BarrierRow)


def leads() -> Table[LeadRow]:
    """The bodies that can lead without being a kind of partner."""
    return table("barrier_leads", LeadRow)


@remembered
def model(code: str, on: date) -> BarrierModel:
    """The model `code` with its steps and barriers as they were on a day; raises NotFound."""
    row = models().row(code, on)
    own = sorted((s for s in steps().on(on) if s.model == code), key=lambda step: step.number)
    return BarrierModel(row, tuple(Step(step, _against(step.code, on)) for step in own))


def barrier(code: str, on: date) -> BarrierRow:
    """The barrier `code`; raises NotFound."""
    return barriers().row(code, on)


def lead_kinds(on: date) -> dict[str, Texts]:
    """Who can lead a barrier: the kinds of partner, then the other bodies, each by name."""
    known = {row.code: row.name for row in partners().on(on)}
    return known | {row.code: row.name for row in leads().on(on)}


def lead_name(code: str, on: date) -> Texts:
    """The name of who leads; raises NotFound for who cannot."""
    if found := lead_kinds(on).get(code):
        return found
    raise NotFound(
        "There is no {code} in table {table} on {day}.",
        where={"table": "barrier_leads", "code": code},
        hint="Known codes: " + ", ".join(lead_kinds(on)),
        code=code,
        table="barrier_leads",
        day=on.isoformat(),
    )


def warnings(code: str, on: date) -> tuple[LegalWarning, ...]:
    """What the law says where a barrier is chosen: its own warning, then those of its model."""
    row = barrier(code, on)
    own = (LegalWarning(row.warning, row.basis),) if row.warning != NO_TEXTS else ()
    return own + models().row(row.model, on).warnings


def _against(step: str, on: date) -> tuple[BarrierRow, ...]:
    return tuple(row for row in barriers().on(on) if row.step == step)
