"""The fictional information dossier for the prosecutor."""

# ruff: noqa: E501 (a value with its words in two languages stands on one line)

from collections.abc import Callable
from datetime import UTC, date, datetime
from hashlib import sha256

from bureau.rules.vocabulary import Certainty, Credibility, EntityKind, Reliability
from reports.dossier import CriminalDossier
from reports.values.cover import Cover, Issuance, LegalBasis
from reports.values.evidence import Evidence, Form, Obtained, Transfer
from reports.values.finance import Amount, Asset
from reports.values.findings import (
    Answer,
    ExculpatorySheet,
    Explanation,
    Indication,
    PatternHit,
    PatternRun,
    Perception,
    Statement,
    Summary,
)
from reports.values.network import ChartNode, ChartTie, Entry, PartRole, RelationChart
from reports.values.steps import (
    AdministrativeStep,
    ClockState,
    Deadline,
    Disclosure,
    Openness,
    Reason,
    StepState,
    TimelineEvent,
    Withheld,
)
from tests.reports.sample_annex import annex
from tests.reports.sample_finances import finances

Say = Callable[[str, str], str]


def digest(text: str) -> str:
    """A digest as a file would have it."""
    return sha256(text.encode()).hexdigest()


def criminal(say: Say, cover: Cover, issuance: Issuance) -> CriminalDossier:
    """The whole dossier."""
    return CriminalDossier(
        cover=cover,
        issuance=issuance,
        status_note=say(
            "Dit is bestuurlijke informatie van een gemeente, geen proces-verbaal. Bron 1 is verkregen op grond van een wettelijke plicht om mee te werken (vragenformulier Wet Bibob); de vraag of die verklaring in een strafzaak bruikbaar is, staat ter beoordeling van de officier van justitie. De overige bronnen zijn openbare registers, eigen waarneming en stukken van partners die verstrekking hebben goedgekeurd.",
            "This is administrative information from a municipality, not an official record. Source 1 was obtained under a legal duty to cooperate (Wet Bibob questionnaire); whether that statement can be used in criminal proceedings is for the public prosecutor to judge. The other sources are public registers, own observation and items whose partner of origin agreed to their provision.",
        ),
        summary=_summary(say),
        statements=statements(say),
        exculpatory=exculpatory(say),
        timeline=timeline(say),
        entities=entities(say),
        chart=chart(say),
        finances=finances(say),
        assets=(
            Asset(say("Pand Lijnbaankade 14", "Building Lijnbaankade 14"), "Kadeland Vastgoed B.V.", say("bestuurd door P. Zeegers", "managed by P. Zeegers"), Amount(61_000_000), say("WOZ-waarde", "tax value (WOZ)"), date(2026, 1, 1), "2025-03-14", True, say("hypotheek € 150.000", "mortgage € 150,000"), (3, 4)),
            Asset(say("Motorjacht “Zilt”", "Motor yacht “Zilt”"), "W. Roggeveen", say("lening van Kadeland Vastgoed B.V.", "loan from Kadeland Vastgoed B.V."), Amount(18_500_000), say("vraagprijs", "asking price"), date(2026, 9, 2), "2025", None, "", (6,), say("staat op naam van een familielid", "registered to a relative")),
        ),
        steps=steps(say),
        deadlines=deadlines(say),
        evidence=evidence(say),
        custody=(
            Transfer((6,), datetime(2026, 9, 11, 8, 40, tzinfo=UTC), "H. Bongers", say("digitale kluis", "digital vault"), say("opname in het register", "entry in the register"), digest("b6"), digest("b6")),
            Transfer((2, 3, 4), datetime(2026, 10, 2, 12, 0, tzinfo=UTC), say("digitale kluis", "digital vault"), "M. de Wael", say("samenstellen van dit dossier", "drawing up this dossier"), digest("b2"), digest("b2")),
        ),
        patterns=patterns(say),
        bases=bases(say),
        annexes=(annex(say),),
        openness=openness(say),
    )  # fmt: skip


