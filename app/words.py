"""The closed words of the domain in the language of the reader."""

import re

from flask_babel import LazyString, get_locale, gettext, lazy_gettext

from app import (
    about_words,
    approval_words,
    copy_words,
    door_words,
    evaluation_words,
    event_words,
    exchange_words,
    fact_words,
    held_words,
    lead_words,
    metric_words,
    picture_words,
    plan_words,
    processing_words,
    quota_words,
    road_words,
    support_words,
    watch_words,
)
from bureau.rules.scope import scopes

WORDS: dict[str, LazyString] = {
    **copy_words.WORDS,
    "officer": lazy_gettext("integrity officer (Bibob-toetser)"),
    "reviewer": lazy_gettext("second reader (tweede lezer)"),
    "coordinator": lazy_gettext("coordinator"),
    "mayor": lazy_gettext("decision maker (burgemeester)"),
    "police": lazy_gettext("police"),
    "prosecutor": lazy_gettext("public prosecutor (officier van justitie)"),
    "tax": lazy_gettext("tax administration (Belastingdienst)"),
    "customs": lazy_gettext("customs (Douane)"),
    "port": lazy_gettext("port authority"),
    "care": lazy_gettext("victim support"),
    "care_lead": lazy_gettext("lead of the victim track"),
    "auditor": lazy_gettext("auditor"),
    "admin": lazy_gettext("administrator"),
    "next_time": lazy_gettext("on the agenda of the next meeting"),
    "screening": lazy_gettext("screening (Bibob-onderzoek)"),
    "partnership": lazy_gettext("partnership case (casusoverleg)"),
    "support": lazy_gettext("support file"),
    "criminal": lazy_gettext("criminal-justice"),
    "administrative": lazy_gettext("administrative"),
    "victim": lazy_gettext("victim-focused"),
    "person": lazy_gettext("person"),
    "company": lazy_gettext("company"),
    "property": lazy_gettext("real estate"),
    "address": lazy_gettext("address"),
    "account": lazy_gettext("account"),
    "device": lazy_gettext("device"),
    "vehicle": lazy_gettext("vehicle"),
    "confirmed": lazy_gettext("confirmed"),
    "probable": lazy_gettext("probable"),
    "possible": lazy_gettext("possible"),
    "doubtful": lazy_gettext("doubtful"),
    "unknown": lazy_gettext("unknown"),
    "none": lazy_gettext("no danger (geen gevaar)"),
    "lesser": lazy_gettext("lesser degree of danger (mindere mate van gevaar)"),
    "serious": lazy_gettext("serious danger (ernstig gevaar)"),
    "open": lazy_gettext("open"),
    "doing": lazy_gettext("being done"),
    "done": lazy_gettext("done"),
    "cannot": lazy_gettext("cannot be done"),
    "replaced": lazy_gettext("replaced"),
    "handler": lazy_gettext("handler"),
    "second_reader": lazy_gettext("second reader (tweede lezer)"),
    "decision_maker": lazy_gettext("decision maker"),
    "partner": lazy_gettext("partner"),
    "reader": lazy_gettext("reader"),
    "chair": lazy_gettext("chair"),
    "helper": lazy_gettext("helper"),
    "drafted": lazy_gettext("draft, not sent yet"),
    "prepared": lazy_gettext("waiting for approval"),
    "approved": lazy_gettext("approved"),
    "issued": lazy_gettext("issued"),
    "refused": lazy_gettext("sent back"),  # a dossier, a plan or a notice, by its second person
    "not_checked": lazy_gettext("not checked"),
    "supports": lazy_gettext("supports the innocent explanation"),
    "excluded": lazy_gettext("excluded"),
    "new": lazy_gettext("new"),
    "explained": lazy_gettext("explained"),
    "retained": lazy_gettext("retained as a lead"),
    "refuted": lazy_gettext("refuted"),
    "match": lazy_gettext("much speaks for it"),
    "pair_same": lazy_gettext("the same"),
    "pair_different": lazy_gettext("not the same"),
    "pair_unsure": lazy_gettext("not sure"),
    "pair_withdrawn": lazy_gettext("judgement withdrawn"),
    "answer_yes": lazy_gettext("yes, it is given"),
    "answer_no": lazy_gettext("no, for a reason"),
    "answer_later": lazy_gettext("later, on a day"),
    "out_dossier": lazy_gettext("dossier issued"),
    "out_letter": lazy_gettext("letter sent"),
    "out_export": lazy_gettext("network or payments exported"),
    "told_correction": lazy_gettext("corrected afterwards"),
    "told_recall": lazy_gettext("called back"),
    "ST199": lazy_gettext("closed"),
    "told_destroyed": lazy_gettext("destroyed at its source"),
    "P1": lazy_gettext("1: enrichment"),
    "P2": lazy_gettext("2: weighing"),
    "P3": lazy_gettext("3: deep"),
    "yes": lazy_gettext("yes"),
    "no": lazy_gettext("no"),
    "not_done": lazy_gettext("not done yet"),
    "no_indication": lazy_gettext("done, no indication"),
    "referred": lazy_gettext("done, referred to support"),
    "not_asked": lazy_gettext("not asked yet"),
    "no_interest": lazy_gettext("no interest of their own"),
    "left_room": lazy_gettext("declared an interest and left the room"),
    "planned": lazy_gettext("planned"),
    "agenda_frozen": lazy_gettext("agenda frozen"),
    "in_session": lazy_gettext("in session"),
    "minutes_draft": lazy_gettext("draft minutes"),
    "minutes_approved": lazy_gettext("minutes up for approval"),
    "tracking": lazy_gettext("tracking actions"),
    "closed": lazy_gettext("closed"),
    "continue": lazy_gettext("continue to a next phase"),
    "request_information": lazy_gettext("request information"),
    "intervention": lazy_gettext("intervention by a partner"),
    "advice": lazy_gettext("advice to a partner"),
    "refer": lazy_gettext("refer"),
    "hold": lazy_gettext("hold"),
    "close": lazy_gettext("close"),
    "delete": lazy_gettext("delete"),
    "indicator": lazy_gettext("indicator"),
    "plan": lazy_gettext("support plan"),
    "right": lazy_gettext("right explained"),
    "step": lazy_gettext("step"),
    "deceptive_recruitment": lazy_gettext("deceptive recruitment"),
    "coercive_recruitment": lazy_gettext("coercive recruitment"),
    "recruitment_by_abuse_of_vulnerability": lazy_gettext("recruitment by abuse of vulnerability"),
    "exploitative_conditions_of_work": lazy_gettext("exploitative conditions of work"),
    "coercion_at_destination": lazy_gettext("coercion at destination"),
    "abuse_of_vulnerability_at_destination": lazy_gettext("abuse of vulnerability at destination"),
    "strong": lazy_gettext("strong"),
    "medium": lazy_gettext("medium"),
    "weak": lazy_gettext("weak"),
    "seen": lazy_gettext("seen"),
    "told": lazy_gettext("told"),
    "inferred": lazy_gettext("inferred"),
}

