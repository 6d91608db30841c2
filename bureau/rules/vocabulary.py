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


class AnswerStanding(StrEnum):
    """How an answer on the form stands."""

    GIVEN = "given"
    VERIFIED = "verified"
    CONTRADICTORY = "contradictory"
    MISSING = "missing"


class DocumentStanding(StrEnum):
    """How a document that was asked for stands."""

    ASKED = "asked"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    NOT_NEEDED = "not_needed"


class IndicatorStanding(StrEnum):
    """What a person made of an indicator that fired."""

    EXPLAINED = "explained"
    DISMISSED = "dismissed"
    CARRIED = "carried"


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


class ConditionStanding(StrEnum):
    """How a condition of a decision stands."""

    OPEN = "open"
    MET = "met"
    BREACHED = "breached"
    ENDED = "ended"


class ObjectionOutcome(StrEnum):
    """What a decision on an objection says of the decision itself (Awb 7:11, 7:12)."""

    UPHELD = "upheld"
    REVISED = "revised"
    INADMISSIBLE = "inadmissible"


class JudgmentOutcome(StrEnum):
    """What a court made of an appeal (Awb 8:70, 8:72); the judgment itself says more."""

    UNFOUNDED = "unfounded"
    ANNULLED = "annulled"
    EFFECTS_KEPT = "effects_kept"
    INADMISSIBLE = "inadmissible"
    WITHDRAWN = "withdrawn"
    OTHER = "other"


class Hub(StrEnum):
    """Regulated parties that pay and are paid by nearly everybody, so that a tie says little."""

    NO = ""
    BANK = "bank"
    NOTARY = "notary"
    TAX = "tax"
    PROCESSOR = "processor"
    UTILITY = "utility"


HOPS, MOST_HOPS = 1, 3  # how far a picture reaches from its centre, by itself and at most
