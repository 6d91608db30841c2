"""What stands above every page of a case: its name, where it is, and what its reader may do."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bureau.operations import _procedure
from bureau.operations._tokens import Token, tokens_of
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.regimes import Regime, regime_of
from bureau.rules.tables import Texts
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work

ASKED = (
    *(Permission.CASE_READ, Permission.CASE_STEP, Permission.CASE_EDIT, Permission.CASE_SHARE),
    *(Permission.SCREENING_SIGN, Permission.SCREENING_DECIDE, Permission.FACT_RECORD),
    *(Permission.FILE_IMPORT, Permission.DOCUMENT_ADD, Permission.NETWORK_READ),
    *(Permission.NETWORK_DETECT, Permission.NETWORK_EXPORT, Permission.LEAD_ANSWER),
    *(Permission.MEETING_READ, Permission.MEETING_RUN, Permission.DOSSIER_READ),
    *(Permission.LETTER_READ, Permission.LETTER_SEND, Permission.PERSON_EXPORT),
    *(Permission.RETENTION_APPROVE, Permission.PLAN_READ, Permission.PLAN_EDIT),
    *(Permission.PLAN_SIGN, Permission.MEASURE_READ),
    *(Permission.DISCLOSURE_READ, Permission.DISCLOSURE_MAKE),
)


@dataclass(frozen=True, slots=True)
class CaseFrame:
    """The head of a case file, and the permissions its reader has for it."""

    id: UUID
    reference: str
    kind: CaseKind
    title: str
    state: str
    state_name: Texts
    organisation: str
    opened_on: date
    handlers: tuple[str, ...]
    regime: Regime | None
    regime_reason: str
    regime_basis: str
    members: tuple[tuple[UUID, str], ...]
    granted: frozenset[Permission]
    tokens: tuple[Token, ...] = ()

    def may(self, permission: str) -> bool:
        """Whether its reader has this permission for this case."""
        return permission in self.granted

    @property
    def screening(self) -> bool:
        """Whether a decision is screened in this case."""
        return self.kind is CaseKind.SCREENING


def insist(work: Work, case_id: UUID, permission: Permission) -> None:
    """Stop whoever has not this leave for the case, with the reason where that may be told."""
    case = work.case(case_id, permission)
    work.record(EventKind.CASE_READ, case, part="leave")


def read_frame(work: Work, case_id: UUID) -> CaseFrame:
    """The head of a case that one may read."""
    case = work.case(case_id, Permission.CASE_READ)
    work.record(EventKind.CASE_READ, case, part="head")
    screening = case.kind is CaseKind.SCREENING
    return CaseFrame(
        id=case.id,
        reference=case.reference,
        kind=case.kind,
        title=case.title,
        state=case.state,
        state_name=_procedure.state_name(case, work.today),
        organisation=case.organisation.name,
        opened_on=case.opened_on,
        regime=None if screening else regime_of(case.regime, work.today),
        regime_reason=case.regime_reason,
        regime_basis=case.regime_basis,
        handlers=tuple(row.user.name for row in case.members if row.capacity == "handler"),
        members=tuple((row.user_id, row.user.name) for row in case.members),
        granted=frozenset(each for each in ASKED if work.may(each, case)),
        tokens=tokens_of(work, case),
    )
