"""Everything we keep; importing this package registers every table."""

from bureau.model.agreement import Agreement, AgreementParty
from bureau.model.applicant import AnswerVersion, ApplicantLink, ApplicantVisit
from bureau.model.approval import ApprovalRequest
from bureau.model.area import Area, AreaEntry, AreaPast
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
from bureau.model.board import (
    BarrierStatus,
    BarrierWeight,
    BoardVersion,
    CaseStep,
    CaseStepSource,
)
from bureau.model.case import Case, Membership, Move, Note
from bureau.model.case_area import CaseArea
from bureau.model.contact import ContactAnswer, ContactEnquiry, ContactMark
from bureau.model.copy import CopyMessage, DossierCopy
from bureau.model.decision import Condition, Decision, Hearing, ViewPoint
from bureau.model.dossier import Dossier, SupportDossier
from bureau.model.dossier_notice import CopyNotice, DossierNotice
from bureau.model.entity import (
    Account,
    Address,
    Company,
    Device,
    Entity,
    Identifier,
    PartyRole,
    Person,
    Phone,
    Property,
    Vehicle,
    Wallet,
)
from bureau.model.event import Event, EventValue, Outcome
from bureau.model.export_lift import ExportLift
from bureau.model.factor import Challenge, Factor, RecoveryCode
from bureau.model.feed import CalendarFeed, Reminder
from bureau.model.figure import CaseFigure, FinancingEntry, ThresholdChange
from bureau.model.file_lease import FileLease
from bureau.model.hold import SafetyHold
from bureau.model.identity import Identity
from bureau.model.intervention import (
    Assumption,
    Intervention,
    OutcomeSeries,
    SeriesPoint,
    Worksheet,
    WorksheetVersion,
    WorksheetVoice,
)
from bureau.model.job import Job
from bureau.model.letter import Letter, LetterTemplate
from bureau.model.library import OwnCondition
from bureau.model.look_alert import AlertAnswer, LookAlert
from bureau.model.mandate import Mandate
from bureau.model.match import PairJudgement
from bureau.model.measure import EnforcementMeasure, HarmForm
from bureau.model.meeting import Action, AgendaItem, Meeting, MinutesCorrection, Seat
from bureau.model.network import Hit, Innocent, KeptPicture, Run, VictimAnswer
from bureau.model.organisation import (
    Clearance,
    DoorCount,
    Organisation,
    RoleGrant,
    Session,
    User,
    UserRole,
)
from bureau.model.paper import Contribution, ContributionReader, Paper, PaperReader
from bureau.model.partnership import Partnership, PhaseMove
from bureau.model.portfolio import CaseImport, CaseMapping, RowMapping, TakenOver
from bureau.model.power_map import PowerEntry
from bureau.model.processing import ProcessingChange
from bureau.model.record import Record, RecordParty
from bureau.model.related import CaseNotice
from bureau.model.retention import Destruction, DestructionPlan, LegalHold
from bureau.model.review import Appeal, DefaultNotice, DelayLetter, Objection
from bureau.model.rights import Correction, CorrectionPlace, PersonRequest
from bureau.model.role_card import RoleCard, RoleCardVersion
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
from bureau.model.sharing import DisclosedFact, Disclosure, RecipientNotice, SharingRequest, Stance
from bureau.model.signal import (
    Signal,
    SignalAnswer,
    SignalCertificate,
    SignalDouble,
    SignalStep,
    SignalTester,
)
from bureau.model.source import Blob, Document, DocumentReader, HandedIn, ImportBatch, Source
from bureau.model.support import (
    Consent,
    SupportEntry,
    SupportFile,
    SupportMember,
    SupportPart,
    SupportReferral,
    SupportWord,
)
from bureau.model.survey import Survey, SurveyBox, SurveyPlace
from bureau.model.tie import Lease, Loan, Mortgage, Payment, Sale, Statement, Tie, WorksPermit
from bureau.model.token import Token
from bureau.model.tray import TrayItem
from bureau.model.tree import Cosignature, EventNode, TrailCheckpoint, Witness
from bureau.model.watch_entry import OwnCircle, WatchEntry

