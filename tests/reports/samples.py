"""A rich fictional dossier per track, in both languages: what tests print and people look at."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from bureau.rules.vocabulary import Language, Track
from reports.dossier import Dossier
from reports.values.cover import (
    Classification,
    Cover,
    Issuance,
    LegalBasis,
    Official,
    Recipient,
)
from tests.reports.sample_administrative import administrative
from tests.reports.sample_criminal import criminal
from tests.reports.sample_victim import victim

PREPARED = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
AUTHOR = Official("M. de Wael", "Bureau Bestuurlijke Aanpak")
APPROVER = Official("S. Ouwerkerk", "Bureau Bestuurlijke Aanpak")

Say = Callable[[str, str], str]


def speaker(language: Language) -> Say:
    """A function that picks the words of `language`."""
    return lambda nl, en: nl if language is Language.NL else en


def issuance(number: int = 1) -> Issuance:
    """The usual two pairs of eyes."""
    return Issuance(
        APPROVER,
        approved_at=datetime(2026, 11, 19, 14, 5, tzinfo=UTC),
        issued_at=datetime(2026, 11, 20, 8, 15, tzinfo=UTC),
        copy_number=number,
        copies=2,
    )


def cover(track: Track, language: Language) -> Cover:
    """The first page of the sample for `track`."""
    say = speaker(language)
    return {
        Track.CRIMINAL: _criminal_cover,
        Track.ADMINISTRATIVE: _administrative_cover,
        Track.VICTIM: _victim_cover,
    }[track](say, _common(language, say))


def sample(track: Track, language: Language = Language.NL) -> Dossier:
    """The sample dossier for `track`, issued."""
    make = {
        Track.CRIMINAL: criminal,
        Track.ADMINISTRATIVE: administrative,
        Track.VICTIM: victim,
    }[track]
    return make(speaker(language), cover(track, language), issuance())


def draft(track: Track, language: Language = Language.NL) -> Dossier:
    """The same, before anybody approved it."""
    return replace(sample(track, language), issuance=None)


def _common(language: Language, say: Say) -> Cover:
    return Cover(
        organisation=say("Gemeente Havermonde", "Municipality of Havermonde"),
        unit="Bureau Bestuurlijke Aanpak",
        case_reference="HVM-2026-0117",
        dossier_id="HVM-2026-0117-D3",
        version=2,
        subject="",
        recipient=Recipient("–", "–"),
        basis=LegalBasis("–", "–", "–"),
        purpose="–",
        classification=Classification.STRICT,
        handling=say(
            "Niet kopiëren of doorgeven. Bewaren achter slot of versleuteld.",
            "Do not copy or pass on. Keep locked away or encrypted.",
        ),
        author=AUTHOR,
        prepared_at=PREPARED,
        expires_on=date(2027, 11, 20),
        recall_contact=say(
            "Bureau Bestuurlijke Aanpak, telefoon 14 000, onder vermelding van het kenmerk",
            "Bureau Bestuurlijke Aanpak, telephone 14 000, quoting the identifier",
        ),
        language=language,
    )


def _criminal_cover(say: Say, common: Cover) -> Cover:
    return replace(
        common,
        subject=say("Bedrijfsruimten aan de Lijnbaankade", "Business premises at Lijnbaankade"),
        recipient=Recipient(
            say("Openbaar Ministerie, parket Havermonde", "Public Prosecution Service, Havermonde"),
            "mr. A. Terwisscha",
            say("strafrechtelijke handhaving van de rechtsorde", "criminal law enforcement"),
        ),
        basis=LegalBasis(
            say("verstrekking", "provision"),
            "Wgs art. 1.7; Wet RO art. 124",
            say(
                "verstrekking van een resultaat aan een deelnemer voor zijn wettelijke taak",
                "provision of a result to a participant for its statutory task",
            ),
        ),
        purpose=say(
            "beoordelen of een onderzoek naar de herkomst van gelden is aangewezen",
            "to consider whether an inquiry into the origin of funds is called for",
        ),
    )


def _administrative_cover(say: Say, common: Cover) -> Cover:
    return replace(
        common,
        subject=say("Exploitatievergunning De Gouden Dissel", "Operating licence De Gouden Dissel"),
        case_reference="HVM-2026-0092",
        dossier_id="HVM-2026-0092-D1",
        version=1,
        classification=Classification.CONFIDENTIAL,
        recipient=Recipient(
            say("burgemeester van Havermonde", "mayor of Havermonde"),
            "drs. J. van Boschwijk",
            say("beslissen op de aanvraag", "to decide on the application"),
            may_read_advice=True,
        ),
        basis=LegalBasis(
            say("verstrekking", "provision"),
            "Wet Bibob art. 3, 28",
            say("gebruik voor de beslissing zelf", "use for the decision itself"),
        ),
        purpose=say("beslissen op de aanvraag", "to decide on the application"),
    )


def _victim_cover(say: Say, common: Cover) -> Cover:
    return replace(
        common,
        unit=say("Zorgcoördinatie", "Care coordination"),
        case_reference="S-2026-0004",
        dossier_id="S-2026-0004-P1",
        version=3,
        recipient=Recipient(
            say("zorgcoördinatie regio Havermonde", "care coordination, Havermonde region"),
            "F. Lindeboom",
            say("hulp en opvang", "support and shelter"),
        ),
        basis=LegalBasis(
            say("verstrekking", "provision"),
            "AVG art. 9(2)(a)",
            say(
                "uitdrukkelijke toestemming, zie het register", "explicit consent, see the register"
            ),
        ),
        purpose=say("uitvoeren van het plan", "to carry out the plan"),
        author=Official("R. Hemelrijk", say("zorgcoördinator", "care coordinator")),
        recall_contact=say("alleen via de opsteller", "through the author only"),
    )
