"""What may go from one of six agencies to another, written from the act and from no table.

A second reading of WGS 1.5, 1.7, 2.19, 2.22, 2.23 and BGS 2.15, for the campaign of disclosures.
"""

from dataclasses import dataclass, field

CITY, POLICE, OM, TAX, CUSTOMS, PORT = "havermonde", "police", "om", "tax", "customs", "port"
AGENCIES = (CITY, POLICE, OM, TAX, CUSTOMS, PORT)
PARTICIPANTS = {CITY, POLICE, OM, TAX, CUSTOMS}
SEATED_FROM = {CITY: 1, POLICE: 2, OM: 2, TAX: 2, CUSTOMS: 2}
FIRST_PHASE = """
IDENTITY BSN RESIDENCE HOUSING VEHICLE FINANCE LAND COMPANY INCOME BUSINESS PERMITS SUPERVISION
STAFF
"""
SECOND_PHASE = ("TAX", "POLICE_8_13", "JUSTICE", "SEXUAL_BEHAVIOUR", "ICOV_REPORT")
FIRST = dict.fromkeys(FIRST_PHASE.split(), 1) | dict.fromkeys(SECOND_PHASE, 2)
FIRST |= {"POLICE_9_10": 3}
RESULTS = {"RESULT": 1, "RESULT_TAX": 2, "RESULT_CRIMINAL": 2}
CRIMINAL = {"POLICE_8_13", "JUSTICE", "SEXUAL_BEHAVIOUR", "POLICE_9_10"}
ONLY_FROM = {
    "RESIDENCE": set(),  # the immigration service, which is none of the six
    "PERMITS": {CITY},
    "TAX": {CITY, TAX, CUSTOMS},
    "POLICE_8_13": {POLICE},
    "POLICE_9_10": {POLICE},
    "JUSTICE": {OM},
    "FINANCE": {CITY, POLICE, OM},
    "INCOME": {CITY, POLICE, OM},
}
SEEN_FROM_OUTSIDE = {"IDENTITY", "HOUSING", "VEHICLE", "COMPANY", "BUSINESS"}
TICKED = {
    "SEXUAL_BEHAVIOUR": {"exploitation"},
    "POLICE_9_10": {"case_meeting"},
    "ICOV_REPORT": {"signal_discussed"},
}
# A fact that came in under a category goes under no other, but as part of what may hold it.
HOLDS = {
    "SUPERVISION": {"SUPERVISION", "RESULT", "RESULT_TAX", "RESULT_CRIMINAL"},
    "TAX": {"TAX", "RESULT_TAX"},
    "JUSTICE": {"JUSTICE", "RESULT_CRIMINAL"},
}


@dataclass
class Known:
    """What the walk did in a case: phase, contributions (giver, category) and stances by id."""

    phase: int = 1
    closed: bool = False
    brought: dict = field(default_factory=dict)
    said: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Try:
    """One attempt; `fact` is the handling code or the category of a fact that goes with it."""

    actor: str
    giver: str
    recipient: str
    category: str
    way: str
    met: frozenset
    ground: str
    secrecy: bool
    purpose: str
    necessity: str
    fact: str


def lawful(known, attempt):
    """Whether this may go, by the act alone."""
    t = attempt
    plain = t.purpose.strip() and t.necessity.strip() and t.giver != t.recipient
    if known.closed or not plain or t.fact in ("H1", "H2") or not _holds(known, t):
        return False
    if t.actor != t.giver and not (t.way == "TIP" and t.actor == t.recipient):
        return False
    if t.category != "AREA" and not t.secrecy:
        return False
    ways = {
        "JOIN": _joins,
        "RESULT": _is_a_result,
        "THIRD": _goes_to_a_third,
        "TIP": _is_a_tip,
        "NO_PERSONS": lambda _, t: t.category == "AREA" and "nobody_known" in t.met,
    }
    return t.way in ways and bool(ways[t.way](known, t))


def _holds(known, t):
    return t.fact not in HOLDS or (t.category in HOLDS[t.fact] and FIRST[t.fact] <= known.phase)


def _seated(known, agency):
    return agency in PARTICIPANTS and SEATED_FROM[agency] <= known.phase


def _joins(known, t):
    return (
        _seated(known, t.recipient)
        and t.giver in PARTICIPANTS
        and FIRST.get(t.category, 9) <= known.phase
        and t.giver in ONLY_FROM.get(t.category, PARTICIPANTS)
        and TICKED.get(t.category, set()) <= t.met
    )


def _objectors(known, recipient):
    meant = (row for row in known.said.values() if row[1] in ("", recipient))
    return {who for who, _, objects in meant if objects}


def _is_a_result(known, t):
    sources = {giver for giver, _ in known.brought.values()}
    return (
        _seated(known, t.recipient)
        and t.giver in PARTICIPANTS
        and RESULTS.get(t.category, 9) <= known.phase
        and "checked" in t.met
        and not _objectors(known, t.recipient) & sources
    )


def _goes_to_a_third(known, t):
    against = _objectors(known, t.recipient)
    owners = {giver for giver, category in known.brought.values() if category in CRIMINAL}
    agreed = {
        who
        for who, recipient, objects in known.said.values()
        if not objects and recipient in ("", t.recipient)
    } - against
    return (
        t.recipient == PORT
        and t.giver in PARTICIPANTS
        and t.category in ("RESULT", "RESULT_CRIMINAL")  # never what rests on tax data
        and RESULTS[t.category] <= known.phase
        and {"checked", "rac", "legal_ground"} <= t.met
        and t.ground.strip()
        and not against
        and (t.category == "RESULT" or (owners and owners <= agreed))
    )


def _is_a_tip(known, t):
    return (
        t.giver == PORT
        and _seated(known, t.recipient)
        and t.category in SEEN_FROM_OUTSIDE
        and "own_initiative" in t.met
    )