def _summary(say: Say) -> Summary:
    return Summary(
        indications=(
            Indication(say("De aankoop van Lijnbaankade 14 is voor een groot deel betaald met geld waarvan de herkomst niet uit stukken blijkt.", "The purchase of Lijnbaankade 14 was largely paid with money whose origin no document shows."), (1, 2, 5)),
            Indication(say("Het pand wisselde binnen vier maanden tweemaal van eigenaar, met een prijsstijging van 38 procent.", "The building changed hands twice within four months, with a price increase of 38 per cent."), (3, 4)),
            Indication(say("De huuropbrengst van de werkplaats ligt onder de rentelast, terwijl de ruimte tijdens drie bezoeken leeg was.", "The rent of the workshop is lower than the interest due, while the space was empty during three visits."), (6, 7)),
        ),
        unknown=(
            say("Wie de lening van € 310.000 werkelijk heeft verstrekt.", "Who actually provided the loan of € 310,000."),
            say("Of het verschil in prijs door een verbouwing kan zijn ontstaan; facturen zijn niet gezien.", "Whether building work could account for the difference in price; invoices were not seen."),
        ),
    )  # fmt: skip


def statements(say: Say) -> tuple[Statement, ...]:
    money, place = (
        say("Financiering van het pand", "Financing of the building"),
        say("Waarnemingen ter plaatse", "Observations on site"),
    )
    registry, register_grade = (
        say("raadpleging door M. de Wael", "consulted by M. de Wael"),
        (Reliability.A, Credibility.PROBABLE),
    )
    site = "Lijnbaankade 14"
    return (
        Statement(1, money, say("Kadeland Vastgoed B.V. gaf in het vragenformulier op dat de koopsom van € 540.000 is betaald met eigen geld (€ 80.000), een hypothecaire lening (€ 150.000) en een onderhandse lening van Brinkhaven Trading Ltd (€ 310.000).", "Kadeland Vastgoed B.V. stated in the questionnaire that the price of € 540,000 was paid with own money (€ 80,000), a mortgage loan (€ 150,000) and a private loan from Brinkhaven Trading Ltd (€ 310,000)."), "P. Zeegers", "2026-04-02", Perception.RECORD, (1,), Reliability.C, Credibility.POSSIBLE),
        Statement(2, money, say("De leningsovereenkomst noemt geen zekerheid en geen rente vóór 2031. Zij is niet gedagtekend.", "The loan agreement names no security and no interest before 2031. It is undated."), registry, "2026-05-11", Perception.RECORD, (2,), Reliability.B, Credibility.PROBABLE),
        Statement(3, money, say("Het pand werd op 21 november 2024 geleverd voor € 391.000 en op 14 maart 2025 voor € 540.000.", "The building was transferred on 21 November 2024 for € 391,000 and on 14 March 2025 for € 540,000."), registry, "2026-05-12", Perception.RECORD, (3,), *register_grade),
        Statement(4, money, say("Bij de tweede levering is een hypotheek ingeschreven van € 150.000 ten gunste van een bank.", "At the second transfer a mortgage of € 150,000 in favour of a bank was registered."), registry, "2026-05-12", Perception.RECORD, (3, 4), *register_grade),
        Statement(5, money, say("Brinkhaven Trading Ltd staat sinds 2023 als ontbonden geregistreerd.", "Brinkhaven Trading Ltd has been registered as dissolved since 2023."), registry, "2026-06", Perception.RECORD, (5,), Reliability.B, Credibility.PROBABLE),
        Statement(6, place, say("Tijdens drie bezoeken op verschillende werkdagen was de werkplaats leeg: geen gereedschap, geen voertuigen, geen personeel. De stroommeter stond stil.", "During three visits on different working days the workshop was empty: no tools, no vehicles, no staff. The electricity meter stood still."), "H. Bongers", "2026-09-10", Perception.OWN, (6,), Reliability.A, Credibility.CONFIRMED, site),
        Statement(7, place, say("De verhuurder verklaarde dat de huur van € 650 per maand contant wordt betaald door iemand die hij “Willem” noemt.", "The landlord stated that the rent of € 650 a month is paid in cash by somebody he calls “Willem”."), "H. Bongers", "2026-09-10", Perception.HEARSAY, (6,), Reliability.C, Credibility.POSSIBLE, site),
        Statement(8, place, say("Op de bedrijfsrekening komen maandelijks bijschrijvingen binnen met de omschrijving “stalling”, zonder naam van een huurder.", "Every month the business account receives credits described as “storage”, without the name of a tenant."), registry, "2026-10-01", Perception.RECORD, (7,), Reliability.B, Credibility.PROBABLE),
    )  # fmt: skip


