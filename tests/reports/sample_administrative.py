"""The fictional dossier of a licence decision."""

# ruff: noqa: E501 (a value with its words in two languages stands on one line)

from collections.abc import Callable
from datetime import date

from bureau.rules.vocabulary import Danger
from reports.dossier import AdministrativeDossier
from reports.values.cover import Cover, Issuance, LegalBasis
from reports.values.findings import Indication, Summary
from reports.values.screening import (
    Advice,
    Application,
    Condition,
    Decision,
    Factor,
    Ground,
    GroundAssessment,
    Hearing,
    InquiryEntry,
    OrdinaryGround,
    Signal,
    ViewForm,
    ViewPoint,
    Weighing,
)
from reports.values.steps import ClockState, Deadline, Openness, Reason, Withheld
from tests.reports import sample_criminal as other
from tests.reports.sample_annex import annex
from tests.reports.sample_finances import finances

Say = Callable[[str, str], str]
_BY = "M. de Wael"


def administrative(say: Say, cover: Cover, issuance: Issuance) -> AdministrativeDossier:
    """The whole dossier."""
    return AdministrativeDossier(
        cover=cover,
        issuance=issuance,
        status_note=say("Dit dossier bevat gegevens uit het eigen onderzoek en het advies van het Landelijk Bureau Bibob. Het is bestemd voor het bestuursorgaan dat beslist.", "This dossier holds the results of the body's own inquiry and the advice of the national Bibob bureau. It is meant for the body that decides."),
        application=_application(say),
        summary=_summary(say),
        grounds=_grounds(say),
        inquiry=_inquiry(say),
        statements=other.statements(say),
        signals=_signals(say),
        exculpatory=other.exculpatory(say),
        danger=_danger(say),
        advice=Advice("LBB-2026-0871", date(2026, 5, 29), date(2026, 8, 3), say("mindere mate van gevaar op grond a; geen gevaar op grond b", "lesser degree of danger on ground a; no danger on ground b"), say("Het bureau acht de lening niet aannemelijk, maar ziet geen relatie tussen de bestuurder en strafbare feiten.", "The bureau finds the loan implausible, yet sees no relation between the manager and offences."), say("Het advies noemt zijn bronnen, volgt uit de feiten en is gelegd naast de nagekomen stukken van 10 september.", "The advice names its sources, follows from the facts and was compared with the documents received later, on 10 September.")),
        weighing=_weighing(say),
        hearing=_hearing(say),
        decision=_decision(say),
        timeline=other.timeline(say),
        entities=other.entities(say),
        chart=other.chart(say),
        finances=finances(say),
        deadlines=_deadlines(say),
        evidence=other.evidence(say),
        patterns=other.patterns(say),
        bases=(LegalBasis(say("eigen onderzoek", "own inquiry"), "Wet Bibob art. 7a", say("onderzoek door het bestuursorgaan zelf", "inquiry by the body itself")), LegalBasis(say("advies", "advice"), "Wet Bibob art. 28", say("gebruik door de beslisser; geheimhouding", "use by the decision maker; confidentiality"))),
        annexes=(annex(say),),
        openness=Openness((), (Withheld(say("gegevens van derden in het advies", "data of third persons in the advice"), 3, say("niet nodig voor de motivering", "not needed for the reasons"), "Wet Bibob art. 28"),), say("De aanvrager is op 2 maart 2026 ingelicht over de toepassing van de Wet Bibob en op 29 mei 2026 over de adviesaanvraag.", "The applicant was told on 2 March 2026 that the Wet Bibob applies and on 29 May 2026 that advice was asked.")),
    )  # fmt: skip


def _application(say: Say) -> Application:
    return Application("Kadeland Vastgoed B.V.", say("besloten vennootschap", "private limited company"), (("KVK", "69599084"),), "P. Zeegers", say("exploitatievergunning horeca", "operating licence, catering"), "De Gouden Dissel, Lijnbaankade 14", "SC02", say("aanvraag", "application"), date(2026, 3, 2), say("De aanvrager wil op de begane grond een eetcafé met 40 zitplaatsen beginnen; de werkplaats op de achterzijde blijft verhuurd.", "The applicant wants to open an eating house with 40 seats on the ground floor; the workshop at the rear stays let."))  # fmt: skip


