"""Everything we keep; importing this package registers every table."""

from bureau.model.applicant import AnswerVersion, ApplicantLink, ApplicantVisit
from bureau.model.assessment import (
    Advice,
    Assessment,
    EarlierVersion,
    Finding,
    FindingSource,
    IndicatorAnswer,
    Weighing,
)
from bureau.model.base import Audited, Base, Identified
from bureau.model.case import Case, Membership, Move, Note
from bureau.model.decision import Condition, Decision, Hearing, ViewPoint
from bureau.model.dossier import Dossier, SupportDossier
from bureau.model.entity import (
    Account,
    Address,
    Company,
    Entity,
    Identifier,
    PartyRole,
    Person,
    Property,
)
from bureau.model.event import Event, EventValue, Outcome
from bureau.model.feed import CalendarFeed, Reminder
from bureau.model.figure import CaseFigure, FinancingEntry, ThresholdChange
from bureau.model.job import Job
from bureau.model.letter import Letter, LetterTemplate
from bureau.model.library import OwnCondition
from bureau.model.mandate import Mandate
from bureau.model.meeting import Action, AgendaItem, Meeting, Seat
from bureau.model.network import Hit, Innocent, Run
from bureau.model.organisation import (
    DoorCount,
    Organisation,
    RoleGrant,
    Session,
    User,
    UserRole,
)
from bureau.model.portfolio import CaseImport, CaseMapping, TakenOver
from bureau.model.related import CaseNotice
from bureau.model.retention import Destruction, DestructionPlan, LegalHold
from bureau.model.review import Appeal, DefaultNotice, DelayLetter, Objection
from bureau.model.rights import Correction, CorrectionPlace, PersonRequest
from bureau.model.saved import SavedFilter
from bureau.model.screening import (
    Answer,
    Lookup,
    OrdinaryAnswer,
    Questionnaire,
    Requirement,
    Screening,
    Supplement,
    Suspension,
)
from bureau.model.source import Blob, Document, DocumentReader, HandedIn, ImportBatch, Source
from bureau.model.support import Consent, SupportEntry, SupportFile, SupportMember
from bureau.model.tie import Lease, Loan, Mortgage, Payment, Sale, Statement, Tie, WorksPermit
from bureau.model.token import Token

__all__ = [
    "Account",
    "Action",
    "Address",
    "Advice",
    "AgendaItem",
    "Answer",
    "AnswerVersion",
    "Appeal",
    "ApplicantLink",
    "ApplicantVisit",
    "Assessment",
    "Audited",
    "Base",
    "Blob",
    "CalendarFeed",
    "Case",
    "CaseFigure",
    "CaseImport",
    "CaseMapping",
    "CaseNotice",
    "Company",
    "Condition",
    "Consent",
    "Correction",
    "CorrectionPlace",
    "Decision",
    "DefaultNotice",
    "DelayLetter",
    "Destruction",
    "DestructionPlan",
    "Document",
    "DocumentReader",
    "DoorCount",
    "Dossier",
    "EarlierVersion",
    "Entity",
    "Event",
    "EventValue",
    "FinancingEntry",
    "Finding",
    "FindingSource",
    "HandedIn",
    "Hearing",
    "Hit",
    "Identified",
    "Identifier",
    "ImportBatch",
    "IndicatorAnswer",
    "Innocent",
    "Job",
    "Lease",
    "LegalHold",
    "Letter",
    "LetterTemplate",
    "Loan",
    "Lookup",
    "Mandate",
    "Meeting",
    "Membership",
    "Mortgage",
    "Move",
    "Note",
    "Objection",
    "OrdinaryAnswer",
    "Organisation",
    "Outcome",
    "OwnCondition",
    "PartyRole",
    "Payment",
    "Person",
    "PersonRequest",
    "Property",
    "Questionnaire",
    "Reminder",
    "Requirement",
    "RoleGrant",
    "Run",
    "Sale",
    "SavedFilter",
    "Screening",
    "Seat",
    "Session",
    "Source",
    "Statement",
    "Supplement",
    "SupportDossier",
    "SupportEntry",
    "SupportFile",
    "SupportMember",
    "Suspension",
    "TakenOver",
    "ThresholdChange",
    "Tie",
    "Token",
    "User",
    "UserRole",
    "ViewPoint",
    "Weighing",
    "WorksPermit",
]
