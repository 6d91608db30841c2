"""The conditions of which leave is made."""

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import and_, false, select, true

from bureau.actors import Rule
from bureau.model import (
    AgendaItem,
    Case,
    Document,
    DocumentReader,
    DossierCopy,
    Job,
    Membership,
    Seat,
    Signal,
    SignalTester,
    SupportFile,
    SupportMember,
)
from bureau.rules.signals import INTERESTED
from bureau.rules.vocabulary import CaseKind, Role


def _role(role: Role) -> Rule:
    return Rule(
        f"role {role}",
        lambda actor, _: role in actor.roles,
        lambda actor: true() if role in actor.roles else false(),
    )


def _kind(kind: CaseKind) -> Rule:
    return Rule(f"{kind} case", lambda _, case: case.kind is kind, lambda _: Case.kind == kind)


# Wet Bibob 28: within the authority; partners meet in partnership cases, helpers in neither.
ADMITTED: Mapping[CaseKind, frozenset[Role]] = MappingProxyType(
    {
        CaseKind.SCREENING: frozenset((Role.OFFICER, Role.REVIEWER, Role.COORDINATOR, Role.MAYOR)),
        CaseKind.PARTNERSHIP: frozenset(Role)
        - {Role.CARE, Role.CARE_LEAD, Role.AUDITOR, Role.ADMIN},
    }
)


def _admitted(kind: CaseKind) -> Rule:
    # Who loses the last of these roles loses the case too, member or not.
    return Rule(
        f"role admitted to a {kind}",
        lambda actor, _: bool(actor.roles & ADMITTED[kind]),
        lambda actor: true() if actor.roles & ADMITTED[kind] else false(),
    )


OFFICER, REVIEWER, COORDINATOR, MAYOR = map(
    _role, (Role.OFFICER, Role.REVIEWER, Role.COORDINATOR, Role.MAYOR)
)
CARE, CARE_LEAD = _role(Role.CARE), _role(Role.CARE_LEAD)
AUDITOR, ADMIN = _role(Role.AUDITOR), _role(Role.ADMIN)
SCREENING, PARTNERSHIP = _kind(CaseKind.SCREENING), _kind(CaseKind.PARTNERSHIP)
COLLEAGUE, PARTNER = _admitted(CaseKind.SCREENING), _admitted(CaseKind.PARTNERSHIP)
# WGS 2.19 is a closed list: a port authority reads no measure against a person.
PARTICIPANTS = ADMITTED[CaseKind.PARTNERSHIP] - {Role.PORT}
PARTICIPANT = Rule(
    "role of a participant (WGS 2.19)",
    lambda actor, _: bool(actor.roles & PARTICIPANTS),
    lambda actor: true() if actor.roles & PARTICIPANTS else false(),
)

MEMBER = Rule(
    "member of the case",
    lambda actor, case: any(row.user_id == actor.id for row in case.members),
    lambda actor: (
        select(Membership.id)
        .where(Membership.case_id == Case.id, Membership.user_id == actor.id)
        .exists()
    ),
)
LEASED = Rule(
    "under a lease of the own house",
    lambda actor, case: case.id in actor.leases and case.organisation_id == actor.organisation_id,
    lambda actor: and_(Case.id.in_(actor.leases), Case.organisation_id == actor.organisation_id),
)
OPEN_DOCUMENT = Rule(
    "unrestricted document",
    lambda _, document: not document.restricted,
    lambda _: Document.restricted.is_(False),
)
READER = Rule(
    "named reader of the document",
    lambda actor, document: any(row.user_id == actor.id for row in document.readers),
    lambda actor: (
        select(DocumentReader.id)
        .where(DocumentReader.document_id == Document.id, DocumentReader.user_id == actor.id)
        .exists()
    ),
)
SEATED = Rule(
    "admitted to the item",
    lambda actor, item: any(seat.user_id == actor.id for seat in item.seats),
    lambda actor: (
        select(Seat.id).where(Seat.item_id == AgendaItem.id, Seat.user_id == actor.id).exists()
    ),
)
_REPORTERS = frozenset(Role) - {Role.CARE_LEAD, Role.AUDITOR, Role.ADMIN}
SIGNALLER = Rule(
    "role of a body that may report a signal",
    lambda actor, _: bool(actor.roles & _REPORTERS),
    lambda actor: true() if actor.roles & _REPORTERS else false(),
)
OWN_SIGNAL = Rule(
    "signal of the own organisation",
    lambda actor, signal: signal.organisation_id == actor.organisation_id,
    lambda actor: Signal.organisation_id == actor.organisation_id,
)
AT_BUREAU = Rule(
    "signal submitted to the own bureau",
    lambda actor, signal: (
        signal.bureau_id == actor.organisation_id and signal.submitted_at is not None
    ),
    lambda actor: and_(Signal.bureau_id == actor.organisation_id, Signal.submitted_at.is_not(None)),
)
# Whoever declares an interest of their own sees the signal no longer.
TESTER = Rule(
    "invited to test the signal",
    lambda actor, signal: (
        signal.submitted_at is not None
        and any(
            row.person_id == actor.id and row.declaration != INTERESTED for row in signal.testers
        )
    ),
    lambda actor: (
        select(SignalTester.id)
        .where(
            Signal.submitted_at.is_not(None),
            SignalTester.signal_id == Signal.id,
            SignalTester.person_id == actor.id,
            SignalTester.declaration != INTERESTED,
        )
        .exists()
    ),
)
HELPER = Rule(
    "helper named in the file",
    lambda actor, file: any(row.user_id == actor.id for row in file.members),
    lambda actor: (
        select(SupportMember.id)
        .where(SupportMember.file_id == SupportFile.id, SupportMember.user_id == actor.id)
        .exists()
    ),
)
ADDRESSED = Rule(
    "issued to the own organisation",
    lambda actor, copy: copy.organisation_id == actor.organisation_id,
    lambda actor: DossierCopy.organisation_id == actor.organisation_id,
)
REQUESTER = Rule(
    "who asked for it",
    lambda actor, job: job.asked_by_id == actor.id,
    lambda actor: Job.asked_by_id == actor.id,
)
ANYONE = Rule(
    "anyone signed in",
    lambda actor, _: actor.form_of is None,
    lambda actor: true() if actor.form_of is None else false(),
)
# An applicant has no role and no seat: the own form is all there is.
APPLICANT = Rule(
    "role of applicant, by the link of this case",
    lambda actor, case: actor.form_of is not None and (not case or case.id == actor.form_of),
    lambda actor: Case.id == actor.form_of if actor.form_of else false(),
)
