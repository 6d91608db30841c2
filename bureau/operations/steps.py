"""One step of the procedure, by its number or by the state it leads to."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any
from uuid import UUID

from bureau.errors import Invalid, NotAllowed
from bureau.model import Case, Move
from bureau.operations import (
    _clocks,
    _procedure,
    _rows,
    advices,
    aftercare,
    appeals,
    cases,
    decisions,
    hearings,
    objections,
    questionnaires,
    supplements,
)
from bureau.operations._clock import CaseClock
from bureau.operations._rows import Rows
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.procedure import Step
from bureau.rules.vocabulary import Language
from bureau.work import Work

__all__ = ["CaseClock", "StepTaken", "clocks_of", "take_step"]

Taking = Callable[[Work, UUID, str, date | None], object]

# Steps that an operation of their own takes, because more happens than a change of state.
OPERATIONS: Mapping[str, Taking] = MappingProxyType(
    {
        "T01": cases.register_application,
        "T04": lambda work, case, why, on: questionnaires.send_form(work, case, why, on=on),
        "T06": questionnaires.return_form,
        "T08": lambda work, case, why, on: supplements.ask_supplement(work, case, why, on=on),
        "T09": supplements.close_supplement,
        "T11": supplements.record_refusal,
        "T17": advices.ask_advice,
        "T18": advices.record_question,
        "T19": advices.answer_question,
        "T20": advices.refuse_questions,
        "T21": advices.decline_advice,
        "T23": advices.extend_advice,
        "T33": advices.ask_supplementary,
        "T36": decisions.make_known,
        "T37": lambda work, case, why, on: decisions.register_report(work, case, (), why, on),
        "T40": objections.lodge_objection,
        "T41": objections.make_objection_known,
        "T42": appeals.record_judgment,
        "T43": appeals.order_repair,
        "T45": aftercare.close_case,
        "T46": objections.withdraw_objection,
        "T35": hearings.close_hearing,
    }
)


@dataclass(frozen=True, slots=True)
class StepTaken:
    """A step that was taken, and the clocks as they run now."""

    case_id: UUID
    reference: str
    transition: str
    source: str
    target: str
    clocks: tuple[CaseClock, ...]

    def plain(self, language: Language | str) -> dict[str, Any]:
        """The step as plain values in one language."""
        return {
            "case": self.reference,
            "step": self.transition,
            "from": self.source,
            "to": self.target,
            "clocks": [clock.plain(language) for clock in self.clocks],
        }


def take_step(
    work: Work, case_id: UUID, step: str, reason: str, on: date | None = None
) -> StepTaken:
    """Take a step by its number (T08) or by the state it leads to (ST41).

    Raises NotAllowed that names the guard in its way and its legal basis, Invalid for a state
    to which several steps lead.
    """
    case = work.case(case_id, Permission.CASE_STEP)
    _procedure.screening(work, case)
    source, before = case.state, len(case.moves)
    code = _code(work, case, step.strip().upper())
    if operation := OPERATIONS.get(code):
        operation(work, case_id, reason, on)
    else:
        _procedure.move(work, case, code, reason, _procedure.day(work, case, on))
    work.session.flush()
    kept = _rows.rows(work.session, case, _rows.COURSE)
    clocks = _clocks.clocks(kept, work.today)
    moves: list[Move] = kept.all(Move)
    taken = moves[-1].transition if len(moves) > before else code
    return StepTaken(case.id, case.reference, taken, source, case.state, clocks)


def _code(work: Work, case: Case, step: str) -> str:
    """The step that is meant; a state stands for the one step that leads to it."""
    if not step.startswith("ST"):
        return step
    found = _procedure.steps(_rows.rows(work.session, case), work.today)
    there = [each for each in found if each.transition.target == step]
    open_ = [each for each in there if each.possible] or there
    if not there:
        raise NotAllowed(
            "No step leads from {state} to {target}.",
            where={"state": case.state, "step": step, "guard": "", "basis": ""},
            hint="Possible are: {names}.",
            names=", ".join(_told(found)),
            state=case.state,
            target=step[:10],
        )
    if len(open_) > 1:
        raise Invalid(
            "Several steps lead to {target}.",
            where={"field": "step"},
            hint="Choose one of: {names}.",
            names=", ".join(_told(open_)),
            target=step,
        )
    return open_[0].transition.code


def _told(steps: Iterable[Step]) -> list[str]:
    return [f"{each.transition.code} ({each.transition.target})" for each in steps]


def clocks_of(work: Work, case_id: UUID) -> tuple[CaseClock, ...]:
    """Every clock of a case, each with the reckoning behind its end."""
    case = work.case(case_id, Permission.CASE_READ)
    kept: Rows = _rows.rows(work.session, case, _rows.COURSE)
    work.record(EventKind.CASE_READ, case, part="clocks")
    return _clocks.clocks(kept, work.today)
