"""The words of the domain that more than one module uses."""

from enum import StrEnum


class Role(StrEnum):
    """What a person does here; roles add to membership, they never replace it."""

    OFFICER = "officer"
    REVIEWER = "reviewer"
    COORDINATOR = "coordinator"
    MAYOR = "mayor"
    POLICE = "police"
    PROSECUTOR = "prosecutor"
    TAX = "tax"
    CUSTOMS = "customs"
    PORT = "port"
    CARE = "care"
    CARE_LEAD = "care_lead"
    AUDITOR = "auditor"
    ADMIN = "admin"


class CaseKind(StrEnum):
    """What a file is for; support files are kept apart from the other two."""

    SCREENING = "screening"
    PARTNERSHIP = "partnership"
    SUPPORT = "support"


class Track(StrEnum):
    """The three routes a dossier can take."""

    CRIMINAL = "criminal"
    ADMINISTRATIVE = "administrative"
    VICTIM = "victim"


class EntityKind(StrEnum):
    """What a node of the network is."""

    PERSON = "person"
    COMPANY = "company"
    PROPERTY = "property"
    ADDRESS = "address"
    ACCOUNT = "account"
    PHONE = "phone"
    DEVICE = "device"
    VEHICLE = "vehicle"
    WALLET = "wallet"


class TieKind(StrEnum):
    """A typed, dated and sourced relation between two nodes of a case."""

    OWNS = "owns"
    DIRECTS = "directs"
    MANAGES = "manages"
    EMPLOYS = "employs"
    FAMILY = "family"
    ASSOCIATES = "associates"
    HOLDS_ACCOUNT = "holds_account"
    HOLDS_RIGHT = "holds_right"
    SOLD_TO = "sold_to"
    SOLD = "sold"
    BOUGHT = "bought"
    LENDS = "lends"
    LEASES = "leases"
    MORTGAGES = "mortgages"
    LOCATED_AT = "located_at"
    LIVES_AT = "lives_at"
    PAYS = "pays"
    USES = "uses"
    OPERATES_AT = "operates_at"


class RecordKind(StrEnum):
    """A kind of fact about money and things that is more than a tie or a payment."""

    DEPOSIT = "deposit"
    WITHDRAWAL = "withdrawal"
    CASH_HELD = "cash_held"
    HAND_OVER = "hand_over"
    MESSAGE = "message"
    SIGHTING = "sighting"
    CAPACITY = "capacity"
    TAKINGS = "takings"
    TURNOVER = "turnover"
    PEER_TURNOVER = "peer_turnover"
    EXPECTED_REMITTANCE = "expected_remittance"
    REMITTANCE = "remittance"
    INVOICE = "invoice"
    SHIPMENT = "shipment"
    CUSTOMS_ENTRY = "customs_entry"
    REFERENCE_PRICE = "reference_price"
    INCOME = "income"
    ASSETS = "assets"
    SPENDING = "spending"
    REGISTER_SNAPSHOT = "register_snapshot"
    SERVICE_OFFERED = "service_offered"
    OBSERVATION = "observation"
    PERMIT_DECISION = "permit_decision"
    UTILITY_USE = "utility_use"
    MARKET_RENT = "market_rent"
    CHAIN_TRANSFER = "chain_transfer"
    EXCHANGE_RATE = "exchange_rate"


class Reliability(StrEnum):
    """How far the source is to be trusted (Admiralty scale, first axis)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(StrEnum):
    """How far the information itself is borne out (Admiralty scale, second axis)."""

    CONFIRMED = "1"
    PROBABLE = "2"
    POSSIBLE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    UNKNOWN = "6"


class Certainty(StrEnum):
    """How firmly a tie may be drawn; decides the line style, never the truth."""

    CONFIRMED = "confirmed"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    DOUBTFUL = "doubtful"
    UNKNOWN = "unknown"


class Danger(StrEnum):
    """The degree of danger per ground (Wet Bibob art. 3)."""

    NONE = "none"
    LESSER = "lesser"
    SERIOUS = "serious"
    UNKNOWN = "unknown"


class Language(StrEnum):
    """The languages of the interface."""

    NL = "nl"
    EN = "en"


class DecisionKind(StrEnum):
    """What sort of decision a screening is about (Wet Bibob arts. 1, 3, 5, 5a and 6)."""

    LICENCE = "licence"
    SUBSIDY = "subsidy"
    CONTRACT = "contract"
    PROPERTY = "property"


class Stage(StrEnum):
    """Whether the decision is still to be taken or a running one is looked at again."""

    APPLICATION = "application"
    EXISTING = "existing"


class FindingGround(StrEnum):
    """Under which ground a finding stands (Wet Bibob 3; Aanbestedingswet), or under none."""

    A = "a"
    B = "b"
    ART_3_6 = "art_3_6"
    PROCUREMENT = "procurement"
    GENERAL = "general"


class Perceived(StrEnum):
    """How the fact of a finding was perceived."""

    REGISTER = "register"
    DOCUMENT = "document"
    OWN = "own"
    HEARSAY = "hearsay"
    ANALYSIS = "analysis"


class LeadAnswer(StrEnum):
    """What came of checking one innocent explanation of a lead."""

    NOT_CHECKED = "not_checked"
    SUPPORTS = "supports"
    EXCLUDED = "excluded"


class LeadJudgement(StrEnum):
    """What a person made of a lead."""

    EXPLAINED = "explained"
    RETAINED = "retained"
    REFUTED = "refuted"


class Manner(StrEnum):
    """How a view was given (Awb 4:9), or that none was."""

    WRITTEN = "written"
    ORAL = "oral"
    NONE = "none"
    WAIVED = "waived"


class Hub(StrEnum):
    """Regulated parties that pay and are paid by nearly everybody, so that a tie says little."""

    NO = ""
    BANK = "bank"
    NOTARY = "notary"
    TAX = "tax"
    PROCESSOR = "processor"
    UTILITY = "utility"


HOPS, MOST_HOPS = 1, 3  # how far a picture reaches from its centre, by itself and at most
SILENT = (Manner.NONE, Manner.WAIVED)  # no view was given, though there was a chance