def exculpatory(say: Say) -> ExculpatorySheet:
    by = "M. de Wael"
    return ExculpatorySheet(
        hits=(
            PatternHit("H-0031", 31, "RE-02", say("Snelle doorverkoop met prijssprong", "Quick resale with a price jump"), say("Twee leveringen van hetzelfde pand binnen 113 dagen; de prijs steeg met 38 procent.", "Two transfers of the same building within 113 days; the price rose by 38 per cent."), (3,), (
                Explanation(say("Verbouwing of herstel tussen beide leveringen.", "Renovation or repair between the two transfers."), Answer.NOT_CHECKED, say("Facturen en vergunningen zijn niet opgevraagd: dat zou het onderzoek van een partner kunnen raken.", "Invoices and permits were not requested: that could touch an inquiry by a partner."), by, date(2026, 10, 5)),
                Explanation(say("Eerste verkoop onder de marktprijs binnen een familie.", "First sale below market price within a family."), Answer.EXCLUDED, say("De eerste verkoper is een woningcorporatie zonder band met de koper.", "The first seller is a housing corporation without ties to the buyer."), by, date(2026, 10, 5), (3, 5)),
                Explanation(say("Stijging van de markt in dat halfjaar.", "A rising market in that half-year."), Answer.SUPPORTS, say("Vergelijkbare panden aan de kade stegen 9 procent; dat verklaart een deel van het verschil.", "Comparable buildings on the quay rose by 9 per cent; that explains part of the difference."), by, date(2026, 10, 6), (4,)),
            )),
            PatternHit("H-0034", 34, "UB-26", say("Besteding boven bekende middelen", "Spending above known means"), say("De opgegeven besteding is hoger dan de middelen die uit stukken blijken.", "The stated uses exceed the means that documents show."), (1, 2, 7), (
                Explanation(say("Spaargeld of een erfenis die niet is opgegeven.", "Savings or an inheritance that was not mentioned."), Answer.NOT_CHECKED, say("Niet gevraagd; aangiften zijn niet bij de gemeente bekend.", "Not asked; tax returns are not known to the municipality."), by, date(2026, 10, 6)),
                Explanation(say("De lening is wel verstrekt, door een rechtsopvolger van de geldgever.", "The loan was provided, by a successor of the lender."), Answer.NOT_CHECKED, say("Buitenlands register geeft geen opvolger; navraag vergt een rechtshulpverzoek.", "The foreign register shows no successor; an inquiry needs a request for legal assistance."), by, date(2026, 10, 6)),
            )),
        ),
        circumstances=(
            Explanation(say("De bestuurder heeft alle gevraagde stukken binnen de termijn geleverd.", "The manager supplied every document asked for within the term."), Answer.SUPPORTS, say("Blijkt uit de ontvangstdata.", "Shown by the dates of receipt."), by, date(2026, 10, 6), (1, 2)),
        ),
        by=by,
    )  # fmt: skip


