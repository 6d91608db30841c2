"""The personal plan for somebody who is supported, from the support file alone."""

import re
from collections.abc import Iterable
from datetime import date

from bureau.errors import NotAllowed
from bureau.model import Consent as StoredConsent
from bureau.model import SupportEntry, SupportFile
from bureau.operations._support_lines import answers_of
from bureau.rules.dossier_readers import reader
from bureau.rules.support import support_states
from bureau.rules.vocabulary import Language, Track
from bureau.work import Work
from reports.assembly.cover import cover_of
from reports.assembly.order import Order
from reports.dossier import VictimDossier
from reports.values.support import (
    Consent,
    Dimension,
    Hold,
    Manner,
    Need,
    PlanLine,
    RightGiven,
    SafeContact,
    SeenIndicator,
    Strength,
    SupportTerm,
)
from reports.wording import texts

REFLECTION = "reflection"
DIMENSIONS = {
    "deceptive_recruitment": Dimension.DECEPTION,
    "coercive_recruitment": Dimension.COERCIVE_RECRUITMENT,
    "recruitment_by_abuse_of_vulnerability": Dimension.ABUSE_RECRUITMENT,
    "exploitative_conditions_of_work": Dimension.CONDITIONS,
    "coercion_at_destination": Dimension.COERCION,
    "abuse_of_vulnerability_at_destination": Dimension.ABUSE,
}


def victim(work: Work, file: SupportFile, order: Order) -> VictimDossier:
    """The plan; raises NotAllowed unless the person agreed to this recipient."""
    _insist_consent(file, order)
    entries = list(file.entries)
    t = texts(order.language)
    return VictimDossier(
        cover=cover_of(work, Track.VICTIM, file, order, reader(Track.VICTIM, "", work.today)),
        issuance=order.issuance,
        code_name=file.code_name,
        contact=_contact(file, t("contact.not_recorded")),
        needs=(Need("", file.needs, file.opened_on),) if file.needs else (),
        plan=tuple(_plan(entries)),
        dependants=(),
        indicators=tuple(_indicators(entries)),
        consents=tuple(
            Consent(c.purpose, c.recipient, c.given_on, c.language, c.explained_how,
                    withdrawn_on=c.withdrawn_on)
            for c in sorted(file.consents, key=_in_order)
        ),
        rights=tuple(
            RightGiven(e.text, e.on, "", e.who or e.by.name) for e in _of(entries, "right")
        ),
        terms=tuple(_terms(work, file, order.language)),
        holds=tuple(Hold(e.on, e.due_on or e.on) for e in _of(entries, "hold")),
    )  # fmt: skip


def _contact(file: SupportFile, unknown: str) -> SafeContact:
    """How the person is reached safely, each answer in its own place."""
    told = answers_of(file).get("contact", {})
    if not told:
        return SafeContact(file.safe_contact or unknown, "", (), (), "")
    never = (words.strip() for words in re.split(r"[,;\n]", told.get("never_say", "")))
    return SafeContact(
        channel=told["channel"],
        times=told["times"],
        say=(),
        never_say=tuple(words for words in never if words),
        who_may_answer=told["answering"],
    )


def _insist_consent(file: SupportFile, order: Order) -> None:
    wanted = order.recipient.casefold()
    agreed = any(
        consent.withdrawn_on is None and consent.recipient.casefold() == wanted
        for consent in file.consents
    )
    if not agreed:
        raise NotAllowed(
            "The person has not agreed that this recipient is told.",
            where={"guard": "consent", "basis": "AVG 6(1)(a), 9(2)(a)"},
            hint="Record consent for exactly this recipient first; without it nothing leaves.",
        )


def _in_order(consent: StoredConsent) -> tuple[date, str, str]:
    return consent.given_on, consent.recipient, consent.purpose


def _of(entries: Iterable[SupportEntry], kind: str) -> list[SupportEntry]:
    return [entry for entry in entries if entry.kind == kind]


def _plan(entries: list[SupportEntry]) -> Iterable[PlanLine]:
    for entry in _of(entries, "plan"):
        until = entry.due_on.isoformat() if entry.due_on else ""
        yield PlanLine(entry.text, entry.who or entry.by.name, until, entry.status)


def _indicators(entries: list[SupportEntry]) -> Iterable[SeenIndicator]:
    for number, entry in enumerate(_of(entries, "indicator"), 1):
        yield SeenIndicator(
            code=f"I{number}",
            text=entry.text,
            dimension=DIMENSIONS[entry.dimension],
            strength=Strength(entry.strength),
            manner=Manner(entry.perceived),
            observer=entry.by.name,
            on=entry.on,
        )


def _terms(work: Work, file: SupportFile, language: Language) -> Iterable[SupportTerm]:
    """The reflection period, called and based as the law does on the day of the plan."""
    if file.reflection_from:
        law = support_states().row(REFLECTION, work.today)
        name = law.name.in_(language)
        yield SupportTerm(
            name[0].upper() + name[1:],
            file.reflection_from,
            file.reflection_until,
            texts(language)("terms.reflection"),
            law.basis,
        )