# What an import calls an account that the statement gives no number of.
_UNKNOWN = re.compile(
    r"unknown (?:account of (?P<name>.+)|(?P<way>payer|payee)) \(on statements of (?P<own>.+)\)"
)

# No word stands in two of them with two meanings.
TABLES = (
    about_words.WORDS,
    approval_words.WORDS,
    exchange_words.WORDS,
    metric_words.WORDS,
    held_words.WORDS,
    picture_words.WORDS,
    road_words.WORDS,
    lead_words.WORDS,
    fact_words.WORDS,
    support_words.WORDS,
    door_words.STRENGTHS,
    event_words.WORDS,
    plan_words.WORDS,
    processing_words.WORDS,
    evaluation_words.WORDS,
    watch_words.FIGURES,
    quota_words.PLACES,
    WORDS,
)
ALL = {code: text for table in TABLES for code, text in table.items()}


def word(value: object) -> LazyString | str:
    """The reader's word for a closed value; the value itself where none is listed."""
    return ALL.get(str(value), str(value))


def authority(text: str) -> str:
    """An authority that the law names in the reader's language; another as it was typed."""
    names = {row.authority.nl: row.authority for row in scopes()}
    return getattr(names[text], str(get_locale())) if text in names else text


def label(text: str) -> str:
    """The name of a party in the reader's language where an import made it up; else as it is."""
    found = _UNKNOWN.fullmatch(text)
    if not found:
        return text
    told = found.groupdict()
    if told["name"]:
        return str(gettext("unknown account of %(name)s (on statements of %(own)s)", **told))
    said = {
        "payer": gettext("unknown payer (on statements of %(own)s)", **told),
        "payee": gettext("unknown payee (on statements of %(own)s)", **told),
    }
    return str(said[told["way"]])