def timeline(say: Say) -> tuple[TimelineEvent, ...]:
    return (
        TimelineEvent("2023", say("Brinkhaven Trading Ltd ontbonden", "Brinkhaven Trading Ltd dissolved"), (5,)),
        TimelineEvent("2024-11-21", say("Eerste levering van Lijnbaankade 14", "First transfer of Lijnbaankade 14"), (3,)),
        TimelineEvent("2025-03-14", say("Tweede levering en inschrijving van de hypotheek", "Second transfer and registration of the mortgage"), (3, 4)),
        TimelineEvent("2025-05", say("Begin van de huur van de werkplaats", "Rent of the workshop begins"), (1, 6), say("het formulier noemt mei, de verhuurder noemt juli", "the questionnaire says May, the landlord says July")),
        TimelineEvent("2026-09-10", say("Derde bezoek ter plaatse", "Third visit on site"), (6,)),
        TimelineEvent("", say("Ondertekening van de leningsovereenkomst", "Signing of the loan agreement"), (2,)),
    )  # fmt: skip


def entities(say: Say) -> tuple[Entry, ...]:
    return (
        Entry("e1", "Kadeland Vastgoed B.V.", EntityKind.COMPANY, PartRole.SUBJECT, (1, 5), (("KVK", "69599084"),), (), say("eigenaar van het pand", "owner of the building")),
        Entry("e2", "P. Zeegers", EntityKind.PERSON, PartRole.SUBJECT, (1, 5), ((say("geboortejaar", "year of birth"), "1979"),), ("Piet Z.",), say("enig bestuurder", "sole director")),
        Entry("e3", "Brinkhaven Trading Ltd", EntityKind.COMPANY, PartRole.RELATED, (2, 5), (), (), say("genoemd als geldgever", "named as lender")),
        Entry("e4", "W. Roggeveen", EntityKind.PERSON, PartRole.RELATED, (6,), (), ("Willem",), say("mogelijk dezelfde als “Willem”", "possibly the same as “Willem”")),
        Entry("e5", "Lijnbaankade 14, Havermonde", EntityKind.PROPERTY, PartRole.SUBJECT, (3, 4), ((say("kadaster", "land register"), "HVM01 B 1234"),)),
        Entry("e6", "NL82BURO0123456789", EntityKind.ACCOUNT, PartRole.RELATED, (7,), (), (), say("bedrijfsrekening", "business account")),
        Entry("e7", "H. Bongers", EntityKind.PERSON, PartRole.OFFICIAL, (6,), (), (), say("toezichthouder", "inspector")),
    )  # fmt: skip


def chart(say: Say) -> RelationChart:
    nodes = (
        ChartNode("e2", "P. Zeegers", EntityKind.PERSON, 0, 0, subject=True),
        ChartNode("e1", "Kadeland Vastgoed B.V.", EntityKind.COMPANY, 2, 1, subject=True),
        ChartNode("e3", "Brinkhaven Trading Ltd", EntityKind.COMPANY, 4, 0),
        ChartNode("e4", "W. Roggeveen", EntityKind.PERSON, 0, 2.2),
        ChartNode("e5", "Lijnbaankade 14, Havermonde", EntityKind.PROPERTY, 4, 2.2, subject=True),
        ChartNode("e6", "NL82 BURO 0123 4567 89", EntityKind.ACCOUNT, 2, 2.9),
    )
    owns = say("bestuurt", "manages")
    ties = (
        ChartTie("e2", "e1", owns, Certainty.CONFIRMED, (5,), "2021 –"),
        ChartTie("e3", "e1", say("leende € 310.000 aan", "lent € 310,000 to"), Certainty.DOUBTFUL, (2,), say("datum onbekend", "date unknown")),
        ChartTie("e1", "e5", say("eigenaar van", "owner of"), Certainty.CONFIRMED, (3,), "2025-03-14 –"),
        ChartTie("e4", "e5", say("betaalt huur voor", "pays rent for"), Certainty.POSSIBLE, (6,), "2025 –"),
        ChartTie("e1", "e6", say("houdt rekening", "holds account"), Certainty.PROBABLE, (7,)),
        ChartTie("e2", "e4", say("zwagers", "brothers-in-law"), Certainty.UNKNOWN, (6,)),
        ChartTie("e1", "e2", say("betaalt salaris aan", "pays salary to"), Certainty.PROBABLE, (7,), "2025 –"),
    )  # fmt: skip
    return RelationChart(
        say("Zes knopen en zeven relaties rond Kadeland Vastgoed B.V. en het pand Lijnbaankade 14.", "Six nodes and seven relations around Kadeland Vastgoed B.V. and the building Lijnbaankade 14."),
        "M. de Wael", nodes, ties,
    )  # fmt: skip


