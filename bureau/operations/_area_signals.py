"""How many cases of an area touch each barrier step: counted by the system, never which cases."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from bureau.model import Area, Case, CaseArea, CaseStep
from bureau.operations import _board
from bureau.operations._houses import partnership
from bureau.rules import area_counts, barriers
from bureau.rules.area_counts import Key
from bureau.rules.dates import civil_date
from bureau.rules.tables import Texts
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class StepCount:
    """A step and how many cases of the area touch it; None where that is kept back."""

    number: int
    name: Texts
    cases: int | None


@dataclass(frozen=True, slots=True)
class ModelSignals:
    """The steps of one form of crime with their counts."""

    code: str
    name: Texts
    steps: tuple[StepCount, ...]

    @property
    def told(self) -> bool:
        """Whether any of its counts may be told."""
        return any(step.cases is not None for step in self.steps)


@dataclass(frozen=True, slots=True)
class AreaSignals:
    """Signals by step as they stood on a day, for every form of crime."""

    day: date
    models: tuple[ModelSignals, ...]


def signals(work: Work, area: Area, day: date) -> AreaSignals:
    """The signals by step of an area, as they stood when the month of `day` began."""
    stand = area_counts.stand(day)
    told = area_counts.counts(_touching(work, stand), _placed(work, stand), str(area.id))
    return AreaSignals(stand, tuple(_model(work, code, told) for code in barriers.models().codes()))


def _model(work: Work, code: str, told: dict[Key, int | None]) -> ModelSignals:
    content, _ = _board.content(work, code)
    steps = tuple(
        StepCount(step.number, step.name, told.get((code, step.number))) for step in content.steps
    )
    return ModelSignals(code, content.name, steps)


def _touching(work: Work, stand: date) -> dict[Key, frozenset[str]]:
    """The cases that touched each step, all those that the board counts."""
    query = (
        select(CaseStep.model, CaseStep.step, CaseStep.case_id, CaseStep.at, CaseStep.withdrawn_at)
        .join(Case, Case.id == CaseStep.case_id)
        .where(Case.organisation_id == partnership(work))
    )
    found: dict[Key, set[str]] = {}
    for model, step, case_id, at, withdrawn_at in work.session.execute(query):
        if _held(at, withdrawn_at, stand):
            found.setdefault((model, step), set()).add(str(case_id))
    return {key: frozenset(cases) for key, cases in found.items()}


def _placed(work: Work, stand: date) -> dict[str, frozenset[str]]:
    """The cases that lay in each area of the partnership."""
    house = partnership(work)
    areas = work.session.scalars(select(Area.id).where(Area.house_id == house))
    query = (
        select(CaseArea.area_id, CaseArea.case_id, CaseArea.at, CaseArea.withdrawn_at)
        .join(Case, Case.id == CaseArea.case_id)
        .where(Case.organisation_id == house, Case.kind == CaseKind.PARTNERSHIP)
    )
    found: dict[str, set[str]] = {str(each): set() for each in areas}
    for area_id, case_id, at, withdrawn_at in work.session.execute(query):
        if _held(at, withdrawn_at, stand) and str(area_id) in found:
            found[str(area_id)].add(str(case_id))
    return {key: frozenset(cases) for key, cases in found.items()}


def _held(at: datetime, withdrawn_at: datetime | None, stand: date) -> bool:
    ended = civil_date(withdrawn_at) if withdrawn_at else None
    return civil_date(at) < stand and (ended is None or ended >= stand)