__all__: list[str] = []
__all__ += ["Account", "Action", "Address", "Advice", "AgendaItem", "Agreement", "AgreementParty"]
__all__ += ["AlertAnswer", "Answer", "AnswerVersion", "Appeal", "ApplicantLink", "ApplicantVisit"]
__all__ += ["ApprovalRequest", "Area"]
__all__ += ["AreaEntry", "AreaPast", "Assessment", "Assumption", "Audited"]
__all__ += ["BarrierStatus", "BarrierWeight", "Base", "Blob", "BoardVersion"]
__all__ += [
    "CalendarFeed",
    "Case",
    "CaseArea",
    "CaseFigure",
    "CaseImport",
    "CaseMapping",
    "CaseNotice",
]
__all__ += ["CaseStep", "CaseStepSource", "Clearance", "Company", "Condition", "Consent"]
__all__ += ["ContactAnswer", "ContactEnquiry", "ContactMark", "Contribution"]
__all__ += ["CopyMessage", "CopyNotice", "DossierCopy", "DossierNotice"]
__all__ += ["ContributionReader", "Correction", "CorrectionPlace"]
__all__ += ["Decision", "DefaultNotice", "DelayLetter", "Destruction", "DestructionPlan", "Device"]
__all__ += ["DisclosedFact", "Disclosure", "Document", "DocumentReader", "DoorCount", "Dossier"]
__all__ += ["EarlierVersion", "EnforcementMeasure", "Entity", "Event", "EventValue"]
__all__ += ["ExportLift"]
__all__ += ["Challenge", "Factor", "RecoveryCode"]
__all__ += ["FinancingEntry", "Finding", "FindingSource"]
__all__ += ["HandedIn", "HarmForm", "Hearing", "Hit"]
__all__ += ["Identified", "Identifier", "Identity", "ImportBatch", "IndicatorAnswer", "Innocent"]
__all__ += ["Intervention"]
__all__ += ["Job"]
__all__ += ["KeptPicture"]
__all__ += ["FileLease", "Lease", "LegalHold", "Letter", "LetterTemplate", "Loan"]
__all__ += ["LookAlert", "Lookup"]
__all__ += ["Mandate", "Meeting", "Membership", "MinutesCorrection", "Mortgage", "Move"]
__all__ += ["Note"]
__all__ += ["Objection", "OrdinaryAnswer", "Organisation", "Outcome", "OutcomeSeries"]
__all__ += ["OwnCircle", "OwnCondition"]
__all__ += ["PairJudgement", "Paper", "PaperReader", "Partnership", "PartyRole", "Payment"]
__all__ += ["Person", "PersonRequest", "PhaseMove", "Phone", "PowerEntry", "ProcessingChange"]
__all__ += ["Property"]
__all__ += ["Questionnaire"]
__all__ += ["RecipientNotice", "Record", "RecordParty", "Reminder", "Requirement", "RoleGrant"]
__all__ += ["RoleCard", "RoleCardVersion", "RowMapping", "Run"]
__all__ += ["SafetyHold", "Sale", "SavedFilter", "Screening", "Seat", "SeriesPoint", "Session"]
__all__ += ["SharingRequest", "Signal", "SignalAnswer", "SignalCertificate", "SignalDouble"]
__all__ += ["SignalStep", "SignalTester", "Source", "Stance", "Statement", "Supplement"]
__all__ += ["SupportDossier", "SupportEntry", "SupportFile", "SupportMember", "SupportPart"]
__all__ += ["SupportReferral", "SupportWord", "Suspension"]
__all__ += ["TakenOver", "ThresholdChange", "Tie", "Token", "TrayItem"]
__all__ += ["User", "UserRole"]
__all__ += ["Vehicle", "VictimAnswer", "ViewPoint"]
__all__ += ["Wallet", "WatchEntry", "Weighing", "WorksPermit", "Worksheet", "WorksheetVersion"]
__all__ += ["WorksheetVoice"]
__all__ += ["Survey", "SurveyBox", "SurveyPlace"]
__all__ += ["Cosignature", "EventNode", "TrailCheckpoint", "Witness"]