def _summary(say: Say) -> Summary:
    return Summary(
        (
            Indication(say("Een groot deel van de financiering blijkt niet uit stukken.", "A large part of the financing is not shown by documents."), (1, 2, 5)),
            Indication(say("Er zijn geen feiten die erop wijzen dat de vergunning gebruikt zal worden om strafbare feiten te plegen.", "No facts indicate that the licence would be used to commit offences."), (6, 8)),
        ),
        (say("Of de geldgever een rechtsopvolger heeft.", "Whether the lender has a successor."),),
    )  # fmt: skip


def _grounds(say: Say) -> tuple[OrdinaryGround, ...]:
    return (
        OrdinaryGround("OG-01", say("Strijd met het omgevingsplan", "Conflict with the environment plan"), "APV 2:28(2)", False, say("Horeca is toegestaan op de begane grond.", "Catering is allowed on the ground floor."), (3,)),
        OrdinaryGround("OG-02", say("Slecht levensgedrag", "Bad conduct in life"), "APV 2:28(3)", False, say("Geen feiten bekend.", "No facts known.")),
        OrdinaryGround("OG-03", say("Woon- en leefsituatie", "Living environment"), "APV 2:28(4)", None, say("Het geluidsrapport wordt nog verwacht.", "The noise report is still awaited.")),
    )  # fmt: skip


def _inquiry(say: Say) -> tuple[InquiryEntry, ...]:
    return (
        InquiryEntry(date(2026, 4, 2), _BY, say("vragenformulier", "questionnaire"), "Wet Bibob art. 30", say("volledig, na één verzoek om aanvulling", "complete, after one request to supplement"), (1,)),
        InquiryEntry(date(2026, 5, 12), _BY, "Kadaster", "Kadasterwet art. 99", say("twee leveringen, één hypotheek", "two transfers, one mortgage"), (3, 4)),
        InquiryEntry(date(2026, 6, 3), _BY, say("handelsregister", "trade register"), "Handelsregisterwet art. 21", say("geldgever ontbonden", "lender dissolved"), (5,)),
        InquiryEntry(date(2026, 6, 10), _BY, say("openbare bronnen", "open sources"), say("algemeen", "general"), say("niets gevonden", "nothing found")),
    )  # fmt: skip


def _signals(say: Say) -> tuple[Signal, ...]:
    return (
        Signal("IND-07", say("Lening zonder zakelijke voorwaarden", "Loan without commercial terms"), say("Geen zekerheid, geen rente vóór 2031.", "No security, no interest before 2031."), say("Een bekende of familielid kan op zachte voorwaarden lenen.", "An acquaintance or relative may lend on soft terms."), say("De aanvrager zegt dat de geldgever een vroegere zakenpartner is.", "The applicant says the lender is a former business partner."), say("Niet met stukken onderbouwd; de overboeking ontbreekt.", "Not supported by documents; the transfer is missing."), (2, 5)),
        Signal("IND-12", say("Prijssprong bij doorverkoop", "Price jump at resale"), say("38 procent in 113 dagen.", "38 per cent in 113 days."), say("Verbouwing of een stijgende markt.", "Renovation or a rising market."), say("De aanvrager noemt schilderwerk en een nieuw dak.", "The applicant mentions painting and a new roof."), say("Deels aannemelijk: de markt steeg 9 procent.", "Partly plausible: the market rose by 9 per cent."), (3, 4)),
    )  # fmt: skip


def _danger(say: Say) -> tuple[GroundAssessment, ...]:
    on = date(2026, 10, 7)
    return (
        GroundAssessment(Ground.PROCEEDS, Danger.LESSER, (Factor(say("feiten die wijzen op een relatie", "facts pointing to a relation"), say("herkomst van € 310.000 onbekend", "origin of € 310,000 unknown")), Factor(say("ernst van het vermoeden", "strength of the presumption"), say("beperkt: geen strafbare feiten bekend", "limited: no offences known")), Factor(say("omvang van het voordeel", "size of the gain"), say("niet vast te stellen", "cannot be established"))), say("De financiering is onverklaard, maar een relatie met strafbare feiten volgt er niet uit.", "The financing is unexplained, yet a relation with offences does not follow from it."), _BY, on, (1, 2, 5)),
        GroundAssessment(Ground.OFFENCES, Danger.NONE, (Factor(say("aantal feiten", "number of offences"), say("geen", "none")),), say("Er zijn geen feiten die samenhangen met de activiteit.", "There are no offences connected with the activity."), _BY, on, (6,)),
        GroundAssessment(Ground.OBTAINED, Danger.UNKNOWN, (), say("De ongedagtekende overeenkomst is nog in onderzoek.", "The undated agreement is still under examination."), _BY, on, (2,)),
    )  # fmt: skip


