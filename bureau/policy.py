"""Who may do what: one table, from which single answers and lists alike are drawn.

A permission is granted when every rule of any one of its lines holds; what no line grants is
refused.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

from sqlalchemy import ColumnElement, Select, and_, false, or_, select, true

from bureau.actors import Actor, Rule
from bureau.leave import (
    ADDRESSED,
    ADMIN,
    ANYONE,
    APPLICANT,
    AT_BUREAU,
    AUDITOR,
    CARE,
    CARE_LEAD,
    COLLEAGUE,
    COORDINATOR,
    HELPER,
    LEASED,
    MAYOR,
    MEMBER,
    OFFICER,
    OPEN_DOCUMENT,
    OWN_SIGNAL,
    PARTICIPANT,
    PARTNER,
    PARTNERSHIP,
    READER,
    REQUESTER,
    REVIEWER,
    SCREENING,
    SEATED,
    SIGNALLER,
    TESTER,
)
from bureau.model import AgendaItem, Case, Document, Job, Signal, SupportFile
from bureau.permissions import Permission

__all__ = [
    "POLICY", "POLICY_VERSION", "Actor", "Permission", "ever", "granted", "permits", "visible",
]  # fmt: skip

POLICY_VERSION = "1"
Record = TypeVar("Record", Case, Document, AgendaItem, SupportFile, Signal, Job)


READERS = tuple((role, SCREENING, MEMBER) for role in (OFFICER, REVIEWER, MAYOR))
SECONDS = (
    (REVIEWER, SCREENING, MEMBER),
    (REVIEWER, PARTNERSHIP, MEMBER),
    (COORDINATOR, PARTNERSHIP, MEMBER),
)

# Whoever could be a reader of a screening of the own house may be one for a while (need to know).
LEASERS = tuple((role, SCREENING, LEASED) for role in (OFFICER, REVIEWER, MAYOR))

# A permission is granted when every rule of any one line holds.
POLICY: Mapping[Permission, tuple[tuple[Rule, ...], ...]] = MappingProxyType(
    {
        Permission.WORK_READ: ((ANYONE,),),
        Permission.CASE_OPEN: ((OFFICER,),),
        Permission.CASES_IMPORT: ((OFFICER,),),
        Permission.MAPPING_KEEP: ((OFFICER,), (COORDINATOR,)),
        Permission.PARTNERSHIP_OPEN: ((COORDINATOR,),),
        Permission.CASE_READ: (
            (COLLEAGUE, SCREENING, MEMBER),
            (PARTNER, PARTNERSHIP, MEMBER),
            (COLLEAGUE, SCREENING, LEASED),
        ),
        Permission.LEASE_TAKE: ((COLLEAGUE,),),
        Permission.CASE_STEP: ((OFFICER, SCREENING, MEMBER), (COORDINATOR, PARTNERSHIP, MEMBER)),
        Permission.CASE_EDIT: ((OFFICER, SCREENING, MEMBER), (COORDINATOR, PARTNERSHIP, MEMBER)),
        Permission.CASE_SHARE: ((OFFICER, SCREENING, MEMBER), (COORDINATOR, PARTNERSHIP, MEMBER)),
        Permission.SCREENING_SIGN: ((REVIEWER, SCREENING, MEMBER),),
        Permission.SCREENING_DECIDE: ((MAYOR, SCREENING, MEMBER),),
        Permission.FACT_RECORD: ((OFFICER, SCREENING, MEMBER), (COORDINATOR, PARTNERSHIP, MEMBER)),
        Permission.FILE_IMPORT: ((OFFICER, SCREENING, MEMBER), (COORDINATOR, PARTNERSHIP, MEMBER)),
        Permission.DOCUMENT_READ: ((OPEN_DOCUMENT, ANYONE), (READER,)),
        Permission.FORM_FILL: ((APPLICANT,),),
        Permission.DOCUMENT_ADD: ((OFFICER, SCREENING, MEMBER), (COORDINATOR, PARTNERSHIP, MEMBER)),
        Permission.THRESHOLD_READ: ((OFFICER,), (REVIEWER,), (COORDINATOR,), (MAYOR,), (AUDITOR,)),
        Permission.THRESHOLD_SET: ((COORDINATOR,),),
        Permission.THRESHOLD_CONFIRM: ((COORDINATOR,), (REVIEWER,)),
        Permission.CONDITION_READ: ((OFFICER,), (REVIEWER,), (COORDINATOR,), (MAYOR,), (AUDITOR,)),
        Permission.CONDITION_SET: ((COORDINATOR,),),
        Permission.NETWORK_READ: (*READERS, (COORDINATOR, PARTNERSHIP, MEMBER), *LEASERS),
        Permission.NETWORK_DETECT: (
            (OFFICER, SCREENING, MEMBER),
            (COORDINATOR, PARTNERSHIP, MEMBER),
        ),
        Permission.NETWORK_EXPORT: ((OFFICER, SCREENING, MEMBER),),
        Permission.LEAD_ANSWER: ((OFFICER, SCREENING, MEMBER), (COORDINATOR, PARTNERSHIP, MEMBER)),
        Permission.HAND_APPROVE: SECONDS,
        Permission.PATTERN_READ: ((OFFICER,), (REVIEWER,), (COORDINATOR,), (MAYOR,), (AUDITOR,)),
        Permission.SIGNAL_LIST: ((SIGNALLER,),),
        Permission.SIGNAL_READ: (
            (SIGNALLER, OWN_SIGNAL),
            (COORDINATOR, AT_BUREAU),
            (PARTNER, TESTER),
        ),
        Permission.SIGNAL_WRITE: ((SIGNALLER, OWN_SIGNAL),),
        Permission.SIGNAL_HANDLE: ((COORDINATOR, AT_BUREAU),),
        Permission.SIGNAL_TEST: ((COORDINATOR, AT_BUREAU), (PARTNER, TESTER)),
        Permission.MEETING_READ: ((PARTNER, PARTNERSHIP, MEMBER),),
        Permission.MEETING_RUN: ((COORDINATOR, PARTNERSHIP, MEMBER),),
        Permission.ITEM_READ: ((SEATED,),),
        Permission.ACTION_REPORT: ((SEATED,),),
        Permission.PLAN_READ: ((PARTNER, PARTNERSHIP, MEMBER),),
        Permission.PLAN_EDIT: ((COORDINATOR, PARTNERSHIP, MEMBER),),
        Permission.PLAN_SIGN: ((PARTNER, PARTNERSHIP, MEMBER),),
        Permission.MEASURE_READ: ((PARTICIPANT, PARTNER, PARTNERSHIP, MEMBER),),
        # The picture of an area or a form of crime holds no persons: partners read it, and
        # weigh its barriers; a coordinator keeps it.
        Permission.PICTURE_READ: ((PARTNER,),),
        Permission.PICTURE_KEEP: ((COORDINATOR,),),
        Permission.BARRIER_WEIGH: ((PARTNER,),),
        Permission.SIGN_GIVE: ((ANYONE,),),
        Permission.HOLD_GIVE: ((CARE,),),
        Permission.DISCLOSURE_READ: (*READERS, (PARTNER, PARTNERSHIP, MEMBER)),
        Permission.DISCLOSURE_MAKE: ((OFFICER, SCREENING, MEMBER), (PARTNER, PARTNERSHIP, MEMBER)),
        Permission.EVALUATION_READ: ((COORDINATOR,),),
        Permission.SURVEY_KEEP: ((COORDINATOR,),),
        Permission.SUPPORT_OPEN: ((CARE,),),
        Permission.SUPPORT_READ: ((CARE, HELPER),),
        Permission.SUPPORT_EDIT: ((CARE, HELPER),),
        Permission.SUPPORT_SHARE: ((CARE, HELPER),),
        Permission.SUPPORT_DOSSIER: ((CARE, HELPER),),
        Permission.DOSSIER_PREPARE: ((OFFICER, SCREENING, MEMBER),),
        Permission.DOSSIER_READ: READERS,
        Permission.DOSSIER_APPROVE: ((REVIEWER, SCREENING, MEMBER),),
        Permission.DOSSIER_ISSUE: ((OFFICER, SCREENING, MEMBER),),
        Permission.COPY_TRACE: ((COORDINATOR,), (AUDITOR,)),
        Permission.RECEIVED_READ: ((PARTNER, ADDRESSED),),
        Permission.RECEIVED_ANSWER: ((PARTNER, ADDRESSED),),
        Permission.LETTER_READ: READERS,
        Permission.LETTER_SEND: ((OFFICER, SCREENING, MEMBER),),
        Permission.LETTER_TEXT: ((COORDINATOR,), (ADMIN,)),
        Permission.PERSON_EXPORT: ((OFFICER, SCREENING, MEMBER),),
        Permission.RETENTION_READ: ((COLLEAGUE, SCREENING, MEMBER), (PARTNER, PARTNERSHIP, MEMBER)),
        Permission.RETENTION_PLAN: (
            (OFFICER, SCREENING, MEMBER),
            (COORDINATOR, PARTNERSHIP, MEMBER),
        ),
        Permission.RETENTION_APPROVE: SECONDS,
        Permission.AGREEMENT_KEEP: ((COORDINATOR,),),
        Permission.PROCESSING_READ: ((COORDINATOR,), (AUDITOR,)),
        Permission.PROCESSING_KEEP: ((COORDINATOR,),),
        Permission.TRAIL_READ: ((AUDITOR,),),
        Permission.TRAIL_KEEP: ((AUDITOR,),),
        # An administrator has the rules run; what they ask, reviewers outside the work alone see.
        Permission.WATCH_RUN: ((ADMIN,), (AUDITOR,)),
        Permission.WATCH_REVIEW: ((AUDITOR,),),
        Permission.USER_MANAGE: ((ADMIN,),),
        Permission.KEY_TURN: ((ADMIN,),),
        Permission.ACCOUNT_OPEN: ((ADMIN,), (CARE_LEAD,)),
        Permission.CARE_MANAGE: ((CARE_LEAD,),),
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
