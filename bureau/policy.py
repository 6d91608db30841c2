"""Who may do what: one table, from which single answers and lists alike are drawn.

A rule has two faces: `holds` answers for one record in hand, `where` says the same as SQL. A
permission is granted when every rule of any one of its lines holds; what no line grants is refused.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, false, or_, select, true

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

POLICY_VERSION = "1"
Record = TypeVar("Record", Case, Document, AgendaItem, SupportFile, Job)


@dataclass(frozen=True, slots=True)
class Actor:
    """The person who acts, detached from the database."""

    id: UUID
    organisation_id: UUID
    roles: frozenset[Role]
    name: str = ""
    session_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One condition, said twice: for a record in hand and as SQL over its table."""

    name: str
    holds: Callable[[Actor, Any], bool]
    where: Callable[[Actor], ColumnElement[bool]]


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


OFFICER, REVIEWER, COORDINATOR = map(_role, (Role.OFFICER, Role.REVIEWER, Role.COORDINATOR))
MAYOR, CARE, AUDITOR, ADMIN = map(_role, (Role.MAYOR, Role.CARE, Role.AUDITOR, Role.ADMIN))
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


class Permission(StrEnum):
    """An act that needs leave, as noun then verb."""

    WORK_READ = "work.read"
    CASE_OPEN = "case.open"
    PARTNERSHIP_OPEN = "partnership.open"
    CASE_READ = "case.read"
    CASE_STEP = "case.step"
    CASE_EDIT = "case.edit"
    CASE_SHARE = "case.share"
    SCREENING_SIGN = "screening.sign"
    SCREENING_DECIDE = "screening.decide"
    FACT_RECORD = "fact.record"
    FILE_IMPORT = "file.import"
    DOCUMENT_READ = "document.read"
    DOCUMENT_ADD = "document.add"
    THRESHOLD_READ = "threshold.read"
    THRESHOLD_SET = "threshold.set"
    NETWORK_READ = "network.read"
    NETWORK_DETECT = "network.detect"
    NETWORK_EXPORT = "network.export"
    LEAD_ANSWER = "lead.answer"
    MEETING_READ = "meeting.read"
    MEETING_RUN = "meeting.run"
    ITEM_READ = "item.read"
    ACTION_REPORT = "action.report"
    SUPPORT_OPEN = "support.open"
    SUPPORT_READ = "support.read"
    SUPPORT_EDIT = "support.edit"
    SUPPORT_SHARE = "support.share"
    SUPPORT_DOSSIER = "support.dossier"
    DOSSIER_PREPARE = "dossier.prepare"
    DOSSIER_READ = "dossier.read"
    DOSSIER_APPROVE = "dossier.approve"
    DOSSIER_ISSUE = "dossier.issue"
    LETTER_READ = "letter.read"
    LETTER_SEND = "letter.send"
    LETTER_TEXT = "letter.text"
    PERSON_EXPORT = "person.export"
    RETENTION_APPROVE = "retention.approve"
    TRAIL_READ = "trail.read"
    USER_MANAGE = "user.manage"
    JOB_READ = "job.read"


ANYONE = Rule("anyone signed in", lambda _actor, _record: True, lambda _: true())
READERS = tuple((role, SCREENING, MEMBER) for role in (OFFICER, REVIEWER, MAYOR))