def _weighing(say: Say) -> tuple[Weighing, ...]:
    return (
        Weighing(say("Welk belang heeft de aanvrager?", "What is the applicant's interest?"), say("Een lopende huur en zes toekomstige arbeidsplaatsen.", "A running rent and six future jobs.")),
        Weighing(say("Volstaat een lichter middel?", "Would a lighter measure do?"), say("Ja: voorschriften over de financiering nemen het onderkende gevaar weg.", "Yes: conditions about the financing remove the danger seen.")),
        Weighing(say("Hoeveel tijd is verstreken sinds de feiten?", "How much time has passed since the facts?"), say("De tweede levering was negentien maanden geleden.", "The second transfer was nineteen months ago.")),
    )  # fmt: skip


def _hearing(say: Say) -> Hearing:
    return Hearing(date(2026, 10, 8), date(2026, 10, 22), ViewForm.WRITTEN, date(2026, 10, 20), (
        ViewPoint(1, say("De lening bestaat; de bank deed moeilijk over een buitenlandse rekening.", "The loan exists; the bank made difficulties about a foreign account."), say("Een overboeking is niet getoond, ook niet na een tweede vraag.", "No transfer was shown, not even after a second question."), say("geen", "none")),
        ViewPoint(2, say("Een voorschrift dat elke nieuwe lening vooraf gemeld wordt is te zwaar.", "A condition to report every new loan beforehand is too heavy."), say("Beperkt tot leningen boven € 10.000.", "Limited to loans above € 10,000."), say("voorschrift 1 aangepast", "condition 1 changed")),
    ))  # fmt: skip


def _decision(say: Say) -> Decision:
    return Decision(False, say("burgemeester van Havermonde", "mayor of Havermonde"), say("De vergunning wordt verleend met voorschriften.", "The licence is granted with conditions."), say("Er is een mindere mate van gevaar op grond a. Voorschriften nemen dat gevaar weg; weigering zou daarvoor te zwaar zijn.", "There is a lesser degree of danger on ground a. Conditions remove that danger; refusal would be too heavy for it."), "Wet Bibob art. 3(7)", None, None, None, say("de burgemeester van Havermonde", "the mayor of Havermonde"), (
        Condition(say("Nieuwe leningen boven € 10.000 worden vier weken vooraf gemeld.", "New loans above € 10,000 are reported four weeks beforehand."), say("zicht op de herkomst van geld", "sight of the origin of money"), "Wet Bibob art. 3(7)", say("jaarlijks, met rekeningafschriften", "yearly, with account statements")),
        Condition(say("Alle betalingen boven € 1.000 lopen via de bank.", "All payments above € 1,000 go through the bank."), say("geen contante stromen", "no cash flows"), "Wet Bibob art. 3(7)", say("steekproef per half jaar", "sample every six months")),
    ))  # fmt: skip


def _deadlines(say: Say) -> tuple[Deadline, ...]:
    return (
        Deadline("DL01", say("Beslistermijn", "Decision term (beslistermijn)"), date(2026, 3, 3), date(2026, 7, 20), ClockState.SUSPENDED, (
            Reason(say("Acht weken na ontvangst op 2 maart 2026: 27 april 2026.", "Eight weeks after receipt on 2 March 2026: 27 April 2026."), "Awb 4:13"),
            Reason(say("Dertien dagen opgeschort voor aanvulling van het formulier (11 tot en met 23 maart).", "Suspended for thirteen days while the questionnaire was supplemented (11 to 23 March)."), "Awb 4:15(1)(a)"),
            Reason(say("Zeventig dagen opgeschort voor het advies (7 april tot en met 15 juni).", "Suspended for seventy days for the advice (7 April to 15 June)."), "Wet Bibob art. 31"),
            Reason(say("19 juli 2026 is een zondag, daarom maandag 20 juli 2026.", "19 July 2026 is a Sunday, hence Monday 20 July 2026."), "Algemene termijnenwet art. 1"),
        )),
    )  # fmt: skip