def steps(say: Say) -> tuple[AdministrativeStep, ...]:
    mayor = say("burgemeester", "mayor")
    return (
        AdministrativeStep("2026-03-02", mayor, say("Aanvraag exploitatievergunning ontvangen", "Application for an operating licence received"), "APV 2:28", StepState.TAKEN, "HVM-2026-0092"),
        AdministrativeStep("2026-10-12", mayor, say("Afstemming met politie en Openbaar Ministerie gevraagd", "Deconfliction asked of police and prosecution"), say("convenant", "covenant"), StepState.TAKEN, "", say("geen bezwaar ontvangen op 16 oktober 2026", "no objection, received on 16 October 2026")),
        AdministrativeStep("2026-12", mayor, say("Voornemen tot een last onder dwangsom wegens strijdig gebruik", "Intended order with penalty for unlawful use"), "Awb 5:32", StepState.HELD, "", say("aangehouden tot na reactie van de officier", "held until the prosecutor has responded")),
    )  # fmt: skip


def deadlines(say: Say) -> tuple[Deadline, ...]:
    return (
        Deadline("DL16", say("Gebruik van het advies in een andere zaak", "Use of the advice in another case"), date(2026, 8, 3), date(2031, 8, 3), ClockState.RUNNING, (
            Reason(say("Het advies is ontvangen op 3 augustus 2026 en mag vijf jaar worden gebruikt.", "The advice was received on 3 August 2026 and may be used for five years."), "Wet Bibob art. 29"),
            Reason(say("Nieuwere feiten moeten altijd worden meegewogen.", "Newer facts must always be weighed."), "Awb 3:2"),
        )),
        Deadline("FB12", say("Terugkoppeling door de ontvanger", "Feedback by the recipient"), date(2026, 11, 20), date(2027, 11, 20), ClockState.RUNNING, (
            Reason(say("De ontvanger laat ten minste jaarlijks weten of het resultaat bruikbaar was.", "The recipient says at least once a year whether the result was of use."), "Wgs art. 1.7(4)"),
        )),
    )  # fmt: skip


def evidence(say: Say) -> tuple[Evidence, ...]:
    office, vault = say("gemeente", "municipality"), say("digitale kluis", "digital vault")
    phase = "2"
    return (
        Evidence(1, "E-2026-0201", say("Vragenformulier Kadeland Vastgoed B.V.", "Questionnaire Kadeland Vastgoed B.V."), say("formulier", "form"), "Kadeland Vastgoed B.V.", Obtained.DUTY, "Wet Bibob art. 30", date(2026, 4, 2), vault, digest("b1"), Form.DIGITAL, "nl", say("nemo tenetur beoordelen", "consider nemo tenetur"), phase),
        Evidence(2, "E-2026-0214", say("Leningsovereenkomst (ongedagtekend)", "Loan agreement (undated)"), say("overeenkomst", "agreement"), "Kadeland Vastgoed B.V.", Obtained.DUTY, "Wet Bibob art. 30", date(2026, 5, 11), vault, digest("b2"), Form.COPY, "en", "", phase),
        Evidence(3, "E-2026-0219", say("Kadastrale uittreksels Lijnbaankade 14", "Land register extracts Lijnbaankade 14"), say("register", "register"), "Kadaster", Obtained.REGISTER, "Kadasterwet art. 99", date(2026, 5, 12), vault, digest("b3"), Form.DIGITAL, "nl", "", phase),
        Evidence(4, "E-2026-0220", say("Hypotheekakte en vergelijking van koopsommen", "Mortgage deed and comparison of prices"), say("register", "register"), "Kadaster", Obtained.REGISTER, "Kadasterwet art. 99", date(2026, 5, 12), vault, digest("b4"), Form.DIGITAL, "nl", "", phase),
        Evidence(5, "E-2026-0233", say("Uittreksels handelsregister", "Trade register extracts"), say("register", "register"), "KVK", Obtained.REGISTER, "Handelsregisterwet art. 21", date(2026, 6, 3), vault, digest("b5"), Form.DIGITAL, "nl / en", "", phase),
        Evidence(6, "E-2026-0301", say("Rapport van bevindingen drie bezoeken", "Report of findings, three visits"), say("rapport", "report"), office, Obtained.OBSERVATION, "Awb 5:15", date(2026, 9, 10), "H. Bongers", digest("b6"), Form.ORIGINAL, "nl", "", phase),
        Evidence(7, "E-2026-0312", say("Rekeningafschriften 2025–2026", "Account statements 2025–2026"), say("afschriften", "statements"), "Kadeland Vastgoed B.V.", Obtained.DUTY, "Wet Bibob art. 30", date(2026, 10, 1), vault, digest("b7"), Form.DIGITAL, "nl", "", phase),
    )  # fmt: skip


