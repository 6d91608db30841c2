"""The first page of a dossier: who gives what to whom, on which basis."""

from bureau.model import Case, SupportFile
from bureau.rules.vocabulary import Language, Track
from bureau.work import Work
from reports.assembly.order import Order
from reports.values.cover import Classification, Cover, LegalBasis, Official, Recipient

PURPOSES = {
    Track.CRIMINAL: (
        "kennisgeving van feiten die voor de taak van het Openbaar Ministerie van belang zijn",
        "notice of facts that matter to the task of the Public Prosecution Service",
    ),
    Track.ADMINISTRATIVE: (
        "besluitvorming op de aanvraag",
        "decision on the application",
    ),
    Track.VICTIM: (
        "hulp zoals met de betrokkene afgesproken",
        "support as agreed with the person",
    ),
}
HANDLING = {
    Track.CRIMINAL: (
        "Alleen voor de genoemde ontvanger. Verdere verstrekking vraagt een eigen grondslag en"
        " overleg met de afzender.",
        "For the named recipient only. Passing on needs a basis of its own and consultation with"
        " the sender.",
    ),
    Track.ADMINISTRATIVE: (
        "Geheim op grond van artikel 28 Wet Bibob. Niet kopiëren of doorgeven.",
        "Secret under article 28 Wet Bibob. Do not copy or pass on.",
    ),
    Track.VICTIM: (
        "Persoonlijk. Alleen gebruiken waarvoor toestemming is gegeven.",
        "Personal. To be used only for what was agreed to.",
    ),
}
OFFICE = ("Bureau integriteit", "Integrity office")


def cover_of(work: Work, track: Track, record: Case | SupportFile, order: Order) -> Cover:
    """The cover for `order`."""
    dutch = order.language is Language.NL
    pick = 0 if dutch else 1
    screening = isinstance(record, Case)
    organisation = record.organisation.name if isinstance(record, Case) else order.organisation
    return Cover(
        organisation=organisation,
        unit=OFFICE[pick] if screening else "",
        case_reference=record.reference,
        dossier_id=f"{record.reference}-{track.value[0].upper()}{order.number}",
        version=order.number,
        subject=record.title if isinstance(record, Case) else "",
        recipient=_recipient(track, order.recipient),
        basis=LegalBasis(
            item=("verstrekking", "provision")[pick], basis=order.basis, text=PURPOSES[track][pick]
        ),
        purpose=PURPOSES[track][pick],
        classification=Classification.STRICT if screening else Classification.CONFIDENTIAL,
        handling=HANDLING[track][pick],
        author=Official(work.actor.name, OFFICE[pick] if screening else organisation),
        prepared_at=order.prepared_at,
        expires_on=None,
        recall_contact=f"{work.actor.name}, {organisation}",
        language=order.language,
    )


def _recipient(track: Track, text: str) -> Recipient:
    """«Person, office» or an office alone; only the deciding body may read the advice."""
    person, _, office = text.partition(",")
    return Recipient(
        office=(office or text).strip(),
        person=person.strip(),
        may_read_advice=track is Track.ADMINISTRATIVE,
    )