# A permission is granted when every rule of any one line holds.
POLICY: Mapping[Permission, tuple[tuple[Rule, ...], ...]] = MappingProxyType(
    {
        Permission.WORK_READ: ((ANYONE,),),
        Permission.CASE_OPEN: ((OFFICER,),),
        Permission.PARTNERSHIP_OPEN: ((COORDINATOR,),),
        Permission.CASE_READ: ((COLLEAGUE, SCREENING, MEMBER), (PARTNER, PARTNERSHIP, MEMBER)),
        Permission.CASE_STEP: ((OFFICER, SCREENING, MEMBER), (COORDINATOR, PARTNERSHIP, MEMBER)),
        Permission.CASE_EDIT: ((OFFICER, SCREENING, MEMBER), (COORDINATOR, PARTNERSHIP, MEMBER)),
        Permission.CASE_SHARE: ((OFFICER, SCREENING, MEMBER), (COORDINATOR, PARTNERSHIP, MEMBER)),
        Permission.SCREENING_SIGN: ((REVIEWER, SCREENING, MEMBER),),
        Permission.SCREENING_DECIDE: ((MAYOR, SCREENING, MEMBER),),
        Permission.FACT_RECORD: ((OFFICER, SCREENING, MEMBER), (COORDINATOR, PARTNERSHIP, MEMBER)),
        Permission.FILE_IMPORT: ((OFFICER, SCREENING, MEMBER), (COORDINATOR, PARTNERSHIP, MEMBER)),
        Permission.DOCUMENT_READ: ((OPEN_DOCUMENT,), (READER,)),
        Permission.DOCUMENT_ADD: ((OFFICER, SCREENING, MEMBER), (COORDINATOR, PARTNERSHIP, MEMBER)),
        Permission.THRESHOLD_READ: ((OFFICER,), (REVIEWER,), (COORDINATOR,), (MAYOR,), (AUDITOR,)),
        Permission.THRESHOLD_SET: ((COORDINATOR,),),
        Permission.NETWORK_READ: (*READERS, (COORDINATOR, PARTNERSHIP, MEMBER)),
        Permission.NETWORK_DETECT: ((OFFICER, SCREENING, MEMBER),),
        Permission.NETWORK_EXPORT: ((OFFICER, SCREENING, MEMBER),),
        Permission.LEAD_ANSWER: ((OFFICER, SCREENING, MEMBER),),
        Permission.MEETING_READ: ((PARTNER, PARTNERSHIP, MEMBER),),
        Permission.MEETING_RUN: ((COORDINATOR, PARTNERSHIP, MEMBER),),
        Permission.ITEM_READ: ((SEATED,),),
        Permission.ACTION_REPORT: ((SEATED,),),
        Permission.SUPPORT_OPEN: ((CARE,),),
        Permission.SUPPORT_READ: ((CARE, HELPER),),
        Permission.SUPPORT_EDIT: ((CARE, HELPER),),
        Permission.SUPPORT_SHARE: ((CARE, HELPER),),
        Permission.SUPPORT_DOSSIER: ((CARE, HELPER),),
        Permission.DOSSIER_PREPARE: ((OFFICER, SCREENING, MEMBER),),
        Permission.DOSSIER_READ: READERS,
        Permission.DOSSIER_APPROVE: ((REVIEWER, SCREENING, MEMBER),),
        Permission.DOSSIER_ISSUE: ((OFFICER, SCREENING, MEMBER),),
        Permission.LETTER_READ: READERS,
        Permission.LETTER_SEND: ((OFFICER, SCREENING, MEMBER),),
        Permission.LETTER_TEXT: ((COORDINATOR,), (ADMIN,)),
        Permission.PERSON_EXPORT: ((OFFICER, SCREENING, MEMBER),),
        Permission.RETENTION_APPROVE: ((REVIEWER, SCREENING, MEMBER),),
        Permission.TRAIL_READ: ((AUDITOR,),),
        Permission.USER_MANAGE: ((ADMIN,),),
        Permission.JOB_READ: ((REQUESTER,),),
    }
)


def permits(actor: Actor, permission: Permission, record: object = None) -> bool:
    """Whether `actor` has `permission`, for `record` where the permission concerns one."""
    return any(all(rule.holds(actor, record) for rule in line) for line in POLICY[permission])


def granted(actor: Actor, permission: Permission) -> ColumnElement[bool]:
    """The same answer as SQL, over the table that the permission concerns."""
    lines = (and_(true(), *(rule.where(actor) for rule in line)) for line in POLICY[permission])
    return or_(false(), *lines)


def visible(actor: Actor, permission: Permission, table: type[Record]) -> Select[Record]:
    """The records of `table` for which `actor` has `permission`, as a query."""
    return select(table).where(granted(actor, permission))


def ever(actor: Actor, permission: Permission) -> bool:
    """Whether any record at all could give `actor` this permission: roles alone are looked at."""
    return any(
        all(rule.holds(actor, None) for rule in line if rule.name.startswith("role "))
        for line in POLICY[permission]
    )
