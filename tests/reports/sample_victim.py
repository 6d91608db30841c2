"""The fictional plan for support: a code name and no other."""

# ruff: noqa: E501 (a value with its words in two languages stands on one line)

from collections.abc import Callable
from datetime import date

from reports.dossier import VictimDossier
from reports.values.cover import Cover, Issuance
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

Say = Callable[[str, str], str]
_COORDINATOR = "R. Hemelrijk"


def victim(say: Say, cover: Cover, issuance: Issuance) -> VictimDossier:
    """The whole plan."""
    return VictimDossier(
        cover=cover,
        issuance=issuance,
        code_name="Linde-12",
        contact=_contact(say),
        needs=_needs(say),
        plan=_plan(say),
        dependants=(
            say("Een kind van zes gaat naar school in een andere plaats; de school belt alleen de zorgcoördinator.",
                "A child of six goes to school in another town; the school calls the care coordinator only."),
        ),
        indicators=_indicators(say),
        consents=_consents(say),
        rights=_rights(say),
        terms=_terms(say),
        holds=(Hold(date(2026, 10, 5), date(2027, 1, 5)), Hold(date(2026, 9, 1), date(2026, 10, 4), date(2026, 10, 2))),
    )  # fmt: skip


def _contact(say: Say) -> SafeContact:
    return SafeContact(
        channel=say("bericht via de app van de bibliotheek, daarna terugbellen", "a message through the library app, then wait for a call back"),
        times=say("dinsdag en donderdag, 10.00–11.30 uur", "Tuesday and Thursday, 10:00–11:30"),
        say=(say("“uw boek ligt klaar”", "“your book is ready”"), say("“de balie”", "“the desk”")),
        never_say=(say("gemeente", "municipality"), say("zorg", "care"), say("aangifte", "report")),
        who_may_answer=say("alleen Linde-12; bij een andere stem: verkeerd verbonden", "Linde-12 only; if another voice answers: wrong number"),
    )  # fmt: skip


def _needs(say: Say) -> tuple[Need, ...]:
    return (
        Need(say("Veilig wonen", "A safe place"), say("Ik wil een kamer waar de deur van mij is en waar niemand vraagt waar ik vandaan kom.", "I want a room where the door is mine and where nobody asks where I come from."), date(2026, 10, 6)),
        Need(say("Werk", "Work"), say("Ik kan goed koken. Ik wil weer werken, maar dan met loon op mijn eigen rekening.", "I am a good cook. I want to work again, but with wages on my own account."), date(2026, 10, 6)),
        Need(say("Gezondheid", "Health"), say("Ik slaap slecht. Ik wil met iemand praten die mijn taal spreekt en niemand van daar kent.", "I sleep badly. I want to talk to somebody who speaks my language and knows nobody from there."), date(2026, 10, 20)),
    )  # fmt: skip


def _plan(say: Say) -> tuple[PlanLine, ...]:
    return (
        PlanLine(say("Plek in de opvang aanvragen", "Ask for a place in shelter"), _COORDINATOR, "2026-10-07", say("gedaan", "done")),
        PlanLine(say("Tolk van buiten de regio vastleggen", "Engage an interpreter from outside the region"), _COORDINATOR, "2026-10-09", say("gedaan", "done")),
        PlanLine(say("Eigen bankrekening openen, met een begeleider mee", "Open an own bank account, accompanied"), say("stichting De Brug", "De Brug foundation"), "2026-11-30", say("loopt", "under way")),
        PlanLine(say("Gesprek met een advocaat over de keuzes na de bedenktijd", "Talk with a lawyer about the choices after the reflection period"), say("advocaat naar keuze", "lawyer of choice"), "2026-12", say("gepland", "planned")),
        PlanLine(say("Kookcursus met erkend getuigschrift", "Cookery course with a recognised certificate"), say("stichting De Brug", "De Brug foundation"), "2027", say("wens", "wish")),
    )  # fmt: skip


def _indicators(say: Say) -> tuple[SeenIndicator, ...]:
    seen = date(2026, 9, 28)
    inspector, doctor = (
        say("inspecteur bouw- en woningtoezicht", "building inspector"),
        say("buurtverpleegkundige", "district nurse"),
    )
    return (
        SeenIndicator("C-04", say("slaapplaats in dezelfde ruimte als de keuken", "sleeping place in the same room as the kitchen"), Dimension.CONDITIONS, Strength.MEDIUM, Manner.SEEN, inspector, seen),
        SeenIndicator("D-02", say("identiteitsbewijs wordt door een ander bewaard", "identity document is kept by somebody else"), Dimension.COERCION, Strength.STRONG, Manner.TOLD, inspector, seen),
        SeenIndicator("C-07", say("geen vrije dag in de afgelopen maand", "no day off in the past month"), Dimension.CONDITIONS, Strength.MEDIUM, Manner.TOLD, doctor, date(2026, 10, 1)),
        SeenIndicator("E-01", say("kent het eigen adres niet", "does not know the own address"), Dimension.ABUSE, Strength.WEAK, Manner.INFERRED, doctor, date(2026, 10, 1)),
    )  # fmt: skip


def _consents(say: Say) -> tuple[Consent, ...]:
    spoken = say("eigen taal", "own language")
    how = say("mondeling met tolk, daarna op papier", "orally with an interpreter, then on paper")
    return (
        Consent(say("opvang regelen", "to arrange shelter"), say("coördinatiepunt opvang", "shelter coordination"), date(2026, 10, 6), spoken, how),
        Consent(say("begeleiding naar werk", "guidance to work"), say("stichting De Brug", "De Brug foundation"), date(2026, 10, 20), spoken, how, until=date(2027, 4, 20)),
        Consent(say("overleg met de huisarts", "consultation with the general practitioner"), say("huisarts", "general practitioner"), date(2026, 10, 8), spoken, how, withdrawn_on=date(2026, 10, 21)),
    )  # fmt: skip


def _rights(say: Say) -> tuple[RightGiven, ...]:
    spoken = say("eigen taal", "own language")
    topics = (
        say("bedenktijd", "reflection period"),
        say("een advocaat zonder kosten", "a lawyer free of charge"),
        say("een tolk naar keuze", "an interpreter of choice"),
        say("schadevergoeding", "compensation"),
        say(
            "inzage, verbetering en wissen van gegevens",
            "access to, correction and erasure of data",
        ),
    )
    return tuple(RightGiven(topic, date(2026, 10, 6), spoken, _COORDINATOR) for topic in topics)


def _terms(say: Say) -> tuple[SupportTerm, ...]:
    return (
        SupportTerm(say("Bedenktijd", "Reflection period"), date(2026, 10, 5), date(2027, 1, 5), say("Ten hoogste drie maanden om in rust te kiezen. In die tijd hoeft niets te worden besloten.", "Three months at most to choose in peace. Nothing needs to be decided in that time."), "Vc B8/3"),
        SupportTerm(say("Herziening van dit plan", "Review of this plan"), date(2026, 11, 18), date(2026, 12, 15), say("Samen bekijken wat klopt en wat anders moet.", "To look together at what is right and what should change."), say("afspraak", "arrangement")),
    )  # fmt: skip
