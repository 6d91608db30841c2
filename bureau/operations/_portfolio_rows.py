"""The rows of a spreadsheet one by one: what each makes, or why it is refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import select

from bureau.errors import Invalid
from bureau.model import Case, TakenOver
from bureau.operations import _clocks, _procedure, _rows
from bureau.operations._case_plan import Fault, Plan
from bureau.operations._taking_over import Origin, take_over
from bureau.policy import Permission
from bureau.rules.tables import Texts
from bureau.rules.vocabulary import Language
from bureau.work import Work

NEW, KNOWN, REFUSED = "new", "known", "refused"


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """What a row makes: a new case and where it begins, a case that is known, or why nothing.

    `reference` is empty while nothing is stored, and of a known case that one may not see.
    """

    line: int
    own_number: str
    standing: str
    title: str = ""
    reference: str = ""
    state: str = ""
    state_name: Texts | None = None
    due: date | None = None
    officer: str = ""
    changed: bool = False
    faults: tuple[Fault, ...] = ()

    def plain(self, language: Language | str) -> dict[str, Any]:
        """The row as plain values in one language."""
        return {
            "line": self.line,
            "own_number": self.own_number,
            "standing": self.standing,
            "title": self.title,
            "case": self.reference or None,
            "state": self.state or None,
            "state_name": self.state_name.in_(language) if self.state_name else None,
            "due": self.due.isoformat() if self.due else None,
            "officer": self.officer or None,
            "changed": self.changed,
            "faults": [told(fault) for fault in self.faults],
        }


def told(fault: Fault) -> dict[str, Any]:
    """A fault as plain values: where, what, and what to do about it."""
    place = {"line": fault.line, "column": fault.column}
    return {**place, "message": str(fault.error), "hint": fault.error.hint}


class Making:
    """Makes the rows one by one; what is only tried, or came to nothing, is taken back at once."""

    def __init__(self, work: Work, plans: Sequence[Plan], origin: Origin, *, trying: bool) -> None:
        self.work, self.plans, self.origin = work, plans, origin
        self.cases: list[tuple[Plan, Case]] = []
        _once(plans)
        self.known = _known(work, plans)
        self.trying = trying or any(each.faults and not self._knows(each) for each in plans)

    def _knows(self, plan: Plan) -> bool:
        return plan.text.get("own_number") in self.known

    def outcomes(self) -> tuple[RowOutcome, ...]:
        """What each row makes, in the order of the file."""
        found = [self._one(plan) for plan in self.plans]
        if self.trying:  # a reference is only given to what is kept
            found = [row if row.standing == KNOWN else replace(row, reference="") for row in found]
        return tuple(found)

    def _one(self, plan: Plan) -> RowOutcome:
        number = plan.text.get("own_number", "")
        if self._knows(plan):
            digest, reference = self.known[number]
            changed = bool(reference) and digest != plan.digest
            return RowOutcome(plan.line, number, KNOWN, reference=reference, changed=changed)
        case = None if plan.faults else take_over(self.work, plan, self.origin)
        if case is None:
            outcome = RowOutcome(plan.line, number, REFUSED, faults=tuple(plan.faults))
            self.trying = True
        else:
            outcome = _outcome(self.work, plan, case)
            self.cases.append((plan, case))
        if self.trying:
            self.work.undo()
        return outcome


def _outcome(work: Work, plan: Plan, case: Case) -> RowOutcome:
    clocks = _clocks.clocks(_rows.rows(work.session, case, _rows.COURSE), work.today)
    return RowOutcome(
        line=plan.line,
        own_number=plan.text["own_number"],
        standing=NEW,
        title=case.title,
        reference=case.reference,
        state=case.state,
        state_name=_procedure.state_name(case, work.today),
        due=clocks[0].due if clocks else None,
        officer=plan.text.get("officer", ""),
    )


def _once(plans: Sequence[Plan]) -> None:
    """A number stands on one line of the file only."""
    first: dict[str, int] = {}
    for plan in plans:
        number = plan.text.get("own_number", "")
        if number and first.setdefault(number, plan.line) != plan.line:
            plan.blame(
                "own_number",
                Invalid(
                    "This number stands on line {line} too.",
                    hint="Give every case its own number, or take one of the rows out.",
                    line=first[number],
                ),
            )


def _known(work: Work, plans: Sequence[Plan]) -> Mapping[str, tuple[str, str]]:
    """What was taken over before, by own number: the row then, and the case if one may see it."""
    numbers = {plan.text.get("own_number", "") for plan in plans}
    rows = select(TakenOver).where(
        TakenOver.organisation_id == work.actor.organisation_id, TakenOver.own_number.in_(numbers)
    )
    found = work.session.scalars(rows).all()
    seen = work.visible(Permission.CASE_READ, Case).where(
        Case.id.in_([row.case_id for row in found])
    )
    names = dict(work.session.execute(seen.with_only_columns(Case.id, Case.reference)).all())
    return {row.own_number: (row.digest, names.get(row.case_id, "")) for row in found}
