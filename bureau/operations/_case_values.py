"""The values a page or a command shows of a case file, for one reader."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from bureau.model import (
    Appeal,
    Assessment,
    Decision,
    DefaultNotice,
    DelayLetter,
    Finding,
    Hearing,
    IndicatorAnswer,
    Letter,
    Lookup,
    Objection,
    Questionnaire,
    Requirement,
    Screening,
    Supplement,
    Suspension,
    Weighing,
)
from bureau.operations._case_plain import (
    Plain,
    assessment_told,
    decision_told,
    finding_told,
    letter_told,
    step_told,
)
from bureau.operations._clock import CaseClock
from bureau.operations._ordinary import GroundLine
from bureau.rules import procedure
from bureau.rules.procedure import Step
from bureau.rules.questionnaire import Gap
from bureau.rules.tables import Texts
from bureau.rules.vocabulary import CaseKind, EntityKind, Language


@dataclass(frozen=True, slots=True)
class PartyLine:
    """Somebody in the case and the role they have in it."""

    entity_id: UUID
    label: str
    kind: EntityKind
    protected: bool
    role: str
    role_name: Texts
    direct: bool
    from_date: str
    to_date: str

    def plain(self, language: Language | str) -> Plain:
        """The party as plain values in one language."""
        return {
            "id": str(self.entity_id),
            "label": self.label,
            "kind": self.kind.value,
            "protected": self.protected,
            "role": self.role,
            "role_name": self.role_name.in_(language),
            "direct": self.direct,
            "from": self.from_date,
            "to": self.to_date,
        }


@dataclass(frozen=True, slots=True)
class MemberLine:
    """Somebody who needs to know about the case."""

    login: str
    name: str
    organisation: str
    capacity: str
    since: date

    def plain(self) -> Plain:
        """The member as plain values."""
        return {"login": self.login, "name": self.name, "capacity": self.capacity}


@dataclass(frozen=True, slots=True)
class MoveLine:
    """A step that was taken."""

    number: int
    transition: str
    source: str
    target: str
    target_name: Texts
    taken_on: date
    basis: str
    reason: str
    by: str
    at: datetime

    def plain(self) -> Plain:
        """The step as plain values."""
        return {
            "step": self.transition,
            "from": self.source,
            "to": self.target,
            "on": self.taken_on.isoformat(),
            "basis": self.basis,
            "reason": self.reason,
            "by": self.by,
        }


@dataclass(frozen=True, slots=True)
class AdviceLine:
    """That an advice was asked or received; what it says is only for its readers."""

    id: UUID
    asked_on: date
    extended_on: date | None
    received_on: date | None
    declined_on: date | None
    may_read: bool
    version: int

    def plain(self) -> Plain:
        """The dates as plain values."""
        received = self.received_on.isoformat() if self.received_on else None
        return {"asked": self.asked_on.isoformat(), "received": received}


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case file on a day, for one reader; the records in it are for reading."""

    id: UUID
    reference: str
    kind: CaseKind
    title: str
    version: int
    organisation: str
    opened_on: date
    capacity: str
    state: str
    state_name: Texts
    state_row: procedure.State | None
    scope_name: Texts | None
    screening: Screening | None
    applicant: str
    own_number: str
    steps: tuple[Step, ...]
    may_step: bool
    clocks: tuple[CaseClock, ...]
    gaps: tuple[Gap, ...]
    parties: tuple[PartyLine, ...]
    members: tuple[MemberLine, ...]
    moves: tuple[MoveLine, ...]
    advices: tuple[AdviceLine, ...]
    questionnaires: tuple[Questionnaire, ...]
    requirements: tuple[Requirement, ...]
    supplements: tuple[Supplement, ...]
    suspensions: tuple[Suspension, ...]
    lookups: tuple[Lookup, ...]
    ordinary: tuple[GroundLine, ...]
    ordinary_decides: bool
    indicators: tuple[IndicatorAnswer, ...]
    findings: tuple[Finding, ...]
    assessments: tuple[Assessment, ...]
    weighing: Weighing | None
    hearings: tuple[Hearing, ...]
    decisions: tuple[Decision, ...]
    letters: tuple[Letter, ...]
    objections: tuple[Objection, ...]
    appeals: tuple[Appeal, ...]
    default_notices: tuple[DefaultNotice, ...]
    delay_letters: tuple[DelayLetter, ...]
    waits: bool
    fixed: bool

    def plain(self, language: Language | str) -> Plain:
        """The case as plain values in one language, as `bureau case show` prints it."""
        return {
            "case": self.reference,
            "kind": self.kind.value,
            **self._standing(language),
            "clocks": [clock.plain(language) for clock in self.clocks],
            "steps": [step_told(step, language) for step in self.steps],
            "gaps": [{"code": gap.code, "text": gap.text.in_(language)} for gap in self.gaps],
            "parties": [line.plain(language) for line in self.parties],
            "ordinary_grounds": [
                {"code": line.row.code, "standing": line.standing.value} for line in self.ordinary
            ],
            "findings": [finding_told(row) for row in self.findings],
            "assessments": [assessment_told(row) for row in self.assessments],
            "advices": [line.plain() for line in self.advices],
            "decisions": [decision_told(row) for row in self.decisions],
            "letters": [letter_told(row, language) for row in self.letters],
            "members": [line.plain() for line in self.members],
            "moves": [line.plain() for line in self.moves],
        }

    def _standing(self, language: Language | str) -> Plain:
        return {
            "title": self.title,
            "own_number": self.own_number or None,
            "organisation": self.organisation,
            "opened": self.opened_on.isoformat(),
            "capacity": self.capacity,
            "state": self.state,
            "state_name": self.state_name.in_(language),
            "scope": self.screening.scope if self.screening else "",
            "scope_name": self.scope_name.in_(language) if self.scope_name else "",
        }
