"""What a dossier says, as plain values: nothing here knows a database, a page or paper."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from bureau.errors import Invalid, NotAllowed
from bureau.rules.helping import code_name
from bureau.rules.vocabulary import Language, Track
from reports.values import checks
from reports.values.annex import Annex
from reports.values.cover import Cover, Issuance, LegalBasis, two_people
from reports.values.evidence import Evidence, Transfer, only_cleared
from reports.values.finance import Asset, Finances
from reports.values.findings import (
    ExculpatorySheet,
    PatternRun,
    Statement,
    Summary,
    answered_in_full,
)
from reports.values.network import Entry, RelationChart
from reports.values.screening import (
    Advice,
    Application,
    Decision,
    Ground,
    GroundAssessment,
    Hearing,
    InquiryEntry,
    OrdinaryGround,
    Signal,
    Weighing,
)
from reports.values.steps import AdministrativeStep, Deadline, Openness, TimelineEvent
from reports.values.support import (
    Consent,
    Hold,
    Need,
    PlanLine,
    RightGiven,
    SafeContact,
    SeenIndicator,
    SupportTerm,
)


@dataclass(frozen=True, slots=True)
class _Printed:
    """What every dossier has: a cover, and an issuance once two people let it go."""

    cover: Cover
    issuance: Issuance | None

    @property
    def language(self) -> Language:
        """The language it is printed in."""
        return self.cover.language

    @property
    def moment(self) -> datetime:
        """The moment the document bears: of issue, or of preparation while it is a draft."""
        return self.issuance.issued_at if self.issuance else self.cover.prepared_at


@dataclass(frozen=True, slots=True, kw_only=True)
class CriminalDossier(_Printed):
    """Information for the Public Prosecution Service; never a record of investigation."""

    track: ClassVar[Track] = Track.CRIMINAL
    status_note: str
    summary: Summary
    statements: tuple[Statement, ...]
    exculpatory: ExculpatorySheet
    timeline: tuple[TimelineEvent, ...]
    entities: tuple[Entry, ...]
    chart: RelationChart | None
    finances: Finances | None
    assets: tuple[Asset, ...]
    steps: tuple[AdministrativeStep, ...]
    deadlines: tuple[Deadline, ...]
    evidence: tuple[Evidence, ...]
    custody: tuple[Transfer, ...]
    patterns: tuple[PatternRun, ...]
    bases: tuple[LegalBasis, ...]
    openness: Openness
    annexes: tuple[Annex, ...] = ()

    def __post_init__(self) -> None:
        two_people(self.cover, self.issuance)
        answered_in_full(self.exculpatory)
        only_cleared(self.evidence)
        _sourced(self, self.evidence, self.statements)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdministrativeDossier(_Printed):
    """The grounds of a decision by an administrative body, for that body."""

    track: ClassVar[Track] = Track.ADMINISTRATIVE
    status_note: str
    application: Application
    summary: Summary
    grounds: tuple[OrdinaryGround, ...]
    inquiry: tuple[InquiryEntry, ...]
    statements: tuple[Statement, ...]
    signals: tuple[Signal, ...]
    exculpatory: ExculpatorySheet | None
    danger: tuple[GroundAssessment, ...]
    advice: Advice | None
    weighing: tuple[Weighing, ...]
    hearing: Hearing | None
    decision: Decision
    timeline: tuple[TimelineEvent, ...]
    entities: tuple[Entry, ...]
    chart: RelationChart | None
    finances: Finances | None
    deadlines: tuple[Deadline, ...]
    evidence: tuple[Evidence, ...]
    patterns: tuple[PatternRun, ...]
    bases: tuple[LegalBasis, ...]
    openness: Openness
    annexes: tuple[Annex, ...] = ()

    def __post_init__(self) -> None:
        two_people(self.cover, self.issuance)
        only_cleared(self.evidence)
        if self.exculpatory:
            answered_in_full(self.exculpatory)
        if self.patterns and not self.exculpatory:
            raise NotAllowed("Patterns were used, yet no innocent explanation was weighed.")
        if self.advice and not self.cover.recipient.may_read_advice:
            raise NotAllowed("This reader may not see the advice (Wet Bibob art. 28).")
        if [item.ground for item in self.danger] != list(Ground):
            raise Invalid("Every ground is assessed apart and in order: a, b and art. 3(6).")
        _sourced(self, self.evidence, self.statements)


@dataclass(frozen=True, slots=True, kw_only=True)
class VictimDossier(_Printed):
    """A plan for and with somebody who needs support; it names nobody who is supported."""

    track: ClassVar[Track] = Track.VICTIM
    code_name: str
    contact: SafeContact
    needs: tuple[Need, ...]
    plan: tuple[PlanLine, ...]
    dependants: tuple[str, ...]
    indicators: tuple[SeenIndicator, ...]
    consents: tuple[Consent, ...]
    rights: tuple[RightGiven, ...]
    terms: tuple[SupportTerm, ...]
    holds: tuple[Hold, ...]

    def __post_init__(self) -> None:
        two_people(self.cover, self.issuance)
        code_name(self.code_name)
        if self.cover.subject:
            raise NotAllowed("A plan for support has no subject line: its cover stays neutral.")


Dossier = CriminalDossier | AdministrativeDossier | VictimDossier


def _sourced(
    dossier: CriminalDossier | AdministrativeDossier,
    register: tuple[Evidence, ...],
    statements: tuple[Statement, ...],
) -> None:
    checks.in_order("sources", (item.number for item in register))
    checks.in_order("statements", (item.number for item in statements))
    known = frozenset(item.number for item in register)
    checks.refer_only_to(dossier, "sources", known)
    checks.refer_only_to(dossier, "flows_sources", known)
    checks.refer_only_to(dossier, "statements", frozenset(item.number for item in statements))