def patterns(say: Say) -> tuple[PatternRun, ...]:
    return (
        PatternRun("RE-02", "3", say("Snelle doorverkoop met prijssprong", "Quick resale with a price jump"), (("N_days", "180"), ("rise", "25 %")), date(2021, 10, 1), date(2026, 10, 1), 41, say("bij 2 van de 41 onderzochte panden (4,9 %)", "in 2 of the 41 buildings tried (4.9 %)"), 1, 1, (say("Havenstraat 3: verdeling van een erfenis", "Havenstraat 3: division of an estate"),), True, "M. de Wael", date(2026, 10, 4), say("toetsing van de financiering in deze zaak", "review of the financing in this case")),
        PatternRun("UB-26", "5", say("Besteding boven bekende middelen", "Spending above known means"), (("window", "12 m"),), date(2025, 1, 1), date(2026, 10, 1), 3, say("niet te bepalen bij drie onderwerpen", "cannot be determined from three subjects"), 1, 0, (), True, "M. de Wael", date(2026, 10, 4), say("toetsing van de financiering in deze zaak", "review of the financing in this case")),
    )  # fmt: skip


def bases(say: Say) -> tuple[LegalBasis, ...]:
    return (
        LegalBasis(say("bron 1, 2, 7", "sources 1, 2, 7"), "Wet Bibob art. 28(2)", say("doorgeven aan de officier van justitie binnen het driehoeksoverleg", "passing on to the public prosecutor within the local triangle")),
        LegalBasis(say("bron 3, 4, 5", "sources 3, 4, 5"), "Kadasterwet; Handelsregisterwet", say("openbare registers", "public registers")),
        LegalBasis(say("bron 6", "source 6"), "Awb 5:15; Sv art. 161", say("eigen toezicht; bevoegdheid om aangifte te doen", "own supervision; power to report an offence")),
    )  # fmt: skip


def openness(say: Say) -> Openness:
    return Openness(
        disclosures=(Disclosure(datetime(2026, 10, 12, 9, 0, tzinfo=UTC), say("politie, informatiedesk", "police, information desk"), say("afstemmingsvraag zonder persoonsgegevens", "deconfliction question without personal data"), "Wgs art. 1.5"),),
        withheld=(Withheld(say("stuk van een partner", "item of a partner"), 2, say("de herkomst heeft verstrekking geweigerd", "the origin refused provision"), "Wgs art. 1.7(1)", date(2027, 2, 1)),),
        notice=say("Betrokkenen zijn niet ingelicht; uitstel op grond van artikel 41 UAVG tot 1 februari 2027, daarna wordt opnieuw beoordeeld.", "The people concerned have not been told; postponed under article 41 UAVG until 1 February 2027, then reviewed."),
    )  # fmt: skip
