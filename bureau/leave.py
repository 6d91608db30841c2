"""The conditions of which leave is made."""

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import false, select, true

from bureau.actors import Rule
from bureau.model import (
    AgendaItem,
    Case,
    Document,
    DocumentReader,
    Job,
    Membership,
    Seat,
    SupportFile,
    SupportMember,
)
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
        CaseKind.PARTNERSHIP: frozenset(Role) - {Role.CARE, Role.AUDITOR, Role.ADMIN},
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
CARE, AUDITOR, ADMIN = map(_role, (Role.CARE, Role.AUDITOR, Role.ADMIN))
SCREENING, PARTNERSHIP = _kind(CaseKind.SCREENING), _kind(CaseKind.PARTNERSHIP)
COLLEAGUE, PARTNER = _admitted(CaseKind.SCREENING), _admitted(CaseKind.PARTNERSHIP)

MEMBER = Rule(
    "member of the case",
    lambda actor, case: any(row.user_id == actor.id for row in case.members),
    lambda actor: (
        select(Membership.id)
        .where(Membership.case_id == Case.id, Membership.user_id == actor.id)
        .exists()
    ),
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
HELPER = Rule(
    "helper named in the file",
    lambda actor, file: any(row.user_id == actor.id for row in file.members),
    lambda actor: (
        select(SupportMember.id)
        .where(SupportMember.file_id == SupportFile.id, SupportMember.user_id == actor.id)
        .exists()
    ),
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
